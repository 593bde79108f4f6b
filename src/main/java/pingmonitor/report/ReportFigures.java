package pingmonitor.report;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pingmonitor.session.LossLocations;
import pingmonitor.session.PingCounts;

/**
 * The figures of a report. A figure that is undefined, or that is not known of a part of a run, is empty.
 *
 * @param sent pings that left this machine
 * @param received replies on time
 * @param timedOut lost pings without any reply yet
 * @param late lost pings whose reply came after the time-out
 * @param unreachable lost pings that the network called unreachable
 * @param cancelled pings under way when the run was stopped
 * @param sendFailed pings that never left; not in {@code sent}
 * @param heldUp pings whose time is in doubt because this machine could not attend to them
 * @param duplicates further replies (RFC 5560)
 * @param unverified replies on time whose content did not name the ping
 * @param reordered replies that came after one to a later ping (RFC 4737)
 * @param missed moments of a fixed rate that passed without a ping
 * @param rtts of the replies on time; empty without any
 * @param meanAbsIpdvNanos mean |RTTᵢ − RTTᵢ₋₁| (RFC 3393)
 * @param jitterNanos of RFC 3550, on RTT
 * @param places where the lost pings were lost, as far as the server said so
 */
public record ReportFigures(
        long sent,
        long received,
        long timedOut,
        long late,
        long unreachable,
        long cancelled,
        long sendFailed,
        long heldUp,
        long duplicates,
        long unverified,
        long reordered,
        OptionalLong missed,
        Optional<RttFigures> rtts,
        OptionalDouble meanAbsIpdvNanos,
        OptionalDouble jitterNanos,
        LossLocations places)
        implements PingCounts {

    /**
     * Figures of RTTs, in nanoseconds.
     *
     * @param stddevNanos sample standard deviation; needs two replies
     */
    public record RttFigures(
            double minNanos,
            double meanNanos,
            double maxNanos,
            OptionalDouble stddevNanos,
            double medianNanos,
            double p90Nanos,
            double p95Nanos,
            double p99Nanos,
            double p999Nanos) {}
}
