package pingmonitor.echo.fate;

import java.nio.ByteBuffer;

/**
 * The lab server's reply: the letters a to z in upper case and every other byte as it is, as Python's {@code
 * bytes.upper()}.
 */
final class UpperCase {
    private static final int TO_UPPER = 'A' - 'a';

    private UpperCase() {}

    /** Makes the reply of a request, in its place: exactly as long, from the same position to the same limit. */
    static void apply(ByteBuffer request) {
        for (int i = request.position(); i < request.limit(); i++) {
            byte value = request.get(i);
            if (isLower(value)) {
                request.put(i, (byte) (value + TO_UPPER));
            }
        }
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

    private static boolean isLower(byte value) {
        return value >= 'a' && value <= 'z';
    }
}
