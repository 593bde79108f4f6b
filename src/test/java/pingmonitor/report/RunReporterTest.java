package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.OutageCause;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;
import pingmonitor.session.Statistics;

/** What a report says is what the session, and a count of its rows, say. */
class RunReporterTest {
    private static final Session DAY = DayRun.session();
    private static final RunReport REPORT = of(TimeWindow.WHOLE);

    @Test
    void figuresOfTheWholeAreThoseOfTheSession() {
        Statistics statistics = DAY.statistics();
        ReportFigures figures = REPORT.figures();
        assertEquals(statistics.sent(), figures.sent());
        assertEquals(statistics.received(), figures.received());
        assertEquals(statistics.lost(), figures.lost());
        assertEquals(statistics.reordered(), figures.reordered());
        assertEquals(statistics.missed(), figures.missed().orElseThrow());
        assertEquals(statistics.lossPlaces(), figures.places());
        assertEquals(
                statistics.meanNanos().orElseThrow(),
                figures.rtts().orElseThrow().meanNanos(),
                1e-3);
        assertEquals(statistics.jitterNanos(), figures.jitterNanos());
    }

    @Test
    void percentilesAreThoseOfTheSortedRows() {
        long[] rtts =
                DAY.rows(0, DAY.rowCount()).stream()
                        .filter(row -> row.rttNanos().isPresent())
                        .mapToLong(row -> row.rttNanos().orElseThrow())
                        .sorted()
                        .toArray();
        ReportFigures.RttFigures figures = REPORT.figures().rtts().orElseThrow();
        assertEquals(rank(rtts, 50), figures.medianNanos());
        assertEquals(rank(rtts, 99), figures.p99Nanos());
        assertEquals(rank(rtts, 99.9), figures.p999Nanos());
    }

    @Test
    void columnsSlicesAndBinsHaveEveryPing() {
        ReportFigures figures = REPORT.figures();
        assertEquals(900, REPORT.columns().size());
        assertEquals(
                figures.settled(), REPORT.columns().stream().mapToLong(ReportColumn::sent).sum());
        assertEquals(figures.lost(), REPORT.columns().stream().mapToLong(ReportColumn::lost).sum());
        assertEquals(
                figures.settled(), REPORT.slices().stream().mapToLong(ReportSlice::settled).sum());
        assertEquals(figures.lost(), REPORT.slices().stream().mapToLong(ReportSlice::lost).sum());
        assertEquals(figures.received(), REPORT.bins().total());
    }

    @Test
    void columnsHaveTheExtremesOfTheRun() {
        ReportFigures.RttFigures rtts = REPORT.figures().rtts().orElseThrow();
        assertEquals(
                rtts.minNanos(),
                REPORT.columns().stream()
                        .filter(ReportColumn::hasReply)
                        .mapToLong(ReportColumn::minNanos)
                        .min()
                        .orElseThrow());
        assertEquals(
                rtts.maxNanos(),
                REPORT.columns().stream().mapToLong(ReportColumn::maxNanos).max().orElseThrow());
    }

    @Test
    void outagesAndTheSleepAreToldApart() {
        assertEquals(
                List.of(OutageCause.FORWARD_PATH, OutageCause.PORT_REFUSED),
                REPORT.outages().stream().map(outage -> outage.cause()).toList());
        assertEquals(1, REPORT.standstills().size());
        double watched = DayRun.PINGS + 0.12 - 5_399;
        assertEquals(1 - (252 + 53) / watched, REPORT.up().orElseThrow(), 1e-4);
    }

    @Test
    void hoursBeginAtTheLocalHour() {
        assertEquals(Duration.ofHours(1), REPORT.sliceLength());
        assertEquals(Instant.parse("2026-11-29T23:00:00Z"), REPORT.slices().get(0).start());
        assertEquals(1_188, REPORT.slices().get(0).settled());
    }

    @Test
    void windowHasThePingsThatWereSentInIt() {
        Instant from = DayRun.START.plusSeconds(3_600);
        RunReport part = of(window(from, from.plusSeconds(600)));
        assertEquals(600, part.figures().sent());
        assertEquals(from, part.period().start());
        assertEquals(Duration.ofSeconds(600), part.period().length());
        assertTrue(part.outages().isEmpty());
    }

    @Test
    void outageThatTheWindowCutsIsAsLongAsItIsWithin() {
        Instant outage = DayRun.START.plusSeconds(21_599);
        RunReport head = of(window(DayRun.START, outage.plusSeconds(100)));
        assertEquals(Duration.ofSeconds(100).toNanos(), head.lengthNanos(head.outages().get(0)));
        assertTrue(head.outages().get(0).endNanos().isEmpty());
        RunReport tail = of(window(outage.plusSeconds(100), outage.plusSeconds(400)));
        assertEquals(Duration.ofSeconds(152).toNanos(), tail.lengthNanos(tail.outages().get(0)));
    }

    @Test
    void windowBeyondTheRunIsTheRun() {
        RunReport part =
                of(window(DayRun.START.minusSeconds(9_000), DayRun.START.plusSeconds(900_000)));
        assertEquals(REPORT.figures().sent(), part.figures().sent());
        assertEquals(REPORT.period().lengthNanos(), part.period().lengthNanos());
    }

    @Test
    void windowWithoutAPingHasNoReport() {
        TimeWindow before = window(DayRun.START.minusSeconds(90), DayRun.START.minusSeconds(60));
        assertEquals(
                Optional.empty(),
                new RunReporter(DayRun.ZONE, 3)
                        .report(DAY, new SessionSeries(DAY), before, RunLabel.NONE));
    }

    @Test
    void jitterAndReorderingOfAPartAreThoseThatASessionOfItHas() {
        Scene scene = new Scene().started().sent(1, 2, 3, 4);
        scene.replied(2, 60_000_000).replied(1, 500_000_000).replied(4, 10_000_000);
        scene.replied(3, 450_000_000);
        RunReport part =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                scene.session,
                                new SessionSeries(scene.session),
                                window(Scene.START, Scene.START.plusSeconds(60)),
                                RunLabel.NONE)
                        .orElseThrow();
        // They came in as 2, 1, 4, 3.
        assertEquals(scene.figures().jitterNanos(), part.figures().jitterNanos());
        assertEquals(scene.figures().reordered(), part.figures().reordered());
    }

    @Test
    void runThatEndedWithoutSayingSoHasAReport() {
        Scene scene = new Scene().started().sent(1, 2).replied(1, 1_000_000);
        RunReport report =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                scene.session,
                                new SessionSeries(scene.session),
                                TimeWindow.WHOLE,
                                RunLabel.NONE)
                        .orElseThrow();
        assertEquals(2, report.figures().sent());
        assertEquals(1, report.figures().settled());
        assertEquals(Optional.<PingEvent.Outcome>empty(), report.outcome());
    }

    private static TimeWindow window(Instant from, Instant to) {
        return new TimeWindow(Optional.of(from), Optional.of(to));
    }

    private static long rank(long[] sorted, double percent) {
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }

    private static RunReport of(TimeWindow window) {
        return new RunReporter(DayRun.ZONE, 3)
                .report(DAY, new SessionSeries(DAY), window, RunLabel.NONE)
                .orElseThrow();
    }
}
