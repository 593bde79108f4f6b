package pingmonitor.echo.fate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What the server makes of a request for its reply; always as long as the request. */
public enum ReplyText {
    /** The letters a to z in upper case and every other byte as it is, as Python's {@code bytes.upper()}. */
    UPPER_CASE("upper"),
    /** Byte for byte the same, as the book's Java server does. */
    UNCHANGED("echo");

    private static final int TO_UPPER = 'A' - 'a';

    private final String id;

    ReplyText(String id) {
        this.id = id;
    }

    /** The name on the command line, in JSON and in the settings file. */
    public String id() {
        return id;
    }

    /** The one of that name, if there is one. */
    public static Optional<ReplyText> byId(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** Makes the reply of a request, in its place: exactly as long, from the same position to the same limit. */
    public void apply(ByteBuffer request) {
        for (int i = request.position(); i < request.limit(); i++) {
            byte value = request.get(i);
            if (changes(value)) {
                request.put(i, (byte) (value + TO_UPPER));
            }
        }
    }

    /** Whether the reply would be the request itself. */
    public boolean leavesUnchanged(ByteBuffer request) {
        for (int i = request.position(); i < request.limit(); i++) {
            if (changes(request.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean changes(byte value) {
        return this == UPPER_CASE && value >= 'a' && value <= 'z';
    }
}
