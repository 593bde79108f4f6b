package pingmonitor.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures of a stretch of a run, as its rows tell them: nothing of what belongs to no ping (foreign datagrams,
 * missed slots) or depends on the order of arrival (reordering, jitter). A figure that is undefined is empty, never 0.
 *
 * @param first number of the first ping whose row is kept; 0 without any
 * @param last number of the last ping
 * @param sent pings that left this machine
 * @param received replies on time
 * @param timedOut lost pings without any reply yet
 * @param late lost pings whose reply came after the time-out
 * @param unreachable lost pings that the network called unreachable
 * @param cancelled pings under way when the run was stopped
 * @param inFlight pings under way now; {@code sent = received + timedOut + late + unreachable + cancelled + inFlight}
 * @param sendFailed pings that never left; not in {@code sent}
 * @param heldUp pings whose time is in doubt because this machine could not attend to them
 * @param duplicates further replies to these pings (RFC 5560)
 * @param unverified replies on time whose content did not name the ping
 * @param minNanos smallest RTT of the replies on time
 * @param meanNanos arithmetic mean of those RTTs
 * @param maxNanos largest of those RTTs
 * @param stddevNanos sample standard deviation (n − 1); needs two replies
 * @param meanAbsIpdvNanos mean |RTTᵢ − RTTᵢ₋₁| over neighbours in the stretch, both answered on time (RFC 3393)
 * @param lossPlaces where the lost pings were lost, as far as the server said so
 */
public record StretchFigures(
        long first,
        long last,
        long sent,
        long received,
        long timedOut,
        long late,
        long unreachable,
        long cancelled,
        long inFlight,
        long sendFailed,
        long heldUp,
        long duplicates,
        long unverified,
        OptionalLong minNanos,
        OptionalDouble meanNanos,
        OptionalLong maxNanos,
        OptionalDouble stddevNanos,
        OptionalDouble meanAbsIpdvNanos,
        LossLocations lossPlaces)
        implements PingCounts {}
