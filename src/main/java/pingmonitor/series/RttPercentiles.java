package pingmonitor.series;

/**
 * Percentiles of RTTs in nanoseconds, each by nearest rank: the smallest RTT that so many of a hundred do not exceed.
 *
 * @param medianNanos 50 %
 * @param p90Nanos 90 %
 * @param p95Nanos 95 %
 * @param p99Nanos 99 %
 * @param p999Nanos 99.9 %
 */
public record RttPercentiles(
        long medianNanos, long p90Nanos, long p95Nanos, long p99Nanos, long p999Nanos) {

    /** Of all RTTs; puts them in another order. There is one at least. */
    static RttPercentiles of(long[] rtts, int count) {
        // Behind a percentile lie only larger ones, so each search has less to look through.
        int median = rank(500, count);
        int p90 = rank(900, count);
        int p95 = rank(950, count);
        int p99 = rank(990, count);
        int p999 = rank(999, count);
        return new RttPercentiles(
                Selection.select(rtts, 0, count, median),
                Selection.select(rtts, median, count, p90),
                Selection.select(rtts, p90, count, p95),
                Selection.select(rtts, p95, count, p99),
                Selection.select(rtts, p99, count, p999));
    }

    /** As near as the summary knows them. There is one RTT at least. */
    static RttPercentiles of(StretchSummary summary) {
        return new RttPercentiles(
                summary.percentileNanos(50).orElseThrow(),
                summary.percentileNanos(90).orElseThrow(),
                summary.percentileNanos(95).orElseThrow(),
                summary.percentileNanos(99).orElseThrow(),
                summary.percentileNanos(99.9).orElseThrow());
    }

    /** Index of the value at a rank among so many in order. */
    private static int rank(int perMille, int count) {
        return (int) (((long) perMille * count + 999) / 1_000) - 1;
    }
}
