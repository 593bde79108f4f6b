package pingmonitor.report;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a report is about. Times of the run go on evenly; the wall time belongs to them by a constant
 * difference, that of the first ping, so that a clock that was set during the run does not disturb the order.
 *
 * @param start wall time of the beginning
 * @param startNanos the same moment as time since the run began
 * @param lengthNanos how long
 * @param whole whether that is the whole run
 */
public record ReportPeriod(Instant start, long startNanos, long lengthNanos, boolean whole) {
    public ReportPeriod {
        if (lengthNanos < 0) {
            throw new IllegalArgumentException("length " + lengthNanos);
        }
    }

    public Instant end() {
        return start.plusNanos(lengthNanos);
    }

    public Duration length() {
        return Duration.ofNanos(lengthNanos);
    }

    /** Wall time of a moment of the run. */
    public Instant at(long runNanos) {
        return start.plusNanos(runNanos - startNanos);
    }

    /** Where a moment of the run lies: 0 at the beginning, 1 at the end; less and more outside. */
    public double share(long runNanos) {
        return lengthNanos == 0 ? 0 : (double) (runNanos - startNanos) / lengthNanos;
    }
}
