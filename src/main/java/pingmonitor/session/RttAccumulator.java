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

    /** Goes on where another stood, which wrote itself from a place of the counts on. */
    void goOn(StatisticsState state, int place) {
        count = state.counts[place];
        minNanos = state.counts[place + 1];
        maxNanos = state.counts[place + 2];
        ipdvPairs = state.counts[place + 3];
        mean = state.means[1];
        squares = state.means[2];
        meanAbsIpdv = state.means[3];
    }

    void put(StatisticsState state, int place) {
        state.counts[place] = count;
        state.counts[place + 1] = minNanos;
        state.counts[place + 2] = maxNanos;
        state.counts[place + 3] = ipdvPairs;
        state.means[1] = mean;
        state.means[2] = squares;
        state.means[3] = meanAbsIpdv;
    }

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
