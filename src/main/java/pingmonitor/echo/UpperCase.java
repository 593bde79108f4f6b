package pingmonitor.echo;

import java.nio.ByteBuffer;

/** The lab server's reply: the letters a to z in upper case and every other byte as it is, as Python's {@code bytes.upper()}. */
final class UpperCase {
    private static final int TO_UPPER = 'A' - 'a';

    private UpperCase() {}

    /**
     * Writes the reply.
     *
     * @param request read from its position to its limit, which stay as they are
     * @param reply cleared before and ready for reading afterwards, exactly as long as the request
     */
    static void write(ByteBuffer request, ByteBuffer reply) {
        int start = request.position();
        int length = request.remaining();
        reply.clear();
        for (int i = 0; i < length; i++) {
            byte value = request.get(start + i);
            reply.put(i, isLower(value) ? (byte) (value + TO_UPPER) : value);
        }
        reply.limit(length);
    }

    /** Whether the reply would be the request itself. */
    static boolean leavesUnchanged(ByteBuffer request) {
        for (int i = request.position(); i < request.limit(); i++) {
            if (isLower(request.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean hasLetters(ByteBuffer text) {
        for (int i = text.position(); i < text.limit(); i++) {
            byte value = text.get(i);
            if (isLower(value) || (value >= 'A' && value <= 'Z')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLower(byte value) {
        return value >= 'a' && value <= 'z';
    }
}
