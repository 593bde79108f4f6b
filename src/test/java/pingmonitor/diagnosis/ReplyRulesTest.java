package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.ping.ReplyMatch;

/** What is said of a server that does not send back the number and time that came. */
class ReplyRulesTest {
    private static final String NEAR = "192.168.1.20";

    @ParameterizedTest
    @CsvSource({
        "LEFTOVER, SENDS_WHOLE_BUFFER, SEND_BYTES_RECEIVED",
        "ROUGH_TIME, ROUNDS_TIME, SEND_SAME_TEXT",
        "OTHER_TIME, NAMES_OWN_TIME, SEND_SAME_TEXT",
        "NUMBER_ONLY, NAMES_NUMBER_ONLY, SEND_SAME_TEXT",
        "TIME_ONLY, NAMES_TIME_ONLY, SEND_SAME_TEXT",
        "TIME_WITH_OTHER_NUMBER, NAMES_OWN_NUMBER, SEND_SAME_TEXT",
        "OTHER_NUMBER, NAMES_OWN_NUMBER_ONLY, SEND_SAME_TEXT",
        "UNNAMED, SENDS_OWN_TEXT, SEND_SAME_TEXT"
    })
    void everyUnusualReplyMatchIsReportedEvenWithoutLosses(
            ReplyMatch way, Cause cause, Action action) {
        Story story = Story.to(NEAR).pings(".").named(way).named(way).over();

        assertEquals(
                List.of(Finding.of(cause, List.of(2L, 3L), Step.of(action))), story.findings());
        assertTrue(Diagnosis.worthwhile(story.session));
    }

    @Test
    void aRunWhoseRepliesAllNameTheirPingsHasNoFinding() {
        Story story = Story.to(NEAR).named(ReplyMatch.VERIFIED).over();

        assertEquals(List.of(), story.findings());
        assertFalse(Diagnosis.worthwhile(story.session));
    }

    @Test
    void replyMatchesAreNotReportedDuringTheRun() {
        assertEquals(List.of(), Story.to(NEAR).named(ReplyMatch.UNNAMED).findings());
    }

    @Test
    void theTwoMostFrequentMatchesAreReportedAfterTheLosses() {
        Story story =
                Story.to(NEAR)
                        .pings("..x..x...x")
                        .named(ReplyMatch.UNNAMED)
                        .named(ReplyMatch.OTHER_TIME)
                        .named(ReplyMatch.OTHER_NUMBER)
                        .named(ReplyMatch.OTHER_NUMBER)
                        .over();

        assertEquals(
                List.of(Cause.LIKE_EITHER_BOOK, Cause.NAMES_OWN_NUMBER_ONLY, Cause.NAMES_OWN_TIME),
                story.causes());
    }

    /** Each lost ping may have been answered by one of them. */
    @Test
    void datagramsThatNameNoPingMakeLossesDoubtful() {
        Story doubtful = Story.to(NEAR).pings("..x..x..").foreign().foreign().over();
        Story stray = Story.to(NEAR).pings("..x..x...x").foreign().over();

        assertEquals(List.of(Cause.SOME_NAME_NO_PING), doubtful.causes());
        assertEquals(List.of(2L, 2L), doubtful.findings().get(0).facts());
        assertEquals(List.of(Cause.LIKE_EITHER_BOOK), stray.causes());
    }

    @Test
    void singularAndPluralAreDistinguished() {
        assertEquals(
                "1 of 2 replies names the number of the ping, but not its time.",
                english(Story.to(NEAR).pings(".").named(ReplyMatch.NUMBER_ONLY)));
        assertEquals(
                "2 of 2 replies name the number of the ping, but not its time.",
                english(
                        Story.to(NEAR)
                                .named(ReplyMatch.NUMBER_ONLY)
                                .named(ReplyMatch.NUMBER_ONLY)));
    }

    private static String english(Story story) {
        return DiagnosisText.inTerminal(Locale.ENGLISH).of(story.over().findings().get(0));
    }
}
