package pingmonitor.ping.input;

/**
 * Writes letters of any script as ASCII letters, digits and hyphens (RFC 3492, with the parameters of domain names).
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 0x80;

    private Punycode() {}

    /** A label in Punycode, without the prefix {@code xn--}; for labels of at most some hundred characters. */
    static String encode(String label) {
        int[] input = label.codePoints().toArray();
        StringBuilder output = new StringBuilder();
        label.codePoints().filter(c -> c < INITIAL_N).forEach(output::appendCodePoint);
        int basic = output.length();
        if (basic > 0) {
            output.append('-');
        }
        int handled = basic;
        int n = INITIAL_N;
        int delta = 0;
        int bias = INITIAL_BIAS;
        while (handled < input.length) {
            int next = smallestFrom(n, input);
            delta += (next - n) * (handled + 1);
            n = next;
            for (int c : input) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    appendDelta(delta, bias, output);
                    bias = adapted(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            n++;
        }
        return output.toString();
    }

    private static int smallestFrom(int n, int[] input) {
        int smallest = Integer.MAX_VALUE;
        for (int c : input) {
            if (c >= n) {
                smallest = Math.min(smallest, c);
            }
        }
        return smallest;
    }

    /** As a number of variable length (RFC 3492, section 3.3). */
    private static void appendDelta(int delta, int bias, StringBuilder output) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
            if (rest < threshold) {
                output.append(digit(rest));
                return;
            }
            output.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int adapted(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }
}
