package pingmonitor.report;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A line of the table by time: an hour, or what suits the length of the run.
 *
 * @param start wall time of its beginning
 * @param settled pings of it whose fate is known
 * @param lost those of them that were lost
 * @param medianNanos median of the RTTs; empty without a reply on time
 * @param p95Nanos of 95 of 100 the RTT is not longer
 * @param maxNanos longest
 */
public record ReportSlice(
        Instant start,
        long settled,
        long lost,
        OptionalLong medianNanos,
        OptionalLong p95Nanos,
        OptionalLong maxNanos) {

    /** Lost share, 0 to 1. */
    public double loss() {
        return settled == 0 ? 0 : (double) lost / settled;
    }
}
