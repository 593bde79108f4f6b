package pingmonitor.ping;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the machine or the program stood still: nobody looked, though somebody was to. Only while a ping waits
 * are there looks between; a standstill in a long pause changes nothing.
 */
final class SuspendDetector {
    /** Shorter ones are a busy machine's everyday life. */
    static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long lookedNanos;

    void begin(long nowNanos) {
        lookedNanos = nowNanos;
    }

    /** When to look next, while a ping waits. */
    long nextLookNanos() {
        return lookedNanos + LOOK_EVERY_NANOS;
    }

    /**
     * Looks at the clock.
     *
     * @param expectedNanos when somebody was to look
     * @return for how long, at least, nobody could; empty when it is not worth a word
     */
    OptionalLong look(long nowNanos, long expectedNanos) {
        long since = expectedNanos - lookedNanos > 0 ? expectedNanos : lookedNanos;
        lookedNanos = nowNanos;
        return nowNanos - since >= LEAST_NANOS
                ? OptionalLong.of(nowNanos - since)
                : OptionalLong.empty();
    }
}
