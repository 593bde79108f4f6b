package pingmonitor.report;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.series.StretchSummary;

/** Makes bins of the same width from the buckets of a histogram, whose width grows with the RTT. */
final class BinFold {
    private static final int BINS = 48;

    /** Of 100 replies, so many are within the bins; what is longer would make all bars thin. */
    private static final double PERCENT_WITHIN = 99;

    private static final double ROOM = 1.1;

    private BinFold() {}

    static RttBins of(StretchSummary summary) {
        if (summary.received() == 0) {
            return RttBins.EMPTY;
        }
        long min = summary.figures().minNanos().orElseThrow();
        long max = summary.figures().maxNanos().orElseThrow();
        long most = summary.percentileNanos(PERCENT_WITHIN).orElseThrow();
        long end = Math.min(max, min + (long) ((most - min) * ROOM));
        long width = Math.max(1, (end - min) / BINS + 1);
        double[] counts = new double[BINS];
        double[] beyond = {0};
        summary.forEachBucket(
                (from, to, count) ->
                        spread(
                                (double) Math.max(from, min) - min,
                                (double) Math.max(Math.min(to, max), min) - min + 1,
                                count,
                                width,
                                counts,
                                beyond));
        return new RttBins(min, width, rounded(counts), Math.round(beyond[0]));
    }

    /** A bucket's replies are taken to be even over its width. */
    private static void spread(
            double from, double to, long count, long width, double[] counts, double[] beyond) {
        double span = Math.max(1e-9, to - from);
        double left = count;
        int first = (int) (from / width);
        for (int bin = first; bin < counts.length && bin * (double) width < to; bin++) {
            double overlap =
                    Math.min(to, (bin + 1.0) * width) - Math.max(from, bin * (double) width);
            double part = Math.min(left, count * overlap / span);
            counts[bin] += part;
            left -= part;
        }
        beyond[0] += Math.max(0, left);
    }

    /** Rounded so that the sums stay what they were. */
    private static List<Long> rounded(double[] counts) {
        List<Long> rounded = new ArrayList<>();
        double sum = 0;
        long before = 0;
        for (double count : counts) {
            sum += count;
            rounded.add(Math.round(sum) - before);
            before = Math.round(sum);
        }
        return rounded;
    }
}
