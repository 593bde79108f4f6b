package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent.Outcome;
import pingmonitor.ping.Problem.Kind;

/** Which findings which evidence leads to, and from which none may follow. */
class DiagnosisTest {
    private static final String NEAR = "192.168.1.20";
    private static final String FAR = "198.51.100.20";
    private static final String ALL_LOST = "xxxxxxxxxx";

    static Stream<Arguments> stories() {
        return Stream.of(
                says(
                        "a name that nobody knows",
                        name().failed(Kind.NAME_NOT_FOUND),
                        Cause.NAME_NOT_FOUND),
                says(
                        "no route at the start",
                        Story.toName(FAR).failed(Kind.NO_ROUTE),
                        Cause.NO_ROUTE),
                says("no route on the way", far().notSent(Kind.NO_ROUTE).over(), Cause.NO_ROUTE),
                says(
                        "no route to a private address",
                        Story.toName("10.77.1.2").failed(Kind.NO_ROUTE),
                        Cause.NO_ROUTE,
                        Cause.PRIVATE_ELSEWHERE),
                says(
                        "a firewall here",
                        far().notSent(Kind.NOT_PERMITTED).over(),
                        Cause.SENDING_FORBIDDEN),
                says(
                        "nothing listens there",
                        near().pings("pppppppppp").over(),
                        Cause.PORT_REFUSED),
                says("the first refusal", near().pings("p"), Cause.PORT_REFUSED),
                says(
                        "routers limit their news",
                        near().pings("pxxxpxxxxx").over(),
                        Cause.PORT_REFUSED),
                says(
                        "nothing listens here",
                        Story.to("127.0.0.1").pings("ppp").over(),
                        Cause.PORT_REFUSED_HERE),
                says(
                        "my own address",
                        Story.to("192.168.1.7").pings("ppp").over(),
                        Cause.PORT_REFUSED_HERE),
                says(
                        "a private one that refuses is reached",
                        Story.to("10.77.1.2").pings("ppp").over(),
                        Cause.PORT_REFUSED),
                says(
                        "a server that came late",
                        near().pings("ppp.......").over(),
                        Cause.SERVER_STARTED),
                says(
                        "a late reply is a reply",
                        near().pings("p").late(1_500).over(),
                        Cause.SERVER_STARTED,
                        Cause.ONLY_LATE),
                says("nobody at that address", near().pings("hhh").over(), Cause.HOST_UNREACHABLE),
                says(
                        "nobody at a private address elsewhere",
                        Story.to("10.77.1.2").pings("hhh").over(),
                        Cause.HOST_UNREACHABLE,
                        Cause.PRIVATE_ELSEWHERE),
                says(
                        "a way that comes and goes",
                        near().pings("..h.......").over(),
                        Cause.HOST_UNREACHABLE_AT_TIMES),
                says("a silent neighbour", near().pings(ALL_LOST).over(), Cause.SILENCE_NEAR),
                says("silence from afar", far().pings(ALL_LOST).over(), Cause.SILENCE_FAR),
                says(
                        "silence on loopback",
                        Story.to("127.0.0.1").pings(ALL_LOST).over(),
                        Cause.SILENCE_HERE),
                says(
                        "silence over IPv6",
                        Story.to("2001:db8:1::20").pings(ALL_LOST).over(),
                        Cause.SILENCE_NEAR),
                says(
                        "a private address from outside",
                        Story.to("10.77.1.2").pings(ALL_LOST).over(),
                        Cause.PRIVATE_ELSEWHERE,
                        Cause.SILENCE_FAR),
                says(
                        "another 192.168",
                        Story.to("192.168.178.20").pings(ALL_LOST).over(),
                        Cause.PRIVATE_ELSEWHERE,
                        Cause.SILENCE_FAR),
                says(
                        "a unique local one",
                        Story.to("fd00::20").pings(ALL_LOST).over(),
                        Cause.PRIVATE_ELSEWHERE,
                        Cause.SILENCE_FAR),
                says(
                        "inside a provider",
                        Story.to("100.64.3.4").pings(ALL_LOST).over(),
                        Cause.CARRIER_INSIDE,
                        Cause.SILENCE_FAR),
                says(
                        "self-assigned",
                        Story.to("169.254.3.4").pings(ALL_LOST).over(),
                        Cause.LINK_LOCAL_ELSEWHERE,
                        Cause.SILENCE_FAR),
                says(
                        "answers without a number",
                        near().pings(ALL_LOST).foreign().over(),
                        Cause.NAMES_NO_PING),
                says("only late", near().late(1_240).late(1_100).over(), Cause.ONLY_LATE),
                says(
                        "the reply comes with the next ping",
                        near().late(1_201).late(1_203).late(1_202).pings("x").over(),
                        Cause.ONE_MESSAGE_BEHIND),
                says("some late", near().pings(".........").late(1_240).over(), Cause.SOME_LATE),
                says("the lab's server", near().pings("..x..x...x").over(), Cause.LIKE_EITHER_BOOK),
                says(
                        "on the way there",
                        near().pings("...").lostAt(LossLocation.FORWARD_PATH).over(),
                        Cause.LOST_THERE),
                says(
                        "on the way back",
                        near().pings("...").lostAt(LossLocation.RETURN_PATH).over(),
                        Cause.LOST_BACK),
                says(
                        "on purpose",
                        near().pings("...").lostAt(LossLocation.SERVER).over(),
                        Cause.DROPPED_BY_SERVER),
                says(
                        "too fast",
                        near().pings("...").lostAt(LossLocation.LIMITED).over(),
                        Cause.REFUSED_BY_LIMITS),
                says(
                        "the most frequent place first",
                        near().lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.RETURN_PATH)
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK,
                        Cause.LOST_THERE),
                says(
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
                says(
                        "replies lost behind a NAT that had no time to forget",
                        far().mappedAddress("203.0.113.9:40000", "192.168.1.7:50000")
                                .pings("..")
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK),
                says(
                        "most were late",
                        near().late(1_240)
                                .late(1_240)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .pings("..")
                                .over(),
                        Cause.SOME_LATE,
                        Cause.LOST_THERE),
                says(
                        "a port that is closed and a way that is missing",
                        near().pings("pph").over(),
                        Cause.PORT_REFUSED,
                        Cause.HOST_UNREACHABLE_AT_TIMES),
                says(
                        "the last news is not all news",
                        near().pings("hhp").over(),
                        Cause.HOST_UNREACHABLE_AT_TIMES,
                        Cause.PORT_REFUSED),
                says(
                        "a private one that somebody answers for at times",
                        Story.to("10.77.1.2").pings("hhp").over(),
                        Cause.HOST_UNREACHABLE_AT_TIMES,
                        Cause.PORT_REFUSED),
                says(
                        "a closed port, but a server that says where pings were lost",
                        near().pings("p").lostAt(LossLocation.FORWARD_PATH).over(),
                        Cause.PORT_REFUSED_AT_TIMES,
                        Cause.LOST_THERE),
                says(
                        "a closed port, but a server that answered the question",
                        near().mappedAddress("192.168.1.7:50000", "192.168.1.7:50000")
                                .pings("ppp")
                                .over(),
                        Cause.PORT_REFUSED_AT_TIMES),
                says(
                        "a server that knows of none, but answered the question",
                        near().pings(ALL_LOST)
                                .mappedAddress("192.168.1.7:50000", "192.168.1.7:50000")
                                .over(),
                        Cause.QUESTION_ANSWERED),
                says("a server that went", near().pings("......xxxx").over(), Cause.WENT_SILENT),
                says(
                        "a server that came",
                        near().pings("xxxx......").over(),
                        Cause.SILENT_AT_FIRST),
                says(
                        "lost on the way at one end",
                        near().pings("......")
                                .lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .lostAt(LossLocation.FORWARD_PATH)
                                .over(),
                        Cause.LOST_THERE),
                says(
                        "a NAT that changed the port",
                        far().mappedAddress("203.0.113.9:40000", "192.168.1.7:50000")
                                .mappedAddress("203.0.113.9:40001", "192.168.1.7:50000")
                                .lostAt(LossLocation.RETURN_PATH)
                                .over(),
                        Cause.LOST_BACK,
                        Cause.NAT_CHANGED),
                says(
                        "bursts",
                        near().pings("....................xxxxxxxxxxxx....................").over(),
                        Cause.BURSTS),
                says(
                        "a NAT, but nothing lost on the way back",
                        far().mappedAddress("203.0.113.9:4", "192.168.1.7:5").pings(".x").over(),
                        Cause.TOO_FEW_PINGS));
    }

    static Stream<Arguments> nothingToSay() {
        return Stream.of(
                says("all is well", near().pings("..........").over()),
                says("it has not begun", near()),
                says("silence so far", near().pings(ALL_LOST)),
                says("losses so far", near().pings("..x..x...x")),
                says("late so far", near().late(1_240)),
                says("stopped at once", near().pings("c").over(Outcome.STOPPED)),
                says("the system said something else", far().failed(Kind.OTHER)),
                says("no file handles", Story.toName(FAR).failed(Kind.TOO_MANY_OPEN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"stories", "nothingToSay"})
    void everyStoryHasItsFindings(String what, Story story, List<Cause> expected) {
        assertEquals(expected, story.causes());
    }

    @Test
    void aLossIsLikeTheBooksTextOrItsPythonOrNeither() {
        assertEquals(List.of(Cause.LIKE_THE_BOOK), spread(300, 1_000).causes());
        assertEquals(List.of(Cause.LIKE_THE_BOOKS_PYTHON), spread(364, 1_000).causes());
        assertEquals(List.of(Cause.UNLIKE_THE_BOOK), spread(333, 3_000).causes());
        assertEquals(List.of(Cause.UNLIKE_THE_BOOK), spread(330, 1_000 * 10).causes());
    }

    /** Losses that lie as chance would have them, always the same. */
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
    void withoutANetworkThatIsSaidFirst() {
        HostNetworks unplugged = Story.here("127.0.0.1/8", "::1/128", "fe80::7/64");

        assertEquals(
                List.of(Cause.NO_NETWORK, Cause.NAME_NOT_FOUND),
                Story.causes(name().failed(Kind.NAME_NOT_FOUND).findings(unplugged)));
        assertEquals(
                List.of(Cause.NO_NETWORK),
                Story.causes(Story.toName(FAR).failed(Kind.NO_ROUTE).findings(unplugged)));
    }

    @Test
    void withoutIpv6AnIpv6AddressIsTheReason() {
        HostNetworks four = Story.here("127.0.0.1/8", "192.168.1.7/24", "fe80::7/64");
        Story story = Story.toName("2001:db8::5").failed(Kind.NO_ROUTE);

        assertEquals(List.of(Cause.NO_IPV6), Story.causes(story.findings(four)));
        assertEquals(List.of(Cause.NO_ROUTE), story.causes());
    }

    @Test
    void aMachineThatDoesNotKnowItsNetworksClaimsNothingAboutAddresses() {
        assertEquals(
                List.of(Cause.SILENCE_FAR),
                Story.causes(
                        Story.to("10.77.1.2")
                                .pings(ALL_LOST)
                                .over()
                                .findings(HostNetworks.UNKNOWN)));
        assertEquals(
                List.of(Cause.NO_ROUTE),
                Story.causes(
                        Story.toName(FAR).failed(Kind.NO_ROUTE).findings(HostNetworks.UNKNOWN)));
    }

    @Test
    void theServerOfTheWindowIsNamedWhereAPortOfThisComputerIsClosed() {
        Story refused = Story.to("127.0.0.1").pings("pppppppppp").over();

        assertEquals(
                List.of(
                        Finding.of(
                                Cause.OWN_SERVER_AT_OTHER_PORT,
                                List.of("12000", "13000"),
                                Step.of(Action.PING_OWN_SERVER, "13000"),
                                Step.of(Action.MOVE_OWN_SERVER, "12000"))),
                refused.findings(Story.homeWith(new OwnServer.On(13_000))));
        assertEquals(
                List.of(
                        Finding.of(
                                Cause.OWN_SERVER_ON_NOW,
                                List.of("12000"),
                                Step.of(Action.PING_AGAIN))),
                refused.findings(Story.homeWith(new OwnServer.On(12_000))));
        assertEquals(
                List.of(
                        Finding.of(
                                Cause.PORT_REFUSED_HERE,
                                List.of("12000"),
                                Step.of(Action.SWITCH_ON_OWN_SERVER, "12000"),
                                Step.of(Action.COMPARE_PORTS, "12000"),
                                Step.of(Action.PING_OTHER_ADDRESS, "192.168.1.7", "12000"))),
                refused.findings(Story.homeWith(new OwnServer.Off())));
        assertEquals(Action.START_SERVER_HERE, refused.findings().get(0).steps().get(0).action());
    }

    @Test
    void theServerOfTheWindowIsNamedInSilenceToo() {
        Story silent = Story.to("192.168.1.7").pings(ALL_LOST).over();

        assertEquals(
                List.of(Action.OTHER_PROGRAM_AT_PORT, Action.PING_OWN_SERVER),
                actions(silent.findings(Story.homeWith(new OwnServer.On(13_000))).get(0)));
        assertEquals(
                List.of(
                        Action.OTHER_PROGRAM_AT_PORT,
                        Action.COMPARE_MESSAGE,
                        Action.SWITCH_ON_OWN_SERVER),
                actions(silent.findings(Story.homeWith(new OwnServer.Off())).get(0)));
        assertEquals(
                List.of(Cause.OWN_SERVER_SILENT),
                Story.causes(silent.findings(Story.homeWith(new OwnServer.On(12_000)))));
    }

    @Test
    void theServerOfTheWindowIsKnownAtAllOfLoopbackWhereItAnswersThere() {
        Story refused = Story.to("127.0.1.1").pings("ppp").over();
        for (OwnServer server : List.of(new OwnServer.On(13_000), new OwnServer.On(12_000))) {
            HostNetworks home = Story.homeWith(server);
            HostNetworks whole = new HostNetworks(home.own(), home.outside(), server, true);
            assertEquals(
                    Story.to("127.0.0.1").pings("ppp").over().findings(home),
                    refused.findings(whole));
        }
    }

    /** It listens at neither. */
    @Test
    void theServerOfTheWindowIsNotNamedWhereTheAddressDoesNotLeadToIt() {
        for (String elsewhere : List.of("127.0.0.2", "192.168.1.20")) {
            Story refused = Story.to(elsewhere).pings("ppp").over();

            assertEquals(
                    refused.findings(),
                    refused.findings(Story.homeWith(new OwnServer.On(13_000))),
                    elsewhere);
            assertEquals(
                    refused.findings(),
                    refused.findings(Story.homeWith(new OwnServer.Off())),
                    elsewhere);
        }
    }

    /** Where no way leads to a public address none leads to any other. */
    @Test
    void withoutAWayToAPublicAddressTheNetworkComesBeforeTheAddress() {
        Story far = Story.toName("8.8.8.8").failed(Kind.NO_ROUTE);
        Story near = Story.toName("10.77.1.2").failed(Kind.NO_ROUTE);

        assertEquals(
                List.of(Action.CONNECT_THIS_COMPUTER, Action.CHECK_ADDRESS),
                actions(far.findings().get(0)));
        assertEquals(
                List.of(Action.CHECK_ADDRESS, Action.CONNECT_THIS_COMPUTER),
                actions(near.findings().get(0)));
    }

    private static List<Action> actions(Finding finding) {
        return finding.steps().stream().map(Step::action).toList();
    }

    /** Asking a name server once more would take its time and tell nothing. */
    @Test
    void aNameIsNotLookedUp() {
        Story story = Story.toName("localhost").failed(Kind.NAME_NOT_FOUND);

        assertTrue(story.evidence(Story.HOME).target().isEmpty());
        assertTrue(Story.toName(FAR).evidence(Story.HOME).target().isPresent());
    }

    @Test
    void insideTheProvidersNetworkItsAddressesAreNotForeign() {
        HostNetworks inside = Story.here("127.0.0.1/8", "100.100.1.2/32");

        assertEquals(
                List.of(Cause.SILENCE_FAR),
                Story.causes(Story.to("100.64.3.4").pings(ALL_LOST).over().findings(inside)));
    }

    @Test
    void theOwnPublicAddressIsKnownOnlyIfSomebodySawIt() {
        HostNetworks seen =
                new HostNetworks(
                        Story.HOME.own(),
                        Set.of(Story.address("203.0.113.9")),
                        new OwnServer.None());
        Story story = Story.to("203.0.113.9").pings(ALL_LOST).over();

        assertEquals(List.of(Cause.SILENCE_FAR), story.causes());
        assertEquals(
                List.of(Cause.OWN_PUBLIC_ADDRESS, Cause.SILENCE_FAR),
                Story.causes(story.findings(seen)));
    }

    @Test
    void whatTheRecheckHeardTakesThePlaceOfTheSilence() {
        Evidence silent = near().pings(ALL_LOST).over().evidence(Story.HOME);

        List<Finding> elsewhere =
                Diagnosis.of(
                        silent.with(
                                new Recheck.Elsewhere(
                                        Story.endpoint("192.168.1.21:12000"),
                                        Story.endpoint("192.168.1.20:12000"))));
        assertEquals(List.of(Cause.OTHER_SOURCE), Story.causes(elsewhere));
        assertEquals(
                List.of(Cause.ANSWERS_NOW), Story.causes(Diagnosis.of(answersNow(silent, 400))));
    }

    @Test
    void ofFewPingsAllMayBeLostByChance() {
        assertEquals(
                List.of(Cause.ANSWERS_NOW_AFTER_FEW),
                Story.causes(
                        Diagnosis.of(
                                answersNow(near().pings("xxx").over().evidence(Story.HOME), 400))));
        assertEquals(
                List.of(Cause.ANSWERS_NOW),
                Story.causes(
                        Diagnosis.of(
                                answersNow(
                                        near().pings("xxxx").over().evidence(Story.HOME), 400))));
    }

    @Test
    void anAnswerThatTakesLongerThanTheTimeOutIsNoServerThatWasNotReady() {
        Finding finding =
                Diagnosis.of(answersNow(near().pings(ALL_LOST).over().evidence(Story.HOME), 1_200))
                        .get(0);

        assertEquals(Cause.ANSWERS_SLOWLY, finding.cause());
        assertEquals(
                List.of(Step.of(Action.RAISE_TIMEOUT, Duration.ofMillis(1_500))), finding.steps());
    }

    private static Evidence answersNow(Evidence silent, long millis) {
        Duration rtt = Duration.ofMillis(millis);
        return silent.with(new Recheck.AnswersNow(Story.endpoint("192.168.1.20:12000"), rtt, rtt));
    }

    @Test
    void aNatForgetsOnlyInALongWait() {
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
    void aNetworkOfWhichTheSystemSaysNoLengthProvesNothing() {
        for (String odd : List.of("192.168.1.7/0", "192.168.1.7/-1", "192.168.1.7/33")) {
            HostNetworks here = Story.here("127.0.0.1/8", odd);
            assertEquals(
                    List.of(Cause.SILENCE_FAR),
                    Story.causes(near().pings(ALL_LOST).over().findings(here)),
                    odd);
            assertEquals(
                    List.of(Cause.SILENCE_FAR),
                    Story.causes(Story.to("10.77.1.2").pings(ALL_LOST).over().findings(here)),
                    odd);
        }
    }

    @Test
    void aFirewallMayForbidTheWayToAComputer() {
        assertTrue(actions(near().pings("hhh").over()).contains(Action.OPEN_FIREWALL));
    }

    @Test
    void theChecksGoFromTheServerOutwards() {
        assertEquals(
                List.of(
                        Action.PING_LOOPBACK_THERE,
                        Action.PING_LAN_THERE,
                        Action.COMPARE_BINDING,
                        Action.OPEN_FIREWALL,
                        Action.FORWARD_PORT,
                        Action.USE_LAN_ADDRESS,
                        Action.COMPARE_MESSAGE),
                actions(far().pings(ALL_LOST).over()));
        assertEquals(
                List.of(
                        Action.PING_LOOPBACK_THERE,
                        Action.PING_ITSELF_THERE,
                        Action.COMPARE_BINDING,
                        Action.OPEN_FIREWALL,
                        Action.SAME_NETWORK,
                        Action.COMPARE_MESSAGE),
                actions(near().pings(ALL_LOST).over()));
    }

    @Test
    void theTimeOutToTryLetsTheSlowestReplyCount() {
        Step step = near().late(1_100).late(1_240).over().findings().get(0).steps().get(0);

        assertEquals(Step.of(Action.RAISE_TIMEOUT, Duration.ofSeconds(2)), step);
    }

    @Test
    void atAFixedRateAServersOwnTextNeedsAWait() {
        assertEquals(
                List.of(Action.SEND_TEXT_BACK, Action.WAIT_FOR_REPLY),
                actions(Story.atFixedRateTo(NEAR).pings(ALL_LOST).foreign().over()));
        assertEquals(
                List.of(Action.SEND_TEXT_BACK), actions(near().pings(ALL_LOST).foreign().over()));
    }

    @Test
    void onlyWhatDidNotGoWellIsWorthALook() {
        assertFalse(Diagnosis.worthwhile(near().pings("...").over().session));
        assertFalse(Diagnosis.worthwhile(near().pings("c").over(Outcome.STOPPED).session));
        assertTrue(Diagnosis.worthwhile(near().pings("..x").over().session));
        assertTrue(Diagnosis.worthwhile(near().notSent(Kind.NO_ROUTE).over().session));
        assertTrue(Diagnosis.worthwhile(name().failed(Kind.NAME_NOT_FOUND).session));
    }

    private static List<Action> actions(Story story) {
        return story.findings().get(story.findings().size() - 1).steps().stream()
                .map(Step::action)
                .toList();
    }

    private static Arguments says(String what, Story story, Cause... causes) {
        return arguments(what, story, List.of(causes));
    }

    private static Story near() {
        return Story.to(NEAR);
    }

    private static Story far() {
        return Story.to(FAR);
    }

    private static Story name() {
        return Story.toName("nobody.example");
    }
}
