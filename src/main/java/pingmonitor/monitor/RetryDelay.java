package pingmonitor.monitor;

import java.time.Duration;

/** After how long a run that failed is tried again: each time twice as long, up to five minutes. */
final class RetryDelay {
    static final Duration FIRST = Duration.ofSeconds(5);
    static final Duration MAX = Duration.ofMinutes(5);

    private Duration next = FIRST;

    /** What {@link #next} will say. */
    Duration upcoming() {
        return next;
    }

    /** The time until the next try. */
    Duration next() {
        Duration delay = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(MAX) > 0 ? MAX : twice;
        return delay;
    }

    /** The run began: the next failure is a first one. */
    void reset() {
        next = FIRST;
    }
}
