package pingmonitor.series;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the RTTs of a stretch are distributed, to be drawn. Made from buckets narrower than 1/128 of the RTTs in them,
 * so an RTT may be off by 0.4 %. Does not change.
 */
public final class RttDistribution {
    private final StretchSummary summary;

    RttDistribution(StretchSummary summary) {
        this.summary = summary;
    }

    /**
     * Buckets of equal width on a logarithmic axis, from the one with the smallest RTT to the one with the largest,
     * without a gap. Their edges are at 10^(k / perDecade) nanoseconds. Empty without a reply on time.
     *
     * @param perDecade number of buckets from 1 ms to 10 ms; 1 or more
     */
    public List<RttBucket> logarithmic(int perDecade) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        summary.forEachBucket(
                (from, to, count) -> {
                    double middle = Math.max(1, (from + to) / 2.0);
                    int bucket = (int) Math.floor(Math.log10(middle) * perDecade);
                    counts.merge(bucket, count, Long::sum);
                });
        List<RttBucket> buckets = new ArrayList<>();
        if (!counts.isEmpty()) {
            for (int bucket = counts.firstKey(); bucket <= counts.lastKey(); bucket++) {
                buckets.add(
                        new RttBucket(
                                edge(bucket, perDecade),
                                edge(bucket + 1, perDecade),
                                counts.getOrDefault(bucket, 0L)));
            }
        }
        return List.copyOf(buckets);
    }

    /** The cumulative curve of the replies on time, from the smallest RTT to the largest; empty without any. */
    public List<CumulativeShare> cumulative() {
        List<CumulativeShare> points = new ArrayList<>();
        long all = summary.received();
        long max = summary.figures().maxNanos().orElse(0);
        long[] upTo = {0};
        summary.forEachBucket(
                (from, to, count) -> {
                    upTo[0] += count;
                    points.add(new CumulativeShare(Math.min(max, to), (double) upTo[0] / all));
                });
        return List.copyOf(points);
    }

    private static long edge(int bucket, int perDecade) {
        return Math.round(Math.pow(10, (double) bucket / perDecade));
    }
}
