package pingmonitor.session;

import java.io.IOException;

/** Writes a session as CSV or JSON. The columns are documented in README. */
public final class SessionExport {
    private SessionExport() {}

    /** One line a ping, with a header line (RFC 4180). */
    public static void csv(Session session, Appendable out) throws IOException {
        throw new UnsupportedOperationException("todo");
    }

    /** One JSON object: the run, its summary and its pings. */
    public static void json(Session session, Appendable out) throws IOException {
        throw new UnsupportedOperationException("todo");
    }
}
