package pingmonitor.echo;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Whether a client fell silent after its first dropped datagram. A client that went on after a drop does not wait for
 * ever, and is never suspected again.
 */
final class ClientSilence {
    private enum Stage {
        NOTHING_DROPPED,
        SILENT,
        /** The client went on, or the hint was given. */
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
     * The client's latest datagram was dropped.
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

    /** Time since the drop, if the client has been silent since; otherwise -1. */
    long silentNanos(long nowNanos) {
        return stage == Stage.SILENT ? nowNanos - droppedNanos : -1;
    }

    /** Ends the suspicion; there is no hint any more. */
    void end() {
        stage = Stage.DONE;
    }
}
