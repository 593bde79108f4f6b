package pingmonitor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.ping.PingEvent;
import pingmonitor.series.SessionSeries;
import pingmonitor.session.Scene;

/** Figures, lengths and times in words, and the report of the terminal made of them. */
class ReportWordsTest {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt");

    @ParameterizedTest
    @CsvSource({
        "412000, '0.412 ms'",
        "999999, '1.000 ms'",
        "5100000000, '5.1 s'",
        "53000000000, '53 s'",
        "59600000000, '1 min'",
        "252000000000, '4 min 12 s'",
        "3599700000000, '1 h'",
        "5040000000000, '1 h 24 min'",
        "86400000000000, '24 h'",
        "183600000000000, '2 d 3 h'",
    })
    void lengthsHaveTwoUnits(long nanos, String expected) {
        assertEquals(
                expected,
                spaced(new RoundedLengthText(new ReportNumbers(Locale.ENGLISH)).of(nanos)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0 %'",
        "1, '100 %'",
        "0.25, '25.0 %'",
        "0.0131, '1.3 %'",
        "0.00004, '0.0040 %'",
        "0.99999, '99.9990 %'",
    })
    void shareIsNeverRoundedToNothingOrAll(double share, String expected) {
        assertEquals(expected, spaced(new ReportNumbers(Locale.ENGLISH).percent(share)));
    }

    @Test
    void figuresAreWrittenAsTheLanguageDoes() {
        ReportNumbers numbers = new ReportNumbers(PORTUGUESE);
        assertEquals("86.400", numbers.count(86_400));
        assertEquals("48,2 ms", spaced(numbers.millis(48_200_000)));
        assertEquals("86400", ReportNumbers.plain().count(86_400));
    }

    @Test
    void zoneHasItsDifferenceAtThatMoment() {
        LocalTimeText times = new LocalTimeText(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
        assertEquals(
                "Europe/Berlin (UTC+02:00)", times.zone(Instant.parse("2026-07-01T00:00:00Z")));
        assertEquals(
                "Europe/Berlin (UTC+01:00)", times.zone(Instant.parse("2026-12-01T00:00:00Z")));
        assertEquals(
                "UTC+00:00", new LocalTimeText(Locale.ENGLISH, ZoneId.of("Z")).zone(Instant.EPOCH));
    }

    @Test
    void stepsOfADayWhoseClockIsSetBackAreEvenlySpaced() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant midnight = Instant.parse("2026-10-24T22:00:00Z");
        List<Instant> steps =
                LocalTimeSteps.between(
                        midnight, midnight.plusSeconds(26 * 3_600), Duration.ofHours(6), berlin);
        assertEquals(
                List.of(0L, 6L, 12L, 18L, 24L, 25L),
                steps.stream().map(step -> Duration.between(midnight, step).toHours()).toList());
    }

    @Test
    void reportOfTheTerminalHasSentencesFiguresOutagesAndHours() {
        List<String> lines = text(Locale.ENGLISH);
        assertEquals("Lisbon (lisbon.example.net:12000)", lines.get(0));
        assertTrue(lines.get(1).endsWith("(24 h), local time: America/Sao_Paulo (UTC-03:00)"));
        assertTrue(
                lines.contains("rtt median 49.7, 90% 62.1, 95% 84.4, 99% 119, 99.9% 138 ms"),
                () -> String.join("\n", lines));
        assertTrue(
                lines.contains(
                        "2026-11-30 02:40:11 to 02:44:23, 4 min 12 s, 252 lost: Lost on the way"
                                + " to the server"));
        assertTrue(
                lines.contains(
                        "2026-11-30 02:00   3600   285   7.9 %       49.2    56.0         544"),
                () -> String.join("\n", lines));
    }

    @Test
    void reportOfTheTerminalIsInPortugueseWithDecimalPoints() {
        List<String> lines = text(PORTUGUESE);
        assertTrue(lines.get(3).contains("81000 pings foram enviados"), lines.get(3));
        assertTrue(lines.get(3).contains("1.33 % se perderam"), lines.get(3));
    }

    @Test
    void hostileWordsAreHarmlessLinesInTheTerminal() {
        Scene scene = new Scene().started().sent(1).timedOut(1);
        List<String> lines =
                lines(scene, new RunLabel("a\u001B[2Jb\u202Ec", "one\rtwo\u001B]0;x\u0007", false));
        assertEquals("a\uFFFD[2Jb\uFFFDc (127.0.0.1:12000)", lines.get(0));
        assertEquals("one", lines.get(1));
        assertEquals("two\uFFFD]0;x\uFFFD", lines.get(2));
    }

    @Test
    void whatWasUnderWayAtTheEndIsTold() {
        Scene scene = new Scene().started().sent(1, 2, 3).timedOut(1).cancelled(2).sendFailed(4);
        String text = String.join("\n", lines(scene, RunLabel.NONE));
        assertTrue(text.contains("because the run ended before: 2; never sent: 1"), text);
        assertTrue(text.contains("The record has no end"), text);
        scene.finished(PingEvent.Outcome.STOPPED, Duration.ofSeconds(3));
        text = String.join("\n", lines(scene, RunLabel.NONE));
        assertFalse(text.contains("The record has no end"), text);
    }

    private static List<String> text(Locale locale) {
        RunReport report =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                DayRun.session(),
                                new SessionSeries(DayRun.session()),
                                TimeWindow.WHOLE,
                                new RunLabel("Lisbon", "", false))
                        .orElseThrow();
        return new TextReport(locale, DayRun.ZONE).lines(report);
    }

    private static List<String> lines(Scene scene, RunLabel label) {
        RunReport report =
                new RunReporter(DayRun.ZONE, 3)
                        .report(
                                scene.session,
                                new SessionSeries(scene.session),
                                TimeWindow.WHOLE,
                                label)
                        .orElseThrow();
        return new TextReport(Locale.ENGLISH, DayRun.ZONE).lines(report);
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ');
    }
}
