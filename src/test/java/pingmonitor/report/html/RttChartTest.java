package pingmonitor.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.report.DayRun;
import pingmonitor.report.RunLabel;
import pingmonitor.report.RunReport;
import pingmonitor.report.RunReporter;
import pingmonitor.report.TimeWindow;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.Scene;

/** Nothing that happened is too thin or too short to be seen in the chart, of whatever width. */
class RttChartTest {
    private static final int PINGS = 20_000;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double PLOT_TOP = 26;
    private static final RunReport DAY =
            new RunReporter(DayRun.ZONE, 3)
                    .report(
                            DayRun.session(),
                            new SessionSeries(DayRun.session()),
                            TimeWindow.WHOLE,
                            RunLabel.NONE)
                    .orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void oneLossAmongManyIsAVisibleMark(String chart) {
        List<Element> marks = chart(chart, 10_000, 1, 0).select("rect.loss");
        assertEquals(1, marks.size());
        assertTrue(number(marks.get(0), "width") >= 1);
        assertTrue(number(marks.get(0), "height") >= 8);
        assertEquals(0.5, place(chart, marks.get(0)), 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void shortOutageIsAVisibleBlockWithItsLength(String chart) {
        Element drawing = chart(chart, 5_000, 4, 0);
        Element block = drawing.selectFirst("rect.outage");
        assertTrue(number(block, "width") >= 2);
        assertEquals(0.25, place(chart, block), 0.01);
        assertEquals("4.0 s", drawing.selectFirst("text.outage-length").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void lossAtTheVeryEndIsWithinTheDrawing(String chart) {
        Element mark = chart(chart, PINGS, 1, 0).selectFirst("rect.loss");
        double width = chart.equals("wide") ? 960 : 400;
        assertTrue(number(mark, "x") + number(mark, "width") <= width - 10 + 0.11);
    }

    @Test
    void oneSpikeReachesTheTopAndIsMarked() {
        Element drawing = chart("wide", 0, 0, 10_000);
        assertFalse(drawing.select("path.arrows").isEmpty());
        String band = drawing.selectFirst("path.band").attr("d");
        assertTrue(band.matches("(?s).*M[\\d.]+ 26h.*"), "no column up to " + PLOT_TOP);
    }

    @Test
    void withoutASpikeNothingIsMarked() {
        assertTrue(chart("wide", 0, 0, 0).select("path.arrows").isEmpty());
    }

    @Test
    void sleepIsHatchedAndNoOutage() {
        Document page = page(DAY);
        Element drawing = page.selectFirst("svg.wide");
        assertEquals(
                "url(#wide-hatch)", drawing.selectFirst("rect.standstill").parent().attr("fill"));
        assertEquals(2, drawing.select("rect.outage").size());
    }

    @Test
    void timesOfTheAxisAreLocal() {
        List<String> labels = page(DAY).select("svg.wide text.axis").eachText();
        assertTrue(
                labels.containsAll(List.of("21:00", "30 Nov", "03:00", "18:00")), labels::toString);
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.attr(name));
    }

    /** Where a mark begins, as a share of the plot. */
    private static double place(String chart, Element mark) {
        double plot = (chart.equals("wide") ? 960 : 400) - 46 - 10;
        return (number(mark, "x") - 46) / plot;
    }

    private static Element chart(String name, int firstLost, int lost, int spike) {
        Scene scene =
                new Scene(
                        new PingPlan(
                                "127.0.0.1",
                                12_000,
                                AddressFamily.ANY,
                                0,
                                Duration.ofSeconds(1),
                                new Pacing.FixedRate(Duration.ofSeconds(1)),
                                0));
        scene.started();
        for (int sequence = 1; sequence <= PINGS; sequence++) {
            long nanos = (sequence - 1) * SECOND;
            scene.add(new PingEvent.Sent(sequence, Scene.START.plusNanos(nanos), nanos, 24));
            if (sequence >= firstLost && sequence < firstLost + lost) {
                scene.timedOut(sequence);
            } else {
                scene.replied(sequence, sequence == spike ? 700_000_000 : 20_000_000);
            }
        }
        return page(new RunReporter(DayRun.ZONE, 3)
                        .report(
                                scene.session,
                                new SessionSeries(scene.session),
                                TimeWindow.WHOLE,
                                RunLabel.NONE)
                        .orElseThrow())
                .selectFirst("svg." + name);
    }

    private static Document page(RunReport report) {
        return Jsoup.parse(
                new HtmlReport(Locale.ENGLISH, DayRun.ZONE, "").of(report, Instant.EPOCH));
    }
}
