package pingmonitor.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import pingmonitor.session.PingState;

/**
 * The replies on time of a stretch that came last, for its jitter. What came before those weighs less than 1e-28 in it.
 * Not thread-safe.
 */
final class LatestArrivals {
    /** Replies that the jitter is made from at least, if there are so many. */
    static final int KEPT = 1_024;

    /** So many more are gathered before the latest are sorted out. */
    private static final int GATHERED = 4 * KEPT;

    /** RFC 3550, 6.4.1: each difference counts for a 16th. */
    private static final int SMOOTHING = 16;

    private record Arrival(long nanos, long rttNanos) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private long replies;

    /** Earlier ones are not among the latest. */
    private long fromNanos = Long.MIN_VALUE;

    void add(RowColumns rows, int from, int to) {
        for (int row = from; row < to; row++) {
            if (rows.state(row) == PingState.REPLIED) {
                replies++;
                add(rows.sentNanos(row) + rows.rttNanos(row), rows.rttNanos(row));
            }
        }
    }

    /** Whether more replies that came earlier would change nothing that can be seen. */
    boolean isEnough() {
        return replies >= KEPT;
    }

    /** J += (|D| − J)/16 on RTT, in order of arrival; needs two replies. */
    OptionalDouble jitterNanos() {
        sort();
        double jitter = 0;
        for (int each = 1; each < arrivals.size(); each++) {
            long difference = arrivals.get(each).rttNanos - arrivals.get(each - 1).rttNanos;
            jitter += (Math.abs(difference) - jitter) / SMOOTHING;
        }
        return arrivals.size() > 1 ? OptionalDouble.of(jitter) : OptionalDouble.empty();
    }

    private void add(long nanos, long rttNanos) {
        if (nanos < fromNanos) {
            return;
        }
        arrivals.add(new Arrival(nanos, rttNanos));
        if (arrivals.size() == GATHERED) {
            sort();
            arrivals.subList(0, GATHERED - KEPT).clear();
            fromNanos = arrivals.get(0).nanos;
        }
    }

    private void sort() {
        arrivals.sort(Comparator.comparingLong(Arrival::nanos));
    }
}
