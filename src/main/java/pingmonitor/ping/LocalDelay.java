package pingmonitor.ping;

import java.util.concurrent.TimeUnit;

/** When this machine's own slowness is worth a word. */
final class LocalDelay {
    /** What is shorter is the everyday life of a system, and not looked at. */
    static final long LEAST_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    /** Less is not worth a word: on loopback a window that draws takes as much from every second ping. */
    private static final long WORTH_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** So much is told however long the ping was under way. */
    private static final long ALWAYS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int LEAST_SHARE = 4;

    private LocalDelay() {}

    /**
     * Whether a ping's time is so much in doubt that it is to be told.
     *
     * @param heldUpNanos how long this machine could not attend to it
     * @param ageNanos how long it was under way
     */
    static boolean matters(long heldUpNanos, long ageNanos) {
        return heldUpNanos >= ALWAYS_NANOS
                || heldUpNanos >= WORTH_NANOS && heldUpNanos >= ageNanos / LEAST_SHARE;
    }
}
