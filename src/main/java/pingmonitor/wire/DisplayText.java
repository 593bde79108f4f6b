package pingmonitor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Turns what came in a datagram into one harmless line for the screen. */
public final class DisplayText {
    private static final int MAX_CHARS = 1_024;

    /** Enough for {@link #MAX_CHARS} whatever they are, so that a huge datagram costs no more than a long one. */
    private static final int MAX_BYTES_DECODED = 4 * (MAX_CHARS + 1);

    private static final char REPLACEMENT = '\uFFFD';

    private DisplayText() {}

    /**
     * Reads UTF-8 with replacement of what is none, cuts line ends, blanks and NULs at the end, replaces other control
     * characters, and shortens to 1,024 characters.
     *
     * @param bytes read from its position to its limit, which stay as they are
     */
    public static String of(ByteBuffer bytes) {
        int start = bytes.position();
        int end = bytes.limit();
        while (end > start && isPadding(bytes.get(end - 1))) {
            end--;
        }
        byte[] content = new byte[Math.min(end - start, MAX_BYTES_DECODED)];
        bytes.get(start, content);
        String text = new String(content, StandardCharsets.UTF_8);
        return harmless(text) ? text : cleaned(text);
    }

    private static boolean isPadding(byte value) {
        return value == '\r' || value == '\n' || value == 0 || value == ' ' || value == '\t';
    }

    private static boolean harmless(String text) {
        if (text.length() > MAX_CHARS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (isHarmful(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        int length = Math.min(text.length(), MAX_CHARS);
        if (length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))) {
            length--;
        }
        StringBuilder line = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            line.append(isHarmful(c) ? REPLACEMENT : c);
        }
        if (length < text.length()) {
            line.append('…');
        }
        return line.toString();
    }

    /** Control characters, line separators, and those that turn the direction of writing. */
    private static boolean isHarmful(char c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        return c <= 0x9F
                || c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u2028' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF';
    }
}
