package pingmonitor.echo;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Whether a client stopped at its first dropped datagram. One that went on after a drop has shown that it does not wait
 * for ever, and is never suspected again.
 */
final class ClientSilence {
    private enum Stage {
        NOTHING_DROPPED,
        SILENT,
        /** It went on, or it has been told. */
        DONE
    }

    private Stage stage = Stage.NOTHING_DROPPED;
    private long droppedNanos;
    private OptionalLong droppedNumber = OptionalLong.empty();

    /** Something came from the client. */
    void heard() {
        if (stage == Stage.SILENT) {
            stage = Stage.DONE;
        }
    }

    /**
     * What came just now was dropped.
     *
     * @param number of the ping, asked only if it matters
     * @return whether it is the client's first one
     */
    boolean dropped(Supplier<OptionalLong> number, long nowNanos) {
        if (stage != Stage.NOTHING_DROPPED) {
            return false;
        }
        stage = Stage.SILENT;
        droppedNanos = nowNanos;
        droppedNumber = number.get();
        return true;
    }

    /** Whether a ping from another port may be the next one of this client. */
    boolean mayGoOnWith(OptionalLong number) {
        boolean follows =
                number.isPresent() == droppedNumber.isPresent()
                        && number.orElse(1) == droppedNumber.orElse(0) + 1;
        return stage == Stage.SILENT && follows;
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
