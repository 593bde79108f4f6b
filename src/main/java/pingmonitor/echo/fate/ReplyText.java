package pingmonitor.echo.fate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What the server makes of a request for its reply; always as long as the request. */
public enum ReplyText {
    /** The letters a to z in upper case, as the lab's Python server does. */
    UPPER_CASE("upper"),
    /** Byte for byte the same, as the book's Java server does. */
    UNCHANGED("echo");

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

    /** Makes the reply of a request, in its place. */
    public void apply(ByteBuffer request) {
        if (this == UPPER_CASE) {
            UpperCase.apply(request);
        }
    }

    /** Whether the reply would be the request itself. */
    public boolean leavesUnchanged(ByteBuffer request) {
        return this == UNCHANGED || UpperCase.leavesUnchanged(request);
    }
}
