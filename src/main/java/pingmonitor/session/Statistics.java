package pingmonitor.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures of a run at one moment. A figure that is undefined (no reply, too few replies) is empty, never 0.
 *
 * @param sent pings that left this machine
 * @param received replies on time
 * @param timedOut lost pings without any reply yet
 * @param late lost pings whose reply came after the time-out
 * @param unreachable lost pings that the network called undeliverable
 * @param hostUnreachable those of them whose machine, and not whose port, was called unreachable
 * @param cancelled pings under way when the run was stopped
 * @param inFlight pings under way now; {@code sent = received + timedOut + late + unreachable + cancelled + inFlight}
 * @param sendFailed pings that never left; not in {@code sent}
 * @param missed moments of a fixed rate that passed without a ping; not in {@code sent}
 * @param heldUp pings whose time is in doubt because this machine could not attend to them
 * @param heldUpMatters whether without that the mean RTT would be smaller by a tenth, or a ping perhaps not lost
 * @param duplicates further replies to answered pings (RFC 5560)
 * @param foreign datagrams that answered no ping
 * @param unverified replies on time whose content did not name the ping
 * @param reordered first replies, on time or late, whose number is below one already received (RFC 4737)
 * @param minNanos smallest RTT of the replies on time
 * @param meanNanos arithmetic mean of those RTTs
 * @param maxNanos largest of those RTTs
 * @param stddevNanos sample standard deviation (n − 1); needs two replies
 * @param meanAbsIpdvNanos mean |RTTᵢ − RTTᵢ₋₁| over neighbours both answered on time (RFC 3393)
 * @param jitterNanos J += (|D| − J)/16 on RTT, in order of arrival (RFC 3550, 6.4.1); needs two replies
 * @param matches how the replies named their pings
 * @param lossPlaces where the lost pings were lost, as far as the server said so
 */
public record Statistics(
        long sent,
        long received,
        long timedOut,
        long late,
        long unreachable,
        long hostUnreachable,
        long cancelled,
        long inFlight,
        long sendFailed,
        long missed,
        long heldUp,
        boolean heldUpMatters,
        long duplicates,
        long foreign,
        long unverified,
        long reordered,
        OptionalLong minNanos,
        OptionalDouble meanNanos,
        OptionalLong maxNanos,
        OptionalDouble stddevNanos,
        OptionalDouble meanAbsIpdvNanos,
        OptionalDouble jitterNanos,
        ReplyMatches matches,
        LossLocations lossPlaces)
        implements PingCounts {

    /** Lost pings whose port was called unreachable. */
    public long portUnreachable() {
        return unreachable - hostUnreachable;
    }

    /** Whether a datagram came from the server: a reply, another one, or word of where pings were lost. */
    public boolean heard() {
        return received + late + foreign + lossPlaces.known() > 0;
    }
}
