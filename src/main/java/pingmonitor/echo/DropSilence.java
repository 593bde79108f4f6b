package pingmonitor.echo;

/**
 * Whether a client stopped at its first dropped datagram. One that went on after a drop has shown that it does not wait for
 * ever, and is never suspected again.
 */
final class DropSilence {
    private enum Stage {
        NOTHING_DROPPED,
        SILENT,
        /** It went on, or it has been told. */
        DONE
    }

    private Stage stage = Stage.NOTHING_DROPPED;
    private long droppedNanos;

    /** Something came from the client. */
    void heard() {
        if (stage == Stage.SILENT) {
            stage = Stage.DONE;
        }
    }

    /** What came just now was dropped. */
    void dropped(long nowNanos) {
        if (stage == Stage.NOTHING_DROPPED) {
            stage = Stage.SILENT;
            droppedNanos = nowNanos;
        }
    }

    /** Since its first datagram was dropped, if nothing came since; otherwise less than nothing. */
    long silentNanos(long nowNanos) {
        return stage == Stage.SILENT ? nowNanos - droppedNanos : -1;
    }

    /** No more is to be said of it. */
    void end() {
        stage = Stage.DONE;
    }
}
