package pingmonitor.ping.delay;

import java.util.concurrent.TimeUnit;

/** Decides when a delay on this machine is worth reporting. */
public final class LocalDelay {
    /** A shorter delay is ordinary on any system and is not even noted. */
    public static final long MIN_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    /** A shorter one is not reported: on loopback a window that draws takes as much from every second ping. */
    private static final long MIN_REPORTED_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** One this long is reported whatever the age of the ping. */
    private static final long ALWAYS_REPORTED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** A shorter one is reported from this part of the ping's age on. */
    private static final int MIN_SHARE = 4;

    private LocalDelay() {}

    /**
     * Whether a delay makes a ping's time so doubtful that it is to be reported.
     *
     * @param delayNanos how long this machine could not attend to the ping
     * @param ageNanos how long the ping was under way
     */
    public static boolean matters(long delayNanos, long ageNanos) {
        return delayNanos >= ALWAYS_REPORTED_NANOS
                || delayNanos >= MIN_REPORTED_NANOS && delayNanos >= ageNanos / MIN_SHARE;
    }
}
