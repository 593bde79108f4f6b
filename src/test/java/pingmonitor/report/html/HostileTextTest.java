package pingmonitor.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.report.DayRun;
import pingmonitor.report.RunLabel;
import pingmonitor.report.RunReport;
import pingmonitor.report.RunReporter;
import pingmonitor.report.TimeWindow;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.Scene;

/** Names, notes and hosts of others stay text, whatever they hold. */
class HostileTextTest {
    private static final String SAFE_NAME = "safe";

    static List<String> hostileTexts() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title></style></svg><script>alert(1)</script>",
                "<!-- --><![CDATA[ ]]>&lt;&amp;&#60;script&#62;",
                "javascript:alert(1)",
                "{0} {1,choice,0#a} ''",
                "\u202Egnp.exe\u202C \u2066x\u2069 \u200F",
                "\u0000\u0001\u0008\u000B\u001B[2J\u007F\u0085\u2028\u2029",
                "\uD800 \uDFFF \uFFFE \uFFFF",
                "x".repeat(65_536),
                "<b>".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void hostileTextAddsNoElementAndNoAttribute(String text) {
        Document hostile = Jsoup.parse(html(text));
        Document safe = Jsoup.parse(html(SAFE_NAME));
        assertEquals(elements(safe), elements(hostile));
        assertEquals(attributes(safe), attributes(hostile));
        assertEquals(safe.select("style").html(), hostile.select("style").html());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void fileWithHostileTextIsWellFormedXml(String text) {
        WellFormed.check(html(text));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void nothingTurnsTheTextOrEndsALineUnseen(String text) {
        String html = html(text);
        assertFalse(
                html.chars()
                        .anyMatch(
                                c ->
                                        c >= 0x202A && c <= 0x202E
                                                || c >= 0x2066 && c <= 0x2069
                                                || c == 0x200E
                                                || c == 0x200F
                                                || c < ' ' && c != '\n'
                                                || c >= 0x7F && c <= 0x9F));
    }

    @Test
    void readableTextIsShownAsItIs() {
        String text = "<b> & \"R&D\" 'lab' 日本 العربية é";
        Document page = Jsoup.parse(html(text));
        assertEquals(text, page.selectFirst("h1").text());
        assertEquals(text, page.selectFirst(".note").text());
    }

    @Test
    void linesOfANoteStay() {
        Document page = Jsoup.parse(html("one\r\ntwo\nthree"));
        assertEquals("one\ntwo\nthree", page.selectFirst(".note").wholeText());
    }

    @Test
    void longNameIsCutInTheTitleOnly() {
        Document page = Jsoup.parse(html("n".repeat(5_000)));
        assertEquals(120, page.selectFirst("h1").text().length());
        assertEquals(5_000, page.selectFirst(".note").text().length());
    }

    @Test
    void anyCharactersMakeAWellFormedFileWithTheSameElements() {
        Random random = new Random(15);
        Set<String> expected = elements(Jsoup.parse(html(SAFE_NAME)));
        for (int i = 0; i < 60; i++) {
            String text =
                    random.ints(40, 0, i % 2 == 0 ? 0x100 : 0x10000)
                            .mapToObj(point -> String.valueOf((char) point))
                            .collect(Collectors.joining());
            String html = html("a" + text);
            WellFormed.check(html);
            assertEquals(expected, elements(Jsoup.parse(html)), text);
        }
    }

    @Test
    void charactersOfAnElementsNameAreRefused() {
        MarkupWriter out = new MarkupWriter();
        boolean refused = false;
        try {
            out.open("b onclick=x");
        } catch (IllegalArgumentException e) {
            refused = true;
        }
        assertTrue(refused);
    }

    private static String html(String text) {
        Scene scene =
                new Scene(
                        new PingPlan(
                                text.isBlank() ? "x" : text,
                                12_000,
                                AddressFamily.ANY,
                                0,
                                Duration.ofSeconds(1),
                                Pacing.DEFAULT,
                                0));
        scene.started().sent(1, 2, 3, 4).replied(1, 1_000_000);
        scene.timedOut(2).timedOut(3).timedOut(4);
        RunReport report =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                scene.session,
                                new SessionSeries(scene.session),
                                TimeWindow.WHOLE,
                                new RunLabel(text, text, false))
                        .orElseThrow();
        return new HtmlReport(Locale.ENGLISH, DayRun.ZONE, "UDP Ping Monitor")
                .of(report, Instant.EPOCH);
    }

    /** Name and number of all elements. */
    private static Set<String> elements(Document page) {
        return page.getAllElements().stream()
                .collect(Collectors.groupingBy(Element::tagName, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> attributes(Document page) {
        return page.getAllElements().stream()
                .flatMap(
                        element ->
                                element.attributes().asList().stream()
                                        .map(Attribute::getKey)
                                        .map(key -> element.tagName() + " " + key))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
