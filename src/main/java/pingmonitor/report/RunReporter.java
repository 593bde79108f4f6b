package pingmonitor.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.RttPercentiles;
import pingmonitor.series.SeriesSource;
import pingmonitor.series.StretchStatistics;
import pingmonitor.series.StretchSummary;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageDetector;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;
import pingmonitor.session.StretchFigures;

/** Finds out what a report says: goes through the rows page by page, and keeps sums of them. */
public final class RunReporter {
    private final ZoneId zone;
    private final int outageLosses;

    /**
     * @param zone where the hours of the table are those of the clock
     * @param outageLosses losses in a row that make an outage
     */
    public RunReporter(ZoneId zone, int outageLosses) {
        this.zone = zone;
        this.outageLosses = outageLosses;
    }

    /** The report about a part of a run; empty if no ping was sent in it. */
    public Optional<RunReport> report(
            SessionView session, SeriesSource series, TimeWindow window, RunLabel label) {
        RowRange range = window.rows(session);
        if (range.size() == 0) {
            return Optional.empty();
        }
        ReportPeriod period = period(session, window, range);
        List<PingEvent.Stalled> standstills = standstills(session, period);
        List<Outage> outages = new ArrayList<>();
        OutageDetector detector =
                new OutageDetector(session.plan().timeout(), outageLosses, outages::add);
        standstills.forEach(detector::standstill);
        ColumnFold columns = new ColumnFold(period, ColumnFold.columnsFor(range.size()));
        SliceFold slices = new SliceFold(period, zone);
        ArrivalOrder arrivals = new ArrivalOrder();
        Iterator<PingRow> rows = range.stream(session).iterator();
        while (rows.hasNext()) {
            PingRow row = rows.next();
            columns.add(row);
            slices.add(row);
            arrivals.add(row);
            if (row.state() != PingState.WAITING) {
                detector.add(row);
            }
        }
        arrivals.finish();
        if (range.to() == session.rowCount()) {
            session.finishedAt().ifPresent(detector::finish);
        }
        detector.current().ifPresent(outages::add);
        StretchSummary whole = slices.whole();
        StretchFigures figures = whole.figures();
        Optional<RttPercentiles> percentiles =
                StretchStatistics.of(series, figures.first(), figures.last()).percentiles();
        return Optional.of(
                new RunReport(
                        label,
                        session.plan(),
                        session.remote(),
                        session.latestMappedAddress(),
                        session.outcome(),
                        period,
                        figures(session, window, figures, percentiles, arrivals),
                        outageLosses,
                        outages,
                        detector.figures().upShare(),
                        standstills,
                        slices.sliceLength(),
                        slices.slices(),
                        columns.columns(),
                        BinFold.of(whole)));
    }

    private static ReportPeriod period(SessionView session, TimeWindow window, RowRange range) {
        PingRow first = session.rows(range.from(), range.from() + 1).get(0);
        PingRow last = session.rows(range.to() - 1, range.to()).get(0);
        Instant runStart = session.startedAt().orElse(first.sentAt());
        Instant start = window.from().filter(runStart::isBefore).orElse(runStart);
        // Before the first ping, but by no more than the wall clock says: it may have been set.
        long startNanos =
                first.sentNanos() - Math.max(0, Duration.between(start, first.sentAt()).toNanos());
        Instant anchored = first.sentAt().minusNanos(first.sentNanos() - startNanos);
        long untilLast = last.sentNanos() - startNanos;
        long length =
                end(session, window, range)
                        .map(end -> Duration.between(anchored, end).toNanos())
                        .map(nanos -> Math.max(untilLast, nanos))
                        .orElse(untilLast);
        return new ReportPeriod(anchored, startNanos, length, window.isWhole());
    }

    /** The end of the window or of the run, whichever comes first; empty while that is not known. */
    private static Optional<Instant> end(SessionView session, TimeWindow window, RowRange range) {
        boolean toTheEnd = range.to() == session.rowCount();
        Optional<Instant> runEnd = session.finishedAt();
        if (!toTheEnd) {
            return window.to();
        }
        return window.to().filter(to -> runEnd.map(to::isBefore).orElse(false)).or(() -> runEnd);
    }

    /** Those that lie in the period, at least in part. */
    private static List<PingEvent.Stalled> standstills(SessionView session, ReportPeriod period) {
        long end = period.startNanos() + period.lengthNanos();
        return session.standstills().stream()
                .filter(each -> each.runNanos() > period.startNanos())
                .filter(each -> each.runNanos() - each.leastNanos() < end)
                .toList();
    }

    private static ReportFigures figures(
            SessionView session,
            TimeWindow window,
            StretchFigures figures,
            Optional<RttPercentiles> percentiles,
            ArrivalOrder arrivals) {
        // What was counted while the run went on knows more than its rows.
        Optional<Statistics> counted =
                window.isWhole() ? Optional.of(session.statistics()) : Optional.empty();
        return new ReportFigures(
                figures.sent(),
                figures.received(),
                figures.timedOut(),
                figures.late(),
                figures.unreachable(),
                figures.cancelled(),
                figures.sendFailed(),
                figures.heldUp(),
                figures.duplicates(),
                figures.unverified(),
                counted.map(Statistics::reordered).orElseGet(arrivals::reordered),
                counted.map(each -> OptionalLong.of(each.missed())).orElseGet(OptionalLong::empty),
                percentiles.map(each -> rtts(figures, each)),
                figures.meanAbsIpdvNanos(),
                counted.map(Statistics::jitterNanos)
                        .filter(OptionalDouble::isPresent)
                        .orElseGet(arrivals::jitterNanos),
                figures.lossPlaces());
    }

    private static ReportFigures.RttFigures rtts(
            StretchFigures figures, RttPercentiles percentiles) {
        return new ReportFigures.RttFigures(
                figures.minNanos().orElseThrow(),
                figures.meanNanos().orElseThrow(),
                figures.maxNanos().orElseThrow(),
                figures.stddevNanos(),
                percentiles.medianNanos(),
                percentiles.p90Nanos(),
                percentiles.p95Nanos(),
                percentiles.p99Nanos(),
                percentiles.p999Nanos());
    }
}
