package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static pingmonitor.diagnosis.Story.ALL_LOST;
import static pingmonitor.diagnosis.Story.FAR;
import static pingmonitor.diagnosis.Story.far;
import static pingmonitor.diagnosis.Story.near;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.Problem.Kind;

/** Which causes the events of a run lead to, and which runs lead to none. */
class DiagnosisCausesTest {
    static Stream<Arguments> runsWithCauses() {
        return Stream.of(
                run(
                        "a name that nobody knows",
                        unknownName().failed(Kind.NAME_NOT_FOUND),
                        Cause.NAME_NOT_FOUND),
                run(
                        "no route at the start",
                        Story.toName(FAR).failed(Kind.NO_ROUTE),
                        Cause.NO_ROUTE),
                run("no route on the way", far().notSent(Kind.NO_ROUTE).over(), Cause.NO_ROUTE),
                run(
                        "no route to a private address",
                        Story.toName("10.77.1.2").failed(Kind.NO_ROUTE),
                        Cause.NO_ROUTE,
                        Cause.PRIVATE_ELSEWHERE),
                run(
                        "a firewall here",
                        far().notSent(Kind.NOT_PERMITTED).over(),
                        Cause.SENDING_FORBIDDEN),
                run("nothing listens there", near().pings("pppppppppp").over(), Cause.PORT_REFUSED),
                run("the first refusal", near().pings("p"), Cause.PORT_REFUSED),
                run(
                        "routers limit their news",
                        near().pings("pxxxpxxxxx").over(),
                        Cause.PORT_REFUSED),
                run(
                        "nothing listens here",
                        Story.to("127.0.0.1").pings("ppp").over(),
                        Cause.PORT_REFUSED_HERE),
                run(
                        "my own address",
                        Story.to("192.168.1.7").pings("ppp").over(),
                        Cause.PORT_REFUSED_HERE),
                run(
                        "a private one that refuses is reached",
                        Story.to("10.77.1.2").pings("ppp").over(),
                        Cause.PORT_REFUSED),
                run(
                        "a server that came late",
                        near().pings("ppp.......").over(),
                        Cause.SERVER_STARTED),
                run(
                        "a late reply is a reply",
                        near().pings("p").late(1_500).over(),
                        Cause.SERVER_STARTED,
                        Cause.ONLY_LATE),
                run("nobody at that address", near().pings("hhh").over(), Cause.HOST_UNREACHABLE),
                run(
                        "nobody at a private address elsewhere",
                        Story.to("10.77.1.2").pings("hhh").over(),
                        Cause.HOST_UNREACHABLE,
                        Cause.PRIVATE_ELSEWHERE),
                run(
                        "a way that comes and goes",
                        near().pings("..h.......").over(),
                        Cause.HOST_UNREACHABLE_AT_TIMES),
                run("a silent neighbour", near().pings(ALL_LOST).over(), Cause.SILENCE_NEAR),
                run("silence from afar", far().pings(ALL_LOST).over(), Cause.SILENCE_FAR),
                run(
                        "silence on loopback",
                        Story.to("127.0.0.1").pings(ALL_LOST).over(),
                        Cause.SILENCE_HERE),
                run(
                        "silence over IPv6",
                        Story.to("2001:db8:1::20").pings(ALL_LOST).over(),
                        Cause.SILENCE_NEAR),
                run(
                        "a private address from outside",
                        Story.to("10.77.1.2").pings(ALL_LOST).over(),
                        Cause.PRIVATE_ELSEWHERE,
                        Cause.SILENCE_FAR),
                run(
                        "another 192.168",
                        Story.to("192.168.178.20").pings(ALL_LOST).over(),
                        Cause.PRIVATE_ELSEWHERE,
                        Cause.SILENCE_FAR),
                run(
                        "a unique local one",
                        Story.to("fd00::20").pings(ALL_LOST).over(),
                        Cause.PRIVATE_ELSEWHERE,
                        Cause.SILENCE_FAR),
                run(
                        "inside a provider",
                        Story.to("100.64.3.4").pings(ALL_LOST).over(),
                        Cause.CARRIER_INSIDE,
                        Cause.SILENCE_FAR),
                run(
                        "self-assigned",
                        Story.to("169.254.3.4").pings(ALL_LOST).over(),
                        Cause.LINK_LOCAL_ELSEWHERE,
                        Cause.SILENCE_FAR),
                run(
                        "answers without a number",
                        near().pings(ALL_LOST).foreign().over(),
                        Cause.NAMES_NO_PING),
                run("only late", near().late(1_240).late(1_100).over(), Cause.ONLY_LATE),
                run(
                        "the reply comes with the next ping",
                        near().late(1_201).late(1_203).late(1_202).pings("x").over(),
                        Cause.ONE_MESSAGE_BEHIND),
                run("some late", near().pings(".........").late(1_240).over(), Cause.SOME_LATE),
                run("the lab's server", near().pings("..x..x...x").over(), Cause.LIKE_EITHER_BOOK),
                run(
                        "on the way there",
                        near().pings("...").lostAt(LossLocation.FORWARD_PATH).over(),
                        Cause.LOST_THERE),
                run(
                        "on the way back",
                        near().pings("...").lostAt(LossLocation.RETURN_PATH).over(),
                        Cause.LOST_BACK),
                run(
                        "on purpose",
                        near().pings("...").lostAt(LossLocation.SERVER).over(),
                        Cause.DROPPED_BY_SERVER),
                run(
                        "too fast",
                        near().pings("...").lostAt(LossLocation.LIMITED).over(),
                        Cause.REFUSED_BY_LIMITS),
                run(
                        "the most frequent place first",
                        near().lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.RETURN_PATH)
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK,
                        Cause.LOST_THERE),
                run(
                        "replies lost behind a NAT",
                        Story.atPaceTo(
                                        FAR,
                                        Duration.ofSeconds(1),
                                        new Pacing.FixedRate(Duration.ofSeconds(30)))
                                .mappedAddress("203.0.113.9:40000", "192.168.1.7:50000")
                                .pings("..")
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK,
                        Cause.NAT),
                run(
                        "replies lost behind a NAT that had no time to forget",
                        far().mappedAddress("203.0.113.9:40000", "192.168.1.7:50000")
                                .pings("..")
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK),
                run(
                        "most were late",
                        near().late(1_240)
                                .late(1_240)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .pings("..")
                                .over(),
                        Cause.SOME_LATE,
                        Cause.LOST_THERE),
                run(
                        "a port that is closed and a way that is missing",
                        near().pings("pph").over(),
                        Cause.PORT_REFUSED,
                        Cause.HOST_UNREACHABLE_AT_TIMES),
                run(
                        "the last news is not all news",
                        near().pings("hhp").over(),
                        Cause.HOST_UNREACHABLE_AT_TIMES,
                        Cause.PORT_REFUSED),
                run(
                        "a private one that somebody answers for at times",
                        Story.to("10.77.1.2").pings("hhp").over(),
                        Cause.HOST_UNREACHABLE_AT_TIMES,
                        Cause.PORT_REFUSED),
                run(
                        "a closed port, but a server that says where pings were lost",
                        near().pings("p").lostAt(LossLocation.FORWARD_PATH).over(),
                        Cause.PORT_REFUSED_AT_TIMES,
                        Cause.LOST_THERE),
                run(
                        "a closed port, but a server that answered the question",
                        near().mappedAddress("192.168.1.7:50000", "192.168.1.7:50000")
                                .pings("ppp")
                                .over(),
                        Cause.PORT_REFUSED_AT_TIMES),
                run(
                        "a server that knows of none, but answered the question",
                        near().pings(ALL_LOST)
                                .mappedAddress("192.168.1.7:50000", "192.168.1.7:50000")
                                .over(),
                        Cause.QUESTION_ANSWERED),
                run("a server that went", near().pings("......xxxx").over(), Cause.WENT_SILENT),
                run("a server that came", near().pings("xxxx......").over(), Cause.SILENT_AT_FIRST),
                run(
                        "lost on the way at one end",
                        near().pings("......")
                                .lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .over(),
                        Cause.LOST_THERE),
                run(
                        "a NAT that changed the port",
                        far().mappedAddress("203.0.113.9:40000", "192.168.1.7:50000")
                                .mappedAddress("203.0.113.9:40001", "192.168.1.7:50000")
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK,
                        Cause.NAT_CHANGED),
                run(
                        "bursts",
                        near().pings("....................xxxxxxxxxxxx....................").over(),
                        Cause.BURSTS),
                run(
                        "a NAT, but nothing lost on the way back",
                        far().mappedAddress("203.0.113.9:4", "192.168.1.7:5").pings(".x").over(),
                        Cause.TOO_FEW_PINGS));
    }

    static Stream<Arguments> runsWithoutCauses() {
        return Stream.of(
                run("all is well", near().pings("..........").over()),
                run("it has not begun", near()),
                run("silence so far", near().pings(ALL_LOST)),
                run("losses so far", near().pings("..x..x...x")),
                run("late so far", near().late(1_240)),
                run("stopped at once", near().pings("c").over(Outcome.STOPPED)),
                run("the system said something else", far().failed(Kind.OTHER)),
                run("no file handles", Story.toName(FAR).failed(Kind.TOO_MANY_OPEN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"runsWithCauses", "runsWithoutCauses"})
    void everyRunHasTheCausesThatItsEventsShow(String what, Story story, List<Cause> expected) {
        assertEquals(expected, story.causes());
    }

    @Test
    void aLossRateIsComparedWithTheTextAndThePythonOfTheBook() {
        assertEquals(List.of(Cause.LIKE_THE_BOOK), spread(300, 1_000).causes());
        assertEquals(List.of(Cause.LIKE_THE_BOOKS_PYTHON), spread(364, 1_000).causes());
        assertEquals(List.of(Cause.UNLIKE_THE_BOOK), spread(333, 3_000).causes());
        assertEquals(List.of(Cause.UNLIKE_THE_BOOK), spread(330, 1_000 * 10).causes());
    }

    /** Losses at random places, which are the same in each test run. */
    private static Story spread(int lost, int of) {
        StringBuilder fates = new StringBuilder();
        Random random = new Random(7);
        int lostLeft = lost;
        for (int left = of; left > 0; left--) {
            boolean loses = random.nextInt(left) < lostLeft;
            fates.append(loses ? 'x' : '.');
            lostLeft -= loses ? 1 : 0;
        }
        return near().pings(fates.toString()).over();
    }

    @Test
    void aForgetfulNatIsACauseOnlyAfterALongWait() {
        Pacing twenty = new Pacing.StopAndWait(Duration.ofSeconds(20));
        Pacing none = new Pacing.StopAndWait(Duration.ZERO);
        Pacing often = new Pacing.FixedRate(Duration.ofSeconds(1));

        assertEquals(List.of(Cause.LOST_BACK, Cause.NAT), behindNat(Duration.ofSeconds(1), twenty));
        assertEquals(List.of(Cause.LOST_BACK, Cause.NAT), behindNat(Duration.ofSeconds(20), none));
        assertEquals(List.of(Cause.LOST_BACK), behindNat(Duration.ofSeconds(19), none));
        assertEquals(List.of(Cause.LOST_BACK), behindNat(Duration.ofMinutes(1), often));
    }

    private static List<Cause> behindNat(Duration timeout, Pacing pacing) {
        return Story.atPaceTo(FAR, timeout, pacing)
                .mappedAddress("203.0.113.9:40000", "192.168.1.7:50000")
                .pings("..")
                .lostAt(LossLocation.RETURN_PATH)
                .over()
                .causes();
    }

    @Test
    void onlyARunWithProblemsIsWorthADiagnosis() {
        assertFalse(Diagnosis.worthwhile(near().pings("...").over().session));
        assertFalse(Diagnosis.worthwhile(near().pings("c").over(Outcome.STOPPED).session));
        assertTrue(Diagnosis.worthwhile(near().pings("..x").over().session));
        assertTrue(Diagnosis.worthwhile(near().notSent(Kind.NO_ROUTE).over().session));
        assertTrue(Diagnosis.worthwhile(unknownName().failed(Kind.NAME_NOT_FOUND).session));
    }

    private static Arguments run(String what, Story story, Cause... causes) {
        return arguments(what, story, List.of(causes));
    }

    private static Story unknownName() {
        return Story.toName("nobody.example");
    }
}
