package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.host.OperatingSystem;

/** What a port says that is open at some pings of a run and closed at others. */
class PortChangeTest {
    private static final String HERE = "127.0.0.1";
    private static final String NEAR = "192.168.1.20";

    @ParameterizedTest
    @CsvSource({
        // A server that breaks off on the first ping, and one that does in the middle.
        "xppppppppp, SERVER_ENDED",
        ".....xpppp, SERVER_ENDED",
        "x.x..xpppp, SERVER_ENDED",
        "xxxxxppppp, SERVER_ENDED",
        // One that answers one message and ends, and one that is stopped.
        ".ppppppppp, SERVER_ENDED_AFTER_REPLY",
        ".....ppppp, SERVER_ENDED_AFTER_REPLY",
        // One that a loop starts again after every message.
        ".p.p.p.p.p, SERVER_RESTARTED",
        "xxxpxxxpxx, SERVER_RESTARTED",
        "..pppp...., SERVER_RESTARTED",
        "ppp......., SERVER_STARTED",
        "pp...xpppp, SERVER_ENDED",
        "pp....pppp, SERVER_ENDED_AFTER_REPLY",
        "pp..p..ppp, SERVER_RESTARTED",
        "pppxxxxxxx, SERVER_STARTED_SILENT",
        "pppppppppp, PORT_REFUSED_HERE",
        // Whether a machine that is not reached has a server nobody knows.
        "xhhhhhhhhh, HOST_UNREACHABLE",
        "xphphhhhhh, HOST_UNREACHABLE_AT_TIMES"
    })
    void silenceOnThisMachineMeansAnOpenPort(String fates, Cause expected) {
        assertEquals(expected, first(Story.to(HERE).pings(fates).over()));
    }

    @ParameterizedTest
    @CsvSource({
        "xppppppppp, SERVER_MAY_HAVE_ENDED",
        "xxxxxppppp, SERVER_MAY_HAVE_ENDED",
        ".....xpppp, SERVER_ENDED",
        ".....ppppp, SERVER_ENDED_AFTER_REPLY",
        ".ppxpxxpxx, SERVER_ENDED_AFTER_REPLY",
        ".p.p.p.p.p, SERVER_RESTARTED",
        "ppp......., SERVER_STARTED",
        // A machine says so only so often that its port is closed.
        "xppppppxpx, SERVER_MAY_HAVE_ENDED",
        "xxpp, PORT_REFUSED",
        "xxxpxxxpxx, PORT_REFUSED",
        "pppxxxxxxx, PORT_REFUSED",
        "pppppppppp, PORT_REFUSED"
    })
    void acrossANetworkSilenceMeansNothing(String fates, Cause expected) {
        assertEquals(expected, first(Story.to(NEAR).pings(fates).over()));
    }

    /** What Wine tells is the first: every other ping to a closed port is refused. */
    @ParameterizedTest
    @CsvSource({
        "pxpxpxpxpx, PORT_REFUSED_HERE",
        "pxp, PORT_REFUSED_HERE",
        "xpxpxpxpxp, PORT_REFUSED_HERE",
        "pppxxxxxxx, PORT_REFUSED_HERE",
        "xxxpxxxpxx, PORT_REFUSED_HERE",
        "xppppppppp, SERVER_MAY_HAVE_ENDED",
        ".....xpppp, SERVER_ENDED",
        ".p.p.p.p.p, SERVER_RESTARTED",
        "ppp......., SERVER_STARTED",
        "xhhhhhhhhh, HOST_UNREACHABLE"
    })
    void onlyOnLinuxSilenceOfThisMachineMeansAnOpenPort(String fates, Cause expected) {
        Story story = Story.to(HERE).pings(fates).over();
        for (OperatingSystem system : EnumSet.complementOf(EnumSet.of(OperatingSystem.LINUX))) {
            assertEquals(
                    expected, story.findings(Story.homeOn(system)).get(0).cause(), "" + system);
        }
    }

    /** The refusal of one ping may then be taken for that of another. */
    @ParameterizedTest
    @CsvSource({
        "pppxpppxpp, PORT_REFUSED_HERE",
        "xppppppppp, SERVER_MAY_HAVE_ENDED",
        ".....xpppp, SERVER_ENDED"
    })
    void silenceMeansNothingWhileSeveralPingsAreUnderWay(String fates, Cause expected) {
        assertEquals(expected, first(Story.atFixedRateTo(HERE).pings(fates).over()));
    }

    @Test
    void anEndIsDatedByThePingsAroundIt() {
        assertEquals(
                List.of("12000", "5", "6", 1L),
                Story.to(HERE).pings("pp..xppp").over().findings().get(0).facts());
    }

    @Test
    void whatIsCancelledOrStillUnderWayShowsNothing() {
        assertEquals(Cause.PORT_REFUSED_HERE, first(Story.to(HERE).pings("cppp").over()));
    }

    @Test
    void aPortChangeIsReportedDuringTheRun() {
        Story story = Story.to(HERE).pings("xppp");
        List<Finding> early = story.findings();

        assertEquals(Cause.SERVER_ENDED, early.get(0).cause());
        assertEquals(early, story.pings("pppppp").over().findings());
    }

    /** The run is not to wait for the copy of many rows. */
    @Test
    void theLatestPingsAreEnoughDuringALongRun() {
        Story story = Story.to(HERE).pings("x" + ".".repeat(3_000) + "xppp");

        assertEquals(List.of("12000", "3002", "3003", 1L), story.findings().get(0).facts());
        assertEquals(List.of("12000", "3002", "3003", 2L), story.over().findings().get(0).facts());
    }

    @Test
    void anEndAfterEarlierSilenceIsOnlyPerhapsDueToThePing() {
        assertTrue(english("....xppppp").contains("has ended, probably on receiving ping 5."));
        assertTrue(english("x...xppppp").contains("has ended, perhaps on receiving ping 5."));
    }

    @Test
    void anEndAfterTheFirstReplyMeansAServerWithoutALoop() {
        assertTrue(english(".ppppppppp").contains("answers one message and then ends"));
        assertTrue(english("...ppppppp").contains("was stopped, or it ended with an error"));
        assertEquals(
                List.of(Action.LOOK_FOR_ERROR, Action.RECEIVE_IN_A_LOOP, Action.START_SERVER_HERE),
                actions(Story.to(HERE).pings(".ppp").over()));
    }

    @Test
    void aServerThatEndsOnAPingIsGivenTheFormatOfPings() {
        assertEquals(
                List.of(Action.LOOK_FOR_ERROR, Action.COMPARE_MESSAGE, Action.START_SERVER_HERE),
                actions(Story.to(HERE).pings("xppppppppp").over()));
        assertEquals(
                List.of(Action.KEEP_SOCKET_OPEN, Action.LOOK_FOR_ERROR, Action.COMPARE_MESSAGE),
                actions(Story.to(HERE).pings("xpxpxpxpxp").over()));
        assertEquals(
                List.of(Action.KEEP_SOCKET_OPEN, Action.LOOK_FOR_ERROR),
                actions(Story.to(HERE).pings(".p.p.p.p.p").over()));
    }

    @Test
    void theServerOfTheWindowIsNotSwitchedOnForAnotherThatEnded() {
        HostNetworks off = Story.homeWith(new OwnServer.Off());
        Story own = Story.to(HERE).mappedAddress("127.0.0.1:50000", "127.0.0.1:50000");

        assertEquals(
                Step.of(Action.START_SERVER_HERE, "12000"),
                last(Story.to(HERE).pings("xppp").over().findings(off)));
        assertEquals(
                Step.of(Action.SWITCH_ON_OWN_SERVER, "12000"),
                last(own.pings("...ppp").over().findings(off)));
    }

    private static Step last(List<Finding> findings) {
        List<Step> steps = findings.get(0).steps();
        return steps.get(steps.size() - 1);
    }

    private static Cause first(Story story) {
        return story.findings().get(0).cause();
    }

    private static List<Action> actions(Story story) {
        return story.findings().get(0).steps().stream().map(Step::action).toList();
    }

    private static String english(String fates) {
        return DiagnosisText.inTerminal(Locale.ENGLISH)
                .of(Story.to(HERE).pings(fates).over().findings().get(0));
    }
}
