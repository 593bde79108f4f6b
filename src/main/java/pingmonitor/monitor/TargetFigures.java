package pingmonitor.monitor;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How the pings of a target did in a time.
 *
 * @param sent pings that left this machine
 * @param received replies on time
 * @param lost pings without a reply on time
 * @param sendFailed pings that never left
 * @param minNanos smallest RTT of the replies on time
 * @param meanNanos mean of those RTTs
 * @param maxNanos largest of those RTTs
 */
public record TargetFigures(
        long sent,
        long received,
        long lost,
        long sendFailed,
        OptionalLong minNanos,
        OptionalDouble meanNanos,
        OptionalLong maxNanos) {

    /** Lost share of the pings whose fate is known, 0 to 1; empty without any. */
    public OptionalDouble loss() {
        long settled = received + lost;
        return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) lost / settled);
    }
}
