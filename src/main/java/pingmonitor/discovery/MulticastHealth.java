package pingmonitor.discovery;

import java.time.Duration;

/** Whether a link receives multicast, as tests at intervals have shown. For one thread. */
final class MulticastHealth {
    /** What hears may be blocked later, without a word. */
    static final Duration EVERY = Duration.ofSeconds(30);

    private boolean hears;
    private boolean doubtful;
    private boolean wasDeaf;
    private long heardNanos;

    /** Whether it is time to listen. */
    boolean isDue(long nowNanos) {
        return !hears || doubtful || nowNanos - heardNanos >= EVERY.toNanos();
    }

    void heard(long nowNanos) {
        hears = true;
        doubtful = false;
        heardNanos = nowNanos;
    }

    /** Nothing was heard. Of a link that did hear that is believed the second time: a question may be lost. */
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

    /** Whether there was a time in which it did not: what the link tried to say then may have been its end. */
    boolean wasDeaf() {
        return wasDeaf;
    }
}
