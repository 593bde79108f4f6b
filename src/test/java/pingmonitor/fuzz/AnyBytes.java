package pingmonitor.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws datagrams that nobody wishes for: noise, pings that were tampered with, and what nearly answers a live ping.
 */
public final class AnyBytes {
    /** The most that UDP carries over IPv4. */
    public static final int LARGEST = 65_507;

    private static final int ORDINARY = 200;
    private static final int LARGE = 2_500;

    private static final byte[][] WORDS = {
        ascii("Ping"),
        ascii("PING "),
        ascii("ping\t"),
        ascii(" "),
        ascii("\r\n"),
        ascii("\0"),
        ascii("0"),
        ascii("1"),
        ascii("-1"),
        ascii("007"),
        ascii("999999999999999999"),
        ascii("9223372036854775808"),
        ascii("1e9"),
        ascii("."),
        ascii("1795342927.102331"),
        ascii("%s%n{0}'"),
        ascii("\u001b[2J"),
        "\u202e\u0663é服".getBytes(StandardCharsets.UTF_8),
        {(byte) 0xff, (byte) 0xfe, (byte) 0xc0},
        {(byte) 0xf0, (byte) 0x9f},
    };

    private final SplittableRandom random;

    public AnyBytes(SplittableRandom random) {
        this.random = random;
    }

    /** Anything at all; one in 500 is longer than any program of the lab reads. */
    public byte[] any() {
        return switch (random.nextInt(6)) {
            case 0 -> noise(random.nextInt(64));
            case 1 -> noise(length());
            case 2 -> ping();
            case 3 -> words();
            case 4 -> figures();
            default -> tampered(ping());
        };
    }

    /** A message that looks like one of the lab's. */
    public byte[] ping() {
        String text =
                (random.nextInt(4) == 0 ? "PING " : "Ping ")
                        + random.nextInt(1_000)
                        + " 17953"
                        + random.nextInt(10_000, 99_999)
                        + "."
                        + random.nextInt(1_000_000);
        return random.nextInt(4) == 0 ? ascii(text + "\r\n") : ascii(text);
    }

    /** Something near to a text, and sometimes the text itself. */
    public byte[] near(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return random.nextInt(8) == 0 ? bytes : tampered(bytes);
    }

    /** Bytes that were tampered with in a few places. */
    public byte[] tampered(byte[] bytes) {
        byte[] changed = bytes;
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            changed = tamperedOnce(changed);
        }
        return changed.length > LARGEST ? Arrays.copyOf(changed, LARGEST) : changed;
    }

    private byte[] tamperedOnce(byte[] bytes) {
        int length = bytes.length;
        int place = random.nextInt(length + 1);
        switch (random.nextInt(8)) {
            case 0:
                return Arrays.copyOf(bytes, place);
            case 1:
                return Arrays.copyOfRange(bytes, place, length);
            case 2:
                return put(bytes, place, WORDS[random.nextInt(WORDS.length)], place);
            case 3:
                return put(bytes, place, noise(random.nextInt(4)), place);
            case 4:
                return put(bytes, place, bytes, place);
            case 5:
                return put(bytes, place, new byte[0], Math.min(length, place + 1));
            case 6:
                return Arrays.copyOf(bytes, length + random.nextInt(ORDINARY));
            default:
                byte[] flipped = bytes.clone();
                if (place < length) {
                    flipped[place] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
        }
    }

    private byte[] words() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int times = random.nextInt(12); times > 0; times--) {
            bytes.writeBytes(WORDS[random.nextInt(WORDS.length)]);
        }
        return bytes.toByteArray();
    }

    /** A great many digits, dots and blanks: what a pattern may take long over. */
    private byte[] figures() {
        byte[] bytes = new byte[length()];
        String of = random.nextBoolean() ? "0123456789" : "ping 1. ";
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) of.charAt(random.nextInt(of.length()));
        }
        return bytes;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private int length() {
        int rare = random.nextInt(500);
        if (rare == 0) {
            return random.nextInt(10) == 0 ? LARGEST : random.nextInt(LARGEST);
        }
        return random.nextInt(rare < 25 ? LARGE : ORDINARY);
    }

    private static byte[] put(byte[] bytes, int until, byte[] between, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, until);
        all.writeBytes(between);
        all.write(bytes, from, bytes.length - from);
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
