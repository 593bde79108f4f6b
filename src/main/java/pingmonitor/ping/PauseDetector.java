package pingmonitor.ping;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Lets a sleeper sleep in short steps while a ping is under way, and tells from a step that lasts too long that the whole
 * program stood still: memory was cleared up, the process was stopped, the machine slept or was held up by its host. That only the
 * sleeper itself had to wait for a processor is no such thing.
 */
final class PauseDetector {
    /** The first step; a shorter round trip is over before it ends. */
    static final long FIRST_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Steps grow with the age of the ping: what is little beside its round trip need not be noticed. */
    static final int STEPS_IN_AGE = 8;

    /** How late a sleeper is woken on an ordinary system, and on Windows with its coarse clock. */
    private static final long LEAST_NANOS =
            TimeUnit.MILLISECONDS.toNanos(
                    System.getProperty("os.name", "").startsWith("Windows") ? 25 : 2);

    private final long leastNanos;
    private long sleepingNanos;

    /** Takes a pause: from when it was to go on until it did. */
    @FunctionalInterface
    interface Witness {
        void heldUp(long fromNanos, long untilNanos);
    }

    /**
     * @param leastNanos what is shorter is the ordinary lateness of waking a sleeper
     */
    PauseDetector(long leastNanos) {
        this.leastNanos = leastNanos;
    }

    /** For this system. */
    PauseDetector() {
        this(LEAST_NANOS);
    }

    /**
     * Until when to sleep now.
     *
     * @param wakeNanos until when at the longest
     * @param sentNanos when the latest ping under way was sent
     */
    static long stepNanos(long nowNanos, long wakeNanos, OptionalLong sentNanos) {
        if (sentNanos.isEmpty()) {
            return wakeNanos;
        }
        long growing = (nowNanos - sentNanos.getAsLong()) / STEPS_IN_AGE;
        long step = nowNanos + Math.max(FIRST_STEP_NANOS, growing);
        return step - wakeNanos < 0 ? step : wakeNanos;
    }

    /** To be called right before the sleep. */
    void sleeping(long nowNanos) {
        sleepingNanos = nowNanos;
    }

    /**
     * To be called right after the sleep, or when it was cut short.
     *
     * @param dueNanos until when it was to last
     * @param ownWaitNanos how long the sleeper itself waited for a processor meanwhile
     */
    void woken(long dueNanos, long nowNanos, long ownWaitNanos, Witness witness) {
        // Work that lasted until after the sleep's end is no pause.
        long fromNanos = dueNanos - sleepingNanos > 0 ? dueNanos : sleepingNanos;
        if (nowNanos - fromNanos - ownWaitNanos >= leastNanos) {
            witness.heldUp(fromNanos, nowNanos);
        }
    }
}
