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
}
