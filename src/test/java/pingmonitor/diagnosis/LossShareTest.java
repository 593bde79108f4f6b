package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.host.OperatingSystem;

/** What losses without any other sign tell by their number and order. */
class LossShareTest {
    private static final String HERE = "127.0.0.1";
    private static final String NEAR = "192.168.1.20";

    @ParameterizedTest
    @CsvSource({
        // Seven, eight and nine of ten
        "xx.x.xx.xx, UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE",
        "xx.xxx.xxx, UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE",
        "xxxxx.xxxx, UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE",
        "xxxxxxxxx., UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE",
        // One of thirty
        "..............x..............., UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE",
        "x.x..x...x, LIKE_EITHER_BOOK, LIKE_EITHER_BOOK",
        // Two pings fit anything.
        ".x, TOO_FEW_PINGS, TOO_FEW_PINGS",
        "x.x..xxxx, TOO_FEW_PINGS, TOO_FEW_PINGS",
        "x.xx.xxxx, UNLIKE_THE_BOOK, UNLIKE_THE_BOOK_HERE",
        // A server of this machine that had closed its port would have refused.
        "......xxxx, WENT_SILENT, WENT_SILENT_HERE",
        "..xxxxxxxx, WENT_SILENT, WENT_SILENT_HERE",
        ".xxxxxxxxx, WENT_SILENT, WENT_SILENT_HERE",
        "xxxxxx...., SILENT_AT_FIRST, SILENT_AT_FIRST_HERE",
        "xxxxxxxx.., SILENT_AT_FIRST, SILENT_AT_FIRST_HERE"
    })
    void everyLossShareHasItsCause(String fates, Cause near, Cause here) {
        assertEquals(List.of(near), Story.to(NEAR).pings(fates).over().causes());
        assertEquals(List.of(here), Story.to(HERE).pings(fates).over().causes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"......xxxx", "xxxxxx...."})
    void onlyLinuxIsSaidToRefuseEveryPingToAClosedPort(String fates) {
        Story story = Story.to(HERE).pings(fates).over();

        String linux = english(story.findings(Story.homeOn(OperatingSystem.LINUX)));
        assertTrue(linux.contains("although the port was"), linux);
        assertTrue(linux.contains(": a closed one of this computer says so at once. "), linux);
        String windows = english(story.findings(Story.homeOn(OperatingSystem.WINDOWS)));
        assertTrue(windows.contains("the port was probably"), windows);
        assertTrue(windows.contains("computer usually says so at once. "), windows);
    }

    private static String english(List<Finding> findings) {
        return DiagnosisText.inTerminal(Locale.ENGLISH).of(findings.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 1_000})
    void evenTheSmallestLossHasAFinding(int pings) {
        Story story = Story.to(NEAR).pings(".".repeat(pings) + "x").over();

        assertEquals(1, story.findings().size(), () -> "" + story.findings());
    }

    @Test
    void lossesDuringALocalPauseAreBlamedOnThisMachine() {
        assertEquals(
                List.of(Cause.LOST_WHILE_HELD_UP),
                Story.to(NEAR).pings("......xxxx").heldUp(900).over().causes());
        assertEquals(
                List.of(Cause.LOST_WHILE_HELD_UP),
                Story.to(NEAR)
                        .pings("....................xxxxxxxxxxxx")
                        .heldUp(900)
                        .pings("....................")
                        .over()
                        .causes());
    }

    /** On a busy machine some ping always waits a little. */
    @Test
    void aShortWaitLosesNoPing() {
        assertEquals(
                List.of(Cause.WENT_SILENT),
                Story.to(NEAR).pings("......xxxx").heldUp(5).over().causes());
        assertEquals(
                List.of(Cause.WENT_SILENT),
                Story.to(NEAR).pings(".").heldUp(900).pings(".....xxxx").over().causes());
    }

    @Test
    void aServerThatAnswersOnceNeedsALoop() {
        assertEquals(
                List.of(Action.RECEIVE_IN_A_LOOP, Action.LOOK_FOR_ERROR, Action.PRINT_MESSAGES),
                actions(".xxxxxxxxx"));
        assertEquals(List.of(Action.LOOK_FOR_ERROR, Action.PRINT_MESSAGES), actions("..xxxxxxxx"));
    }

    @Test
    void lossesOnThisMachineAreNotBlamedOnANetwork() {
        assertTrue(english(NEAR, "..x..x...x").contains("A network that loses as much"));
        assertTrue(english(HERE, "..x..x...x").contains("there is no network in between"));
    }

    @Test
    void aServerThatWasNotReadyIsOnlyAPossibleCause() {
        String said = english(NEAR, "xxxxxx....");

        assertTrue(said.contains("Perhaps the server, or the way to it, was not ready"), said);
    }

    private static String english(String target, String fates) {
        return DiagnosisText.inTerminal(Locale.ENGLISH)
                .of(Story.to(target).pings(fates).over().findings().get(0));
    }

    private static List<Action> actions(String fates) {
        return Story.to(HERE).pings(fates).over().findings().get(0).steps().stream()
                .map(Step::action)
                .toList();
    }
}
