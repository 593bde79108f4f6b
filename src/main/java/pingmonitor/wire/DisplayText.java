package pingmonitor.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A datagram's content as one line that is safe to show: whatever came from the network must not move a terminal's
 * cursor, break a row or turn the reading direction.
 */
public final class DisplayText {
    /** Longer contents are cut and end with an ellipsis. */
    public static final int MAX_CHARACTERS = 1_024;

    private static final char REPLACEMENT = '\uFFFD';
    private static final byte DELETE = 0x7F;

    private DisplayText() {}

    /**
     * The remaining bytes of a buffer as UTF-8; malformed bytes and control characters replaced, trailing CR, LF, NUL
     * and blanks cut off. The buffer's position stays.
     */
    public static String of(ByteBuffer datagram) {
        // A character takes at most four bytes: what lies beyond cannot be shown anyway.
        byte[] bytes = new byte[Math.min(datagram.remaining(), 4 * MAX_CHARACTERS)];
        datagram.duplicate().get(bytes);
        int end = bytes.length;
        while (end > 0
                && (bytes[end - 1] == 0
                        || bytes[end - 1] == ' '
                        || bytes[end - 1] == '\r'
                        || bytes[end - 1] == '\n')) {
            end--;
        }
        // Nearly always, and many thousand times a second in a flood.
        if (end <= MAX_CHARACTERS && isHarmlessAscii(bytes, end)) {
            return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        boolean cut =
                text.codePointCount(0, text.length()) > MAX_CHARACTERS
                        || end == 4 * MAX_CHARACTERS && datagram.remaining() > end;
        StringBuilder shown = new StringBuilder(Math.min(text.length(), MAX_CHARACTERS + 1));
        text.codePoints()
                .limit(MAX_CHARACTERS)
                .forEach(point -> shown.appendCodePoint(harmless(point)));
        return cut ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isHarmlessAscii(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            // Bytes beyond ASCII are negative.
            if (bytes[i] < ' ' || bytes[i] == DELETE) {
                return false;
            }
        }
        return true;
    }

    private static int harmless(int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL:
                return point == '\t' ? ' ' : REPLACEMENT;
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                return REPLACEMENT;
            default:
                return point;
        }
    }
}
