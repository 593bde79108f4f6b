package pingmonitor.session;

/** Where a ping stands. */
public enum PingState {
    WAITING,
    REPLIED,
    TIMED_OUT,
    /** Timed out, and the reply came after that; lost all the same (RFC 6673). */
    LATE,
    UNREACHABLE,
    CANCELLED,
    SEND_FAILED;

    /** Whether the ping's fate counts in the loss figure. */
    public boolean settled() {
        return this == REPLIED || lost();
    }

    /** Whether no reply came in time. */
    public boolean lost() {
        return this == TIMED_OUT || this == LATE || this == UNREACHABLE;
    }
}
