package pingmonitor.discovery;

import java.time.Duration;

/** Whether a link receives multicast, as tests at intervals have shown. For one thread. */
final class MulticastHealth {
    /** Interval of the tests: a firewall may block a link later without notice. */
    static final Duration EVERY = Duration.ofSeconds(30);

    private boolean hears;
    private boolean doubtful;
    private boolean wasDeaf;
    private long heardNanos;

    /** Whether the next test is due. */
    boolean isDue(long nowNanos) {
        return !hears || doubtful || nowNanos - heardNanos >= EVERY.toNanos();
    }

    void heard(long nowNanos) {
        hears = true;
        doubtful = false;
        heardNanos = nowNanos;
    }

    /** A test failed. A link that worked fails only at the second time: one question may be lost. */
    void heardNothing() {
        if (hears && !doubtful) {
            doubtful = true;
            return;
        }
        hears = false;
        doubtful = false;
        wasDeaf = true;
    }

    boolean hears() {
        return hears;
    }

    /** Whether it ever failed: JmDNS may have given up on the link at that time. */
    boolean wasDeaf() {
        return wasDeaf;
    }
}
