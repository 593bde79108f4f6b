package pingmonitor.report;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.Outage;

/**
 * All that a report says of a run, or of a part of it, as figures; the words are added by whoever writes it.
 *
 * @param label what the person calls the run
 * @param plan what the run was asked to do
 * @param remote the address that was pinged
 * @param mapped under which address the server saw this machine
 * @param outcome how the run ended; empty while it goes on
 * @param period the time that it is about
 * @param figures of that time
 * @param outageLosses losses in a row that make an outage
 * @param outages that touch that time, in order
 * @param up share of the time without an outage, 0 to 1; standstills, and time in which this machine was offline, count
 *     neither way. Empty without any time
 * @param standstills when this machine or program stood still in that time
 * @param sliceLength width of a slice
 * @param slices the table by time; empty where the time is too short for one
 * @param columns the chart; of the same width in time each
 * @param bins how often which RTT came
 */
public record RunReport(
        RunLabel label,
        PingPlan plan,
        Optional<InetSocketAddress> remote,
        Optional<PingEvent.MappedAddress> mapped,
        Optional<PingEvent.Outcome> outcome,
        ReportPeriod period,
        ReportFigures figures,
        int outageLosses,
        List<Outage> outages,
        OptionalDouble up,
        List<PingEvent.Stalled> standstills,
        Duration sliceLength,
        List<ReportSlice> slices,
        List<ReportColumn> columns,
        RttBins bins) {

    public RunReport {
        outages = List.copyOf(outages);
        standstills = List.copyOf(standstills);
        slices = List.copyOf(slices);
        columns = List.copyOf(columns);
    }

    /** When an outage ended, as time of the run; with the period at the latest. */
    public long endNanos(Outage outage) {
        long end = period.startNanos() + period.lengthNanos();
        return Math.min(end, outage.endNanos().orElse(end));
    }

    /** How long an outage was within the period, in nanoseconds; one that goes on ends with the period. */
    public long lengthNanos(Outage outage) {
        return Math.max(0, endNanos(outage) - Math.max(period.startNanos(), outage.startNanos()));
    }

    /** How long this machine stood still in all. */
    public long standstillNanos() {
        return standstills.stream().mapToLong(PingEvent.Stalled::leastNanos).sum();
    }
}
