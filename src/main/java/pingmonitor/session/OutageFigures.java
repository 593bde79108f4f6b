package pingmonitor.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The outages of a run in figures. Times are of the run's own time, in nanoseconds, from the sending of the first ping
 * on.
 *
 * @param count outages, one that goes on included
 * @param lost pings lost in them, or not sent
 * @param watchedNanos time in which this machine was awake and its program running
 * @param downNanos time of the outages in which this computer could send
 * @param offlineNanos time of the outages in which it could not
 * @param standstillNanos time in which this machine was asleep or its program stood still
 * @param longestNanos the longest outage so far; empty without any
 * @param meanBetweenNanos mean time from the end of an outage to the start of the next, without standstills; empty
 *     before the second
 */
public record OutageFigures(
        long count,
        long lost,
        long watchedNanos,
        long downNanos,
        long offlineNanos,
        long standstillNanos,
        OptionalLong longestNanos,
        OptionalDouble meanBetweenNanos) {

    /** Of a run without any ping. */
    public static final OutageFigures NONE =
            new OutageFigures(0, 0, 0, 0, 0, 0, OptionalLong.empty(), OptionalDouble.empty());

    /**
     * Share of the time without an outage, 0 to 1. Time in which this computer was offline counts neither way. Empty
     * without any time.
     */
    public OptionalDouble upShare() {
        long known = watchedNanos - offlineNanos;
        return known <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (known - downNanos) / known);
    }

    /** The figures of this run and a later one; the time between the two counts nowhere. */
    public OutageFigures plus(OutageFigures later) {
        return new OutageFigures(
                count + later.count,
                lost + later.lost,
                watchedNanos + later.watchedNanos,
                downNanos + later.downNanos,
                offlineNanos + later.offlineNanos,
                standstillNanos + later.standstillNanos,
                count + later.count == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                Math.max(longestNanos.orElse(0), later.longestNanos.orElse(0))),
                meanBetween(later));
    }

    private OptionalDouble meanBetween(OutageFigures later) {
        long gaps = Math.max(0, count - 1);
        long laterGaps = Math.max(0, later.count - 1);
        return gaps + laterGaps == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (meanBetweenNanos.orElse(0) * gaps
                                        + later.meanBetweenNanos.orElse(0) * laterGaps)
                                / (gaps + laterGaps));
    }
}
