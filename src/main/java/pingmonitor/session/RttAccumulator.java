package pingmonitor.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Sums up RTTs in constant space: extremes, mean, standard deviation and mean |IPDV|. Not thread-safe. */
final class RttAccumulator {
    private long count;
    private long minNanos = Long.MAX_VALUE;
    private long maxNanos = Long.MIN_VALUE;
    private double mean;

    /** Sum of squared distances from the mean (Welford 1962). */
    private double squares;

    private long ipdvPairs;
    private double meanAbsIpdv;

    void add(long rttNanos) {
        count++;
        minNanos = Math.min(minNanos, rttNanos);
        maxNanos = Math.max(maxNanos, rttNanos);
        // Welford: one distance from the old mean, one from the new; the same twice is a known
        // mistake.
        double fromOld = rttNanos - mean;
        mean += fromOld / count;
        squares += fromOld * (rttNanos - mean);
    }

    /** Adds the RTTs of two pings that follow on each other, both answered on time (RFC 3393). */
    void addNeighbours(long one, long other) {
        ipdvPairs++;
        meanAbsIpdv += (Math.abs(one - other) - meanAbsIpdv) / ipdvPairs;
    }

    double sumNanos() {
        return mean * count;
    }

    OptionalLong minNanos() {
        return count > 0 ? OptionalLong.of(minNanos) : OptionalLong.empty();
    }

    OptionalLong maxNanos() {
        return count > 0 ? OptionalLong.of(maxNanos) : OptionalLong.empty();
    }

    OptionalDouble meanNanos() {
        return count > 0 ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    /** Of the sample (n − 1). */
    OptionalDouble stddevNanos() {
        return count > 1
                ? OptionalDouble.of(Math.sqrt(squares / (count - 1)))
                : OptionalDouble.empty();
    }

    OptionalDouble meanAbsIpdvNanos() {
        return ipdvPairs > 0 ? OptionalDouble.of(meanAbsIpdv) : OptionalDouble.empty();
    }
}
