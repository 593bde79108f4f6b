package pingmonitor.report;

import java.util.List;

/**
 * How often which RTT came: bins of the same width, from the shortest RTT on. What is longer than the last bin is only
 * counted.
 *
 * @param startNanos where the first bin begins
 * @param binNanos width of a bin
 * @param counts replies on time, by bin
 * @param beyond replies on time that took longer
 */
public record RttBins(long startNanos, long binNanos, List<Long> counts, long beyond) {
    /** Without any reply. */
    public static final RttBins EMPTY = new RttBins(0, 1, List.of(), 0);

    public RttBins {
        counts = List.copyOf(counts);
    }

    /** Where the last bin ends. */
    public long endNanos() {
        return startNanos + binNanos * counts.size();
    }

    /** All replies on time. */
    public long total() {
        return beyond + counts.stream().mapToLong(Long::longValue).sum();
    }
}
