package pingmonitor.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.PingEvent;
import pingmonitor.report.DayRun;
import pingmonitor.report.RunLabel;
import pingmonitor.report.RunReport;
import pingmonitor.report.RunReporter;
import pingmonitor.report.TimeWindow;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.Scene;
import pingmonitor.session.SessionView;

/** What a browser finds in the report. */
class HtmlReportTest {
    private static final Instant MADE = Instant.parse("2026-12-01T00:12:00Z");
    private static final RunLabel LABEL = new RunLabel("Lisbon office", "Calls break off.", false);
    private static final RunReport DAY = report(DayRun.session(), LABEL);

    @Test
    void reportSaysInASentenceWhatAProviderWantsToKnow() {
        Document page = page(DAY, "en");
        assertEquals(
                "Between November 29, 2026, 20:40:12 and November 30, 2026, 20:40:12, 81,000 pings"
                        + " were sent to lisbon.example.net:12000; 1.33 % were lost (with 95 %"
                        + " confidence the true loss is 1.26 to 1.41 %).",
                text(page, ".verdict .lead"));
        assertTrue(
                text(page, ".verdict p:last-child")
                        .startsWith("There were 2 outages, the longest 4 min 12 s; 99.62 %"));
    }

    @Test
    void titlePeriodNoteAndVersionAreThere() {
        Document page = page(DAY, "en");
        assertEquals("Lisbon office: ping report", page.title());
        assertEquals("Lisbon office", text(page, "h1"));
        assertEquals("Calls break off.", text(page, ".note"));
        assertTrue(
                text(page, ".period").contains("(24 h). All times are local: America/Sao_Paulo"));
        assertTrue(page.body().text().contains("In UTC: 2026-11-29 23:40:12Z"));
        assertTrue(text(page, "footer").contains("UDP Ping Monitor 7"));
    }

    @Test
    void eachOutageHasItsLine() {
        List<Element> lines = page(DAY, "en").select("table.outages tbody tr");
        assertEquals(
                List.of(
                        "30 Nov 02:40:11 30 Nov 02:44:23 4 min 12 s 252 Lost on the way to the server",
                        "30 Nov 15:10:11 30 Nov 15:11:04 53 s 53 The server was off: its computer"
                                + " said that nothing takes pings at that port"),
                lines.stream().map(line -> plain(line.text())).toList());
    }

    @Test
    void everyHourHasItsLine() {
        List<Element> lines = page(DAY, "en").select("table.slices tbody tr");
        assertEquals(25, lines.size());
        assertEquals("30 Nov 02:00 3,600 285 7.9 % 49.2 56.0 544", plain(lines.get(6).text()));
        assertEquals("30 Nov 07:00 0 0 – – – –", plain(lines.get(11).text()));
    }

    @Test
    void portugueseReportIsPortugueseThroughout() {
        Document page = page(DAY, "pt");
        assertEquals("pt-BR", page.selectFirst("html").attr("lang"));
        assertTrue(text(page, ".verdict .lead").contains("81.000 pings foram enviados a"));
        assertTrue(text(page, ".verdict .lead").contains("1,33 % se perderam"));
        for (String english : List.of("lost", "outage", "Median", "settings")) {
            assertFalse(page.body().text().contains(" " + english + " "), english);
        }
    }

    @Test
    void reportNeedsNothingFromElsewhereAndRunsNothing() {
        Document page = page(DAY, "en");
        assertEquals(0, page.select("script, link, img, iframe, object, embed, base, a").size());
        assertEquals(0, page.select("[src], [href], [srcset], [background]").size());
        String css = page.selectFirst("style").data();
        assertFalse(css.contains("url(") || css.contains("@import"));
        assertEquals(
                "default-src 'none'; style-src 'unsafe-inline'",
                page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"));
    }

    @Test
    void readersOfScreensFindTheirWay() {
        Document page = page(DAY, "en");
        assertEquals("en", page.selectFirst("html").attr("lang"));
        assertEquals(1, page.select("h1").size());
        for (Element section : page.select("section")) {
            Element heading = page.getElementById(section.attr("aria-labelledby"));
            assertEquals("h2", heading.tagName());
        }
        for (Element drawing : page.select("svg")) {
            assertEquals("img", drawing.attr("role"));
            for (String id : drawing.attr("aria-labelledby").split(" ")) {
                assertFalse(page.getElementById(id).text().isBlank());
            }
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        assertEquals(ids.size(), ids.stream().distinct().count(), "an id twice");
        assertEquals(0, page.select("th:not([scope])").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void fileIsWellFormedXml(String language) {
        WellFormed.check(html(DAY, language));
    }

    @Test
    void tenPingsOfTheLabMakeAReport() {
        Scene scene = new Scene().started();
        for (int sequence = 1; sequence <= 10; sequence++) {
            scene.sent(sequence);
            if (sequence % 3 == 0) {
                scene.timedOut(sequence);
            } else {
                scene.replied(sequence, 400_000 + 1_000 * sequence);
            }
        }
        scene.finished(PingEvent.Outcome.COMPLETED, Duration.ofSeconds(5));
        Document page = page(report(scene.session, RunLabel.NONE), "en");
        assertEquals("127.0.0.1", text(page, "h1"));
        assertTrue(text(page, ".verdict .lead").contains("10 pings were sent"));
        assertTrue(text(page, ".verdict").contains("There was no outage"));
        assertEquals(3, page.select("svg.wide rect.loss").size());
        assertEquals(0, page.select("table.slices").size());
    }

    @Test
    void runWithoutAnyReplyMakesAReport() {
        Scene scene = new Scene().started().sent(1, 2, 3, 4);
        scene.timedOut(1).timedOut(2).timedOut(3).timedOut(4);
        Document page = page(report(scene.session, RunLabel.NONE), "en");
        assertTrue(text(page, ".verdict .lead").contains("100 % were lost"));
        assertEquals(4, page.select("svg.wide rect.loss").size());
        assertEquals(1, page.select("svg.wide rect.outage").size());
        assertEquals(0, page.select("svg.histogram").size());
    }

    @Test
    void pingThatIsUnderWayIsNeitherAnsweredNorLost() {
        Document page = page(report(new Scene().started().sent(1).session, RunLabel.NONE), "en");
        assertTrue(text(page, ".verdict").contains("whether they were answered is not known"));
        assertEquals(0, page.select("svg").size());
    }

    @Test
    void lossThatTheNetworkToldIsNotUnknown() {
        Scene scene = new Scene().started().sent(1, 2, 3).unreachable(1).unreachable(2).timedOut(3);
        String places = text(page(report(scene.session, RunLabel.NONE), "en"), ".places");
        assertTrue(places.contains("could not be reached 2 66.7 %"), places);
        assertTrue(places.contains("Not known 1 33.3 %"), places);
    }

    private static String text(Document page, String selector) {
        return plain(page.selectFirst(selector).text());
    }

    /** With common spaces, as they are typed in these tests. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static Document page(RunReport report, String language) {
        return Jsoup.parse(html(report, language));
    }

    private static String html(RunReport report, String language) {
        return new HtmlReport(Locale.forLanguageTag(language), DayRun.ZONE, "UDP Ping Monitor 7")
                .of(report, MADE);
    }

    private static RunReport report(SessionView session, RunLabel label) {
        return new RunReporter(DayRun.ZONE, 3)
                .report(session, new SessionSeries(session), TimeWindow.WHOLE, label)
                .orElseThrow();
    }
}
