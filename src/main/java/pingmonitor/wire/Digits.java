package pingmonitor.wire;

/** Numbers of a fixed length. */
final class Digits {
    /** What is no number. */
    static final long NONE = -1;

    private Digits() {}

    /** A number from 0 on with zeros before it. */
    static String of(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }

    /** The number between two places of a text, at most 18 digits, or {@link #NONE}. */
    static long read(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return NONE;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
