package pingmonitor.series;

/** Extremes, mean, standard deviation and mean |IPDV| of RTTs, which can be added up. Not thread-safe. */
final class RttMoments {
    private long count;
    private long minNanos = Long.MAX_VALUE;
    private long maxNanos;
    private double mean;

    /** Sum of squared distances from the mean. */
    private double squares;

    private long pairs;
    private double meanAbsIpdv;

    RttMoments() {}

    RttMoments(
            long count,
            long minNanos,
            long maxNanos,
            double mean,
            double squares,
            long pairs,
            double meanAbsIpdv) {
        this.count = count;
        this.minNanos = minNanos;
        this.maxNanos = maxNanos;
        this.mean = mean;
        this.squares = squares;
        this.pairs = pairs;
        this.meanAbsIpdv = meanAbsIpdv;
    }

    /** Adds an RTT (Welford 1962). */
    void add(long rttNanos) {
        count++;
        minNanos = Math.min(minNanos, rttNanos);
        maxNanos = Math.max(maxNanos, rttNanos);
        double fromOld = rttNanos - mean;
        mean += fromOld / count;
        squares += fromOld * (rttNanos - mean);
    }

    /** Adds the RTTs of two pings of consecutive numbers, both answered on time (RFC 3393). */
    void addNeighbours(long one, long other) {
        pairs++;
        meanAbsIpdv += (Math.abs(one - other) - meanAbsIpdv) / pairs;
    }

    /** Adds all of another (T. F. Chan, G. H. Golub, R. J. LeVeque, 1979). */
    void add(RttMoments more) {
        if (more.count > 0) {
            long sum = count + more.count;
            double distance = more.mean - mean;
            squares += more.squares + distance * distance * count * more.count / sum;
            mean += distance * more.count / sum;
            count = sum;
            minNanos = Math.min(minNanos, more.minNanos);
            maxNanos = Math.max(maxNanos, more.maxNanos);
        }
        if (more.pairs > 0) {
            pairs += more.pairs;
            meanAbsIpdv += (more.meanAbsIpdv - meanAbsIpdv) * more.pairs / pairs;
        }
    }

    long count() {
        return count;
    }

    /** Only with an RTT, as the next three. */
    long minNanos() {
        return minNanos;
    }

    long maxNanos() {
        return maxNanos;
    }

    double mean() {
        return mean;
    }

    double squares() {
        return squares;
    }

    /** Number of neighbours that {@link #meanAbsIpdv} is of. */
    long pairs() {
        return pairs;
    }

    double meanAbsIpdv() {
        return meanAbsIpdv;
    }
}
