package pingmonitor.ping;

import java.util.Optional;
import java.util.OptionalLong;

/** Says when the next ping of a run leaves. It is told what happens, and has neither a clock nor a thread. */
interface Pace {

    /** The run begins: the first ping is to leave now, or in a moment. */
    void begin(long nowNanos);

    /** When the next ping is to leave; empty as long as it has to wait for another's fate. */
    OptionalLong dueNanos();

    /**
     * The next ping leaves now, or would if it could.
     *
     * @return how many moments at which one should have left are past for good
     */
    long leave(long nowNanos);

    /**
     * The ping under way was answered, lost or could not be sent.
     *
     * @param error whether that was known at once, so that it may be so with the next one
     */
    void settled(long nowNanos, boolean error);

    /**
     * The time in which something else than a ping may leave and be in the way of none, as far as that is known now.
     */
    Optional<IdleWindow> idleWindow(long nowNanos);

    /** Whether the next ping waits for the fate of the one before, so that between the two nothing is under way. */
    boolean waitsForReplies();

    /** How often a port may be opened, at most, so that the beat is kept. */
    long nanosBetweenPorts();

    static Pace of(Pacing pacing) {
        return pacing instanceof Pacing.FixedRate fixedRate
                ? new FixedRatePace(fixedRate.interval().toNanos())
                : new StopAndWaitPace(((Pacing.StopAndWait) pacing).pause().toNanos());
    }
}
