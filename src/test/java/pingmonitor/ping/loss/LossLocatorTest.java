package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.PingSocket;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.RememberedFate;

/** Where lost pings were lost: what is asked, when, and what is made of whatever comes back. */
class LossLocatorTest {
    private static final InetSocketAddress NAT = ScriptedNet.address((byte) 9, 40_001);
    private static final long TIMEOUT_MILLIS = 300;

    @Test
    void everyLostPingIsToldWhereItWasLost() {
        ScriptedNet net = lastFourLost();
        assertEquals(1, net.questions.size());
        assertEquals(identities(net, 2, 3, 4, 5), net.lostIn(1));
        assertTrue(net.questionText(1).startsWith("Ping 6 17953429"), "a number that no ping has");
        net.answer(
                1,
                RememberedFate.UNSEEN,
                RememberedFate.DROPPED,
                RememberedFate.LIMITED,
                RememberedFate.ANSWERED);
        net.passMillis(2_000);
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, timeout 2, sent 3, timeout 3, sent 4, timeout"
                        + " 4, sent 5, timeout 5, seen 50000, verdict 2 FORWARD_PATH, verdict 3 SERVER,"
                        + " verdict 4 LIMITED, verdict 5 RETURN_PATH, end COMPLETED",
                net.story());
        assertEquals(1, net.questions.size(), "all is known");
        assertEquals(TIMEOUT_MILLIS, millisToEnd(net), "no later than without");
    }

    @Test
    void whoDoesNotWantToKnowAsksNothing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(5, 200, 300, false));
        net.passMillis(60_000);
        assertEquals(List.of(), net.questions);
    }

    @Test
    void withNothingLostItAsksOnceForTheAddressAndEndsNoLater() {
        ScriptedNet answered = allAnswered();
        answered.passMillis(20);
        answered.answer(1, 1_000, NAT);
        answered.passMillis(500);
        assertTrue(answered.story().endsWith("reply 2 0ms, seen 40001, end COMPLETED"));

        ScriptedNet silent = allAnswered();
        silent.passMillis(500);
        assertTrue(silent.story().endsWith("reply 2 0ms, end COMPLETED"));
        assertEquals(1, silent.questions.size());
        assertEquals(List.of(), silent.lostIn(1));
        assertEquals(200, millisToEnd(silent));
    }

    @Test
    void aServerThatSaysNothingIsAskedAFewTimesAndTheRunEndsInTwoSeconds() {
        ScriptedNet net = lastFourLost();
        net.passMillis(10_000);
        long first = net.askedNanos.get(0);
        assertEquals(
                List.of(0L, 250L, 500L, 750L, 1_000L, 1_250L, 1_500L, 1_750L),
                net.askedNanos.stream().map(nanos -> (nanos - first) / 1_000_000).toList());
        assertEquals(1, new HashSet<>(texts(net)).size(), "the same question again");
        assertTrue(net.story().endsWith("timeout 5, end COMPLETED"));
        assertEquals(2_000, millisToEnd(net));
    }

    @Test
    void anAnswerToALaterTryIsAsGoodAndASecondOneIsDropped() {
        ScriptedNet net = lastFourLost();
        net.passMillis(600);
        assertEquals(3, net.questions.size());
        net.answer(3, allOf(RememberedFate.DROPPED, 4));
        net.answer(1, allOf(RememberedFate.ANSWERED, 4));
        net.passMillis(3_000);
        assertTrue(
                net.story()
                        .endsWith(
                                "verdict 2 SERVER, verdict 3 SERVER, verdict 4 SERVER,"
                                        + " verdict 5 SERVER, end COMPLETED"),
                net.story());
    }

    @Test
    void anAnswerInTheStragglersTimeIsTakenAfterTheLastTry() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 10_000, true));
        net.passMillis(10_100);
        assertEquals(1, net.questions.size());
        net.passMillis(9_000);
        assertEquals(LossLocator.TRIES_AT_END, net.questions.size());
        net.answer(LossLocator.TRIES_AT_END, RememberedFate.DROPPED);
        net.passMillis(2_000);
        assertTrue(net.story().endsWith("verdict 1 SERVER, end COMPLETED"), net.story());
    }

    @Test
    void aReplyThatIsHeldBackIsAskedAboutAgain() {
        ScriptedNet net = lastFourLost();
        net.answer(
                1,
                RememberedFate.HELD,
                RememberedFate.DROPPED,
                RememberedFate.HELD,
                RememberedFate.UNANSWERED);
        net.passMillis(250);
        assertEquals(2, net.questions.size());
        assertEquals(identities(net, 2, 4), net.lostIn(2));
        assertNotEquals(net.question(1).nonce(), net.question(2).nonce());
        net.answer(2, RememberedFate.ANSWERED, RememberedFate.HELD);
        net.passMillis(250);
        assertEquals(identities(net, 4), net.lostIn(3));
        for (int nth = 3; !net.finished(); nth++) {
            net.answer(nth, RememberedFate.HELD);
            net.passMillis(250);
        }
        assertTrue(
                net.story().endsWith("verdict 3 SERVER, verdict 2 RETURN_PATH, end COMPLETED"),
                net.story());
        assertEquals(2_000, millisToEnd(net), "not for ever");
    }

    @Test
    void whileTheRunGoesOnHeldPingsAreAskedAboutInTheNextRoundAndAtItsEndAtOnce() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(40, 200, 300, true));
        net.echo(1);
        untilAsked(net, 1);
        int pings = net.lostIn(1).size();
        net.answer(1, allOf(RememberedFate.HELD, pings));
        net.passMillis(2_900);
        assertEquals(2, net.questions.size(), "those that were too many for the first");
        net.answer(2, allOf(RememberedFate.HELD, net.lostIn(2).size()));
        while (net.sent.size() < 40) {
            net.passMillis(10);
            int latest = net.questions.size();
            net.answer(latest, allOf(RememberedFate.HELD, net.lostIn(latest).size()));
        }
        int between = net.questions.size();
        assertTrue(between <= 14, between + " questions in 20 s");
        net.passMillis(400);
        assertEquals(between + 1, net.questions.size());
        assertEquals(39, net.lostIn(between + 1).size());
    }

    @Test
    void aYoungPingThatTheServerHasNotSeenMayStillArrive() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.echo(1);
        untilAsked(net, 1);
        net.answer(1, allOf(RememberedFate.DROPPED, 4));
        untilAsked(net, 2);
        int pings = net.lostIn(2).size();
        net.answer(2, allOf(RememberedFate.UNSEEN, pings));
        int early = of(net, PingEvent.Verdict.class).size();
        assertTrue(early < 4 + pings, early + " of " + (4 + pings));
        untilAsked(net, 3);
        List<Long> again = net.lostIn(3);
        assertTrue(again.containsAll(net.lostIn(2).subList(early - 4, pings)));
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, again.size());
        fates[0] = RememberedFate.ANSWERED;
        net.answer(3, fates);
        assertEquals(LossLocation.RETURN_PATH, of(net, PingEvent.Verdict.class).get(early).where());
    }

    @Test
    void atTheEndASlowAnswerSaysNoMoreOfAYoungPing() {
        ScriptedNet net = lastFourLost();
        net.passMillis(100);
        net.answer(1, allOf(RememberedFate.UNSEEN, 4));
        assertTrue(
                net.story().endsWith("verdict 2 FORWARD_PATH, verdict 3 FORWARD_PATH"),
                net.story());
        while (!net.finished()) {
            net.passMillis(100);
            int latest = net.questions.size();
            net.answer(latest, allOf(RememberedFate.UNSEEN, net.lostIn(latest).size()));
        }
        assertTrue(
                net.story()
                        .endsWith("verdict 4 FORWARD_PATH, verdict 5 FORWARD_PATH, end COMPLETED"),
                net.story());
        assertTrue(millisToEnd(net) <= 2_000);
    }

    @Test
    void aReplyThatComesAfterAllIsLate() {
        ScriptedNet net = lastFourLost();
        net.answer(1, allOf(RememberedFate.ANSWERED, 4));
        net.echo(5);
        net.passMillis(1_000);
        assertTrue(net.story().endsWith("verdict 5 RETURN_PATH, late 5 301ms, end COMPLETED"));
    }

    @Test
    void ofAPingWhoseReplyCameMeanwhileThereIsNoVerdict() {
        ScriptedNet net = lastFourLost();
        net.echo(5);
        net.answer(1, allOf(RememberedFate.ANSWERED, 4));
        assertTrue(net.story().endsWith("verdict 4 RETURN_PATH"), net.story());
        net.passMillis(1_000);
        assertFalse(net.story().contains("verdict 5"));
        assertEquals(1, net.questions.size());
    }

    @Test
    void aReplyThatComesJustTooLateLeavesNothingToAskAbout() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 300, true));
        // Past the time-out, before anybody looked.
        net.nowNanos += 300_500_000;
        net.echo(1);
        assertEquals("start, sent 1, timeout 1, late 1 300ms", net.story());
        net.passMillis(1);
        assertEquals(List.of(), net.lostIn(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"upper", "plain", "crlf", "stripped", "cut at 70", "cut at 40", "cut at 22"})
    void anEchoOfTheQuestionIsDroppedAndNothingIsAskedAgain(String how) {
        ScriptedNet net = lastFourLost();
        String question = net.questionText(1);
        String echo =
                switch (how) {
                    case "upper" -> question.toUpperCase(Locale.ROOT);
                    case "plain" -> question;
                    case "crlf" -> question.toUpperCase(Locale.ROOT) + "\r\n";
                    case "stripped" -> question.strip();
                    default ->
                            question.toUpperCase(Locale.ROOT)
                                    .substring(0, Integer.parseInt(how.substring(7)));
                };
        net.passMillis(260);
        assertEquals(2, net.questions.size(), "the first one was delayed");
        net.arrive(echo);
        net.passMillis(10);
        net.arrive(echo);
        net.passMillis(5_000);
        assertTrue(net.story().endsWith("timeout 5, end COMPLETED"), net.story());
        assertEquals(2, net.questions.size());
        assertEquals(TIMEOUT_MILLIS, millisToEnd(net), "a lab server is not waited for");
    }

    @Test
    void aReplyThatIsCutOffBeforeTheTimesDifferIsThePings() {
        ScriptedNet net = lastFourLost();
        String reply = "PING 5 17953429";
        net.arrive(reply);
        net.arrive(reply);
        assertTrue(net.story().endsWith("timeout 5, late 5 301ms, duplicate 5 301ms"), net.story());
        net.arrive("PING 6 17953429");
        assertTrue(net.story().endsWith("duplicate 5 301ms"), "the question's, cut off as well");
        net.passMillis(5_000);
        assertEquals(1, net.questions.size());
    }

    @Test
    void aForgedAnswerIsForeignAndTheTrueOneIsStillTaken() {
        ScriptedNet net = lastFourLost();
        FateAnswer forged =
                new FateAnswer(
                        net.question(1).nonce() ^ 1,
                        1_000_000,
                        NAT,
                        List.of(allOf(RememberedFate.ANSWERED, 4)));
        String text = StandardCharsets.US_ASCII.decode(forged.encode()).toString();
        net.deliver(0, forged.encode());
        assertTrue(net.story().endsWith("timeout 5, foreign '" + text + "'"), net.story());
        net.answer(1, allOf(RememberedFate.DROPPED, 4));
        assertTrue(net.story().endsWith("verdict 5 SERVER"), net.story());
    }

    @Test
    void anAnswerThatDoesNotFitItsQuestionSaysNothing() {
        ScriptedNet net = lastFourLost();
        net.answer(1, allOf(RememberedFate.ANSWERED, 3));
        net.answer(1, allOf(RememberedFate.ANSWERED, 5));
        net.answer(1);
        int before = net.events.size();
        String good = answerText(net, 1, allOf(RememberedFate.ANSWERED, 4));
        for (String bad :
                new String[] {
                    good.substring(0, good.length() - 4) + "AAA?",
                    good.replace("PONG", "pong"),
                    good + "\n",
                    "PONG",
                    good.substring(0, 60),
                }) {
            net.arrive(bad);
        }
        assertFalse(net.storySince(before).contains("verdict"), net.storySince(before));
        assertFalse(net.storySince(before).contains("seen"), net.storySince(before));
        assertFalse(net.storySince(before).contains("late"), net.storySince(before));
    }

    @Test
    void thatAServerNeverSawAPingCountsOnlyIfItForgotNothingSince() {
        ScriptedNet net = lastFourLost();
        // Ping 4 is 801 ms old, and ping 5 is 301: with the margin for two clocks.
        net.answer(
                1,
                700,
                net.portOfQuestion(1),
                RememberedFate.DROPPED,
                RememberedFate.UNSEEN,
                RememberedFate.UNSEEN,
                RememberedFate.UNSEEN);
        assertTrue(net.story().endsWith("seen 50000, verdict 2 SERVER, verdict 5 FORWARD_PATH"));
        net.passMillis(3_000);
        assertEquals(1, net.questions.size(), "it will not come to know more");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300, 301, 302, 303})
    void theMarginIsForTheWayAndForTwoClocks(long completeMillis) {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 300, true));
        net.passMillis(301);
        net.answer(1, completeMillis, net.portOfQuestion(1), RememberedFate.UNSEEN);
        assertEquals(completeMillis >= 304, net.story().contains("FORWARD_PATH"), net.story());
        ScriptedNet enough = ScriptedNet.withKnownServer(plan(1, 0, 300, true));
        enough.passMillis(301);
        enough.answer(1, 304, enough.portOfQuestion(1), RememberedFate.UNSEEN);
        assertTrue(enough.story().contains("FORWARD_PATH"));
    }

    @Test
    void howeverShortTheTimeOutAPingHasTheTimeToArriveBeforeItIsAskedAbout() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 10, true));
        net.passMillis(249);
        assertEquals(List.of(), net.questions);
        net.passMillis(1);
        net.answer(1, RememberedFate.DROPPED);
        net.passMillis(1);
        assertEquals(
                "start, sent 1, timeout 1, seen 50001, verdict 1 SERVER, end COMPLETED",
                net.story());
    }

    @Test
    void aNatThatTakesAnotherPortIsSeen() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        untilAsked(net, 1);
        // Every ping was lost, so each left from a port of its own.
        net.answer(1, 10_000, NAT, allOf(RememberedFate.UNSEEN, 4));
        untilAsked(net, 2);
        InetSocketAddress other = ScriptedNet.address((byte) 9, 40_002);
        int pings = net.lostIn(2).size();
        net.answer(2, 10_000, other, allOf(RememberedFate.UNSEEN, pings));
        List<PingEvent.SeenAs> seen = of(net, PingEvent.SeenAs.class);
        assertEquals(List.of(NAT, other), seen.stream().map(PingEvent.SeenAs::endpoint).toList());
        assertEquals(net.portOfQuestion(1), seen.get(0).local());
    }

    @Test
    void whenTheServerSeesAnotherAddressItMayHaveSeenOldPingsUnderTheFirst() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        untilAsked(net, 1);
        net.answer(1, 10_000, NAT, allOf(RememberedFate.UNSEEN, 4));
        int early = of(net, PingEvent.Verdict.class).size();
        int before = net.events.size();
        untilAsked(net, 2);
        InetSocketAddress another = ScriptedNet.address((byte) 8, 40_001);
        int pings = net.lostIn(2).size();
        net.answer(2, 10_000, another, allOf(RememberedFate.UNSEEN, pings));
        assertFalse(net.storySince(before).contains("FORWARD_PATH"), net.storySince(before));

        long since = Long.parseLong(net.sent.get(net.sent.size() - 1).split(" ")[1]);
        for (int nth = 3; net.sent.size() < 40; nth++) {
            untilAsked(net, nth);
            net.answer(nth, 20_000, another, allOf(RememberedFate.UNSEEN, net.lostIn(nth).size()));
        }
        List<PingEvent.Verdict> verdicts = of(net, PingEvent.Verdict.class);
        assertTrue(verdicts.size() > early, "those since then");
        verdicts.stream().skip(early).forEach(each -> assertTrue(each.sequence() > since));
    }

    @Test
    void whoeverDoesNotRememberThePingItAnsweredLooksUnderAnotherAddressThanThePingsHad() {
        ScriptedNet net = lastFourLost();
        net.passMillis(20);
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, 4);
        net.answer(1, FateAnswer.MOST_MILLIS, NAT, false, fates);
        net.passMillis(20);
        net.answer(2, FateAnswer.MOST_MILLIS, NAT, fates);
        net.passMillis(2_000);
        assertTrue(net.story().endsWith("timeout 5, seen 40001, end COMPLETED"), net.story());
        assertEquals(2, net.questions.size());
    }

    @Test
    void behindANatAPingIsLostThereIfOneBeforeItIsRemembered() {
        ScriptedNet net = lastFourLost();
        net.passMillis(20);
        assertEquals(identities(net, 2, 3, 4, 5, 1), net.question(1).identities());
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, 4);
        fates[1] = RememberedFate.DROPPED;
        net.answer(1, FateAnswer.MOST_MILLIS, NAT, fates);
        assertTrue(
                net.story()
                        .endsWith(
                                "seen 40001, verdict 2 FORWARD_PATH, verdict 3 SERVER, verdict 4"
                                        + " FORWARD_PATH, verdict 5 FORWARD_PATH"),
                net.story());
    }

    @Test
    void behindANatThatAllAreLostThereIsOnlySaidOfThoseAfterTheFirstAnswer() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        untilAsked(net, 1);
        int sentBefore = net.sent.size();
        int answered = 0;
        while (net.sent.size() < 40) {
            net.passMillis(1);
            for (; answered < net.questions.size(); answered++) {
                RememberedFate[] fates =
                        allOf(RememberedFate.UNSEEN, net.lostIn(answered + 1).size());
                net.answer(answered + 1, FateAnswer.MOST_MILLIS, NAT, fates);
            }
        }
        List<PingEvent.Verdict> verdicts = of(net, PingEvent.Verdict.class);
        assertTrue(verdicts.size() > 20, verdicts.toString());
        for (PingEvent.Verdict verdict : verdicts) {
            assertEquals(LossLocation.FORWARD_PATH, verdict.where());
            assertTrue(verdict.sequence() > sentBefore, verdict.toString());
        }
    }

    @Test
    void whetherANatShowsAnEarlierPortUnderTheSameAddressIsAskedByThatPort() {
        ScriptedNet net = firstLost();
        net.answer(1, FateAnswer.MOST_MILLIS, NAT, RememberedFate.UNSEEN);
        net.passMillis(20);
        assertEquals(identities(net, 1), net.question(2).identities());
        assertEquals(List.of(1, 0), net.askedBy);
        net.answer(2, FateAnswer.MOST_MILLIS, NAT, RememberedFate.UNSEEN);
        assertTrue(net.story().endsWith("seen 40001, verdict 1 FORWARD_PATH"), net.story());

        ScriptedNet other = firstLost();
        other.answer(1, FateAnswer.MOST_MILLIS, NAT, RememberedFate.UNSEEN);
        other.passMillis(20);
        InetSocketAddress another = ScriptedNet.address((byte) 8, 40_002);
        other.answer(2, FateAnswer.MOST_MILLIS, another, RememberedFate.UNSEEN);
        other.passMillis(3_000);
        assertTrue(other.story().endsWith("seen 40001, end COMPLETED"), other.story());
    }

    @Test
    void aPortThatIsNotAnsweredAnyMoreIsGivenUp() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(501);
        net.echo(2);
        while (net.questions.size() < 12 && net.nowNanos - net.beganNanos < 60_000_000_000L) {
            net.passMillis(100);
            net.echo(net.sent.size());
            for (int nth = 1; nth <= net.questions.size(); nth++) {
                if (net.askedBy.get(nth - 1) > 0) {
                    RememberedFate[] fates = allOf(RememberedFate.UNSEEN, net.lostIn(nth).size());
                    net.answer(nth, FateAnswer.MOST_MILLIS, NAT, fates);
                }
            }
        }
        long byFirst = net.askedBy.stream().filter(link -> link == 0).count();
        assertTrue(byFirst >= 2 && byFirst <= 4, net.askedBy.toString());
        assertFalse(net.story().contains("verdict"), net.story());
    }

    @Test
    void aPingFromAnotherAddressOfThisMachineMayHaveBeenSeenUnderThatOne() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, 300, true));
        net.lastOfAddress = 2;
        untilAsked(net, 1);
        assertEquals(3, net.links.size(), "one for questions");
        net.answer(1, allOf(RememberedFate.UNSEEN, 2));
        assertTrue(net.story().endsWith("seen 50002, verdict 2 FORWARD_PATH"), net.story());
    }

    @Test
    void aServerWithItsOwnTextIsNeverAsked() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(4, 200, 300, true));
        net.arrive("Hello 10");
        net.passMillis(300);
        net.arrive("Hello 10");
        net.passMillis(10_000);
        assertEquals(List.of(), net.questions);
        assertEquals(
                "start, sent 1, reply 1 0ms unverified, sent 2, reply 2 100ms unverified, sent 3,"
                        + " timeout 3, sent 4, timeout 4, end COMPLETED",
                net.story());
    }

    @Test
    void aServerWhoseTextIsForeignIsNeverAsked() {
        PingPlan plan = fixedRate(4, 10, 300);
        ScriptedNet net = ScriptedNet.withKnownServer(plan);
        net.passMillis(100);
        net.arriveAt(0, "Hello");
        net.passMillis(10_000);
        assertTrue(net.story().contains("foreign 'Hello'"), net.story());
        assertEquals(List.of(), net.questions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello from the server, message received",
                "PING 3",
                "PONG 3",
                "ping 3 1795342930 ok",
                "",
                "unknown command",
                "Ping 3 1795342927.2"
            })
    void whatAServerSaysInItsOwnWordsToAQuestionIsNoReplyAndNotForeign(String words) {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(3, 200, 300, true));
        net.passMillis(2_000);
        int asked = net.questions.size();
        assertTrue(asked > 0);
        net.arrive(words);
        net.passMillis(10);
        net.arrive(words);
        net.passMillis(5_000);
        assertTrue(net.story().endsWith("timeout 3, end COMPLETED"), net.story());
        assertEquals(asked, net.questions.size(), "nor is it asked again");
    }

    @Test
    void ownWordsThatComeLateAreTheReplyToThePingAlthoughAQuestionIsOpen() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 1_000, true));
        net.passMillis(1_201);
        assertTrue(net.questions.size() > 0);
        net.arriveAt(net.sentFrom.get(0), "Hello");
        assertEquals("start, sent 1, timeout 1, late 1 1201ms unverified", net.story());
        net.arrive("Hello");
        net.passMillis(3_000);
        assertTrue(net.story().endsWith("unverified, end COMPLETED"), net.story());
    }

    @Test
    void whereNoPortCanBeOpenedForItTheQuestionLeavesFromThePings() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 300, true));
        net.openErrors.add(new IOException("Too many open files"));
        net.passMillis(400);
        assertEquals(0, net.askedBy.get(0));
        net.answer(1, RememberedFate.DROPPED);
        assertTrue(net.story().endsWith("verdict 1 SERVER"), net.story());
    }

    @Test
    void ownWordsAtAnEarlierPortAreAReplyStill() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(3, 200, 300, true));
        net.passMillis(1_500);
        assertEquals(1, net.questions.size());
        net.arriveAt(1, "Hello");
        assertTrue(net.story().endsWith("late 2 999ms unverified"), net.story());
    }

    @Test
    void inARunWithVerifiedRepliesOnlyAsManyOwnWordsAreTheQuestions() {
        ScriptedNet net = lastFourLost();
        net.arrive("what?");
        assertTrue(net.story().endsWith("timeout 5"), net.story());
        net.arrive("what?");
        assertTrue(net.story().endsWith("foreign 'what?'"), net.story());
        net.echo(5);
        assertTrue(net.story().endsWith("late 5 301ms"), net.story());
    }

    @Test
    void aVerifiedReplyAfterTheQuestionIsTakenAsEver() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, 300, true));
        net.passMillis(900);
        assertEquals(1, net.questions.size());
        net.echo(2);
        net.echo(2);
        assertTrue(net.story().contains("late 2"), net.story());
        assertTrue(net.story().contains("duplicate 2"), net.story());
        net.answer(1, allOf(RememberedFate.DROPPED, 2));
        assertTrue(net.story().endsWith("seen 50002, verdict 1 SERVER"), net.story());
    }

    @Test
    void theRefusalOfAQuestionIsNoNewsOfAPing() {
        ScriptedNet net = lastFourLost();
        net.refuse();
        assertTrue(net.story().endsWith("timeout 5"), net.story());
        net.passMillis(3_000);
        assertEquals(1, net.questions.size(), "nobody is there");
        assertEquals(TIMEOUT_MILLIS, millisToEnd(net));
    }

    @Test
    void refusedPingsAreAskedAboutOnce() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 300, 300, true));
        net.refuse();
        net.passMillis(300);
        net.refuse();
        net.passMillis(1);
        assertEquals(1, net.questions.size());
        net.refuse();
        net.passMillis(3_000);
        assertEquals(
                "start, sent 1, unreachable 1 PORT, sent 2, unreachable 2 PORT, end COMPLETED",
                net.story());
        assertEquals(1, net.questions.size());
    }

    @Test
    void newsOfAPingThatComesOutWhenAQuestionIsSentIsThePings() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, 300, true));
        net.echo(1);
        net.passMillis(400);
        net.sendErrors.add(new PortUnreachableException());
        net.passMillis(150);
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, timeout 2, unreachable 2 PORT", net.story());
        assertEquals(1, net.questions.size(), "sent all the same");
        net.answer(1, RememberedFate.DROPPED);
        assertTrue(net.story().endsWith("verdict 2 SERVER"), net.story());
    }

    @Test
    void newsThatTheHostOfAPingIsNotReachedComesOutWithAQuestionToo() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, 300, true));
        net.echo(1);
        net.passMillis(400);
        net.sendErrors.add(new NoRouteToHostException("No route to host"));
        net.passMillis(150);
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, timeout 2, unreachable 2 HOST", net.story());
        assertEquals(1, net.questions.size());
    }

    @Test
    void whatComesAgainIsNoNewsOfAPing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, 300, true));
        net.echo(1);
        net.passMillis(400);
        net.sendErrors.add(new NoRouteToHostException("No route to host"));
        net.sendErrors.add(new NoRouteToHostException("No route to host"));
        net.passMillis(150);
        assertEquals("start, sent 1, reply 1 0ms, sent 2, timeout 2", net.story());
        assertEquals(0, net.questions.size());
    }

    @Test
    void newsOfAQuestionThatComesOutAtTheNextPingIsNotThePingsBefore() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.echo(1);
        net.passMillis(3_050);
        assertEquals(1, net.questions.size());
        int before = net.events.size();
        net.sendErrors.add(new PortUnreachableException());
        net.passMillis(300);
        assertFalse(net.storySince(before).contains("unreachable"), net.storySince(before));
        assertTrue(net.storySince(before).contains("sent"), net.storySince(before));
    }

    @Test
    void aQuestionThatCannotBeSentIsOneTryLess() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 300, true));
        for (int i = 0; i < 4; i++) {
            net.sendErrors.add(new IOException("Network is unreachable"));
        }
        net.passMillis(301 + 600);
        assertEquals(1, net.questions.size());
        net.answer(1, RememberedFate.DROPPED);
        net.passMillis(1_000);
        assertEquals(
                "start, sent 1, timeout 1, seen 50001, verdict 1 SERVER, end COMPLETED",
                net.story());
    }

    @Test
    void aLongRunAsksEveryFewSecondsInThePauseAfterAPing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        for (int second = 0; second < 30; second++) {
            for (int half = 0; half < 2; half++) {
                net.passMillis(500);
                int latest = net.sent.size();
                if (latest % 2 == 0) {
                    net.echo(latest);
                }
                answerLatest(net);
            }
        }
        long began = net.beganNanos;
        List<Long> asked =
                net.askedNanos.stream().map(nanos -> (nanos - began) / 1_000_000).toList();
        assertTrue(asked.get(0) >= 3_000 && asked.get(0) < 4_000, asked.toString());
        assertTrue(asked.size() >= 7 && asked.size() <= 24, asked.toString());
        for (long nanos : net.askedNanos) {
            assertTrue(isInAPause(net, nanos), asked.toString());
        }
        net.stop();
        long lost = of(net, PingEvent.TimedOut.class).size() - of(net, PingEvent.Late.class).size();
        long told = of(net, PingEvent.Verdict.class).size();
        assertTrue(told >= lost - 10 && told > 10, told + " of " + lost);
        Set<Long> sequences = new HashSet<>();
        of(net, PingEvent.Verdict.class).forEach(each -> sequences.add(each.sequence()));
        assertEquals(told, sequences.size(), "each once");
    }

    @Test
    void atAFixedRateItAsksBetweenTheBeatsAndInPortions() {
        ScriptedNet net = ScriptedNet.withKnownServer(fixedRate(PingPlan.UNTIL_STOPPED, 10, 100));
        net.passMillis(50);
        net.echo(1);
        net.passMillis(2_970);
        assertEquals(1, net.questions.size());
        assertEquals(LossLocator.FIRST_PINGS, net.lostIn(1).size());
        int answered = 0;
        while (net.nowNanos - net.beganNanos < 9_000_000_000L) {
            while (answered < net.questions.size()) {
                answered++;
                int pings = net.lostIn(answered).size();
                assertTrue(pings <= FateQuestion.MOST_PINGS);
                assertTrue(net.questions.get(answered - 1).length <= 1_000);
                net.answer(answered, allOf(RememberedFate.DROPPED, pings));
            }
            net.passMillis(1);
        }
        for (long nanos : net.askedNanos) {
            long afterBeat = Math.floorMod(nanos - net.beganNanos, 10_000_000);
            assertTrue(afterBeat >= 2_000_000 && afterBeat <= 8_000_000, afterBeat + " ns");
        }
        net.stop();
        long lost = of(net, PingEvent.TimedOut.class).size();
        long told = of(net, PingEvent.Verdict.class).size();
        assertTrue(told > 500 && lost - told < 320, told + " of " + lost);
        assertTrue(net.questions.size() < 20, net.questions.size() + " questions");
    }

    @Test
    void withoutAnyPauseItAsksAllTheSame() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 0, 300, true));
        net.echo(1);
        net.passMillis(4_100);
        assertEquals(1, net.questions.size());
    }

    @Test
    void withNothingLostALongRunAsksNowAndThenHowItIsSeen() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        for (int tenth = 0; tenth < 1_000; tenth++) {
            net.echo(net.sent.size());
            net.passMillis(100);
            if (net.questions.size() > 0) {
                net.answer(net.questions.size(), 1_000, NAT);
            }
        }
        assertEquals(1 + (100 - 3) / 30, net.questions.size());
        assertTrue(net.askedNanos.get(0) - net.beganNanos <= 3_200_000_000L);
        for (int nth = 1; nth <= net.questions.size(); nth++) {
            assertEquals(List.of(), net.lostIn(nth));
        }
        assertEquals(1, of(net, PingEvent.SeenAs.class).size());
    }

    @Test
    void aPlainEchoIsAskedOnceInALongRunWithNothingLost() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        for (int tenth = 0; tenth < 1_000; tenth++) {
            net.echo(net.sent.size());
            net.passMillis(100);
            if (net.questions.size() > 0) {
                net.arrive(net.questionText(1).toUpperCase(Locale.ROOT));
            }
        }
        assertEquals(1, net.questions.size());
        assertFalse(net.story().contains("foreign"));
    }

    @Test
    void aSilentServerIsAskedSeldom() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(17_000);
        assertEquals(LossLocator.MOST_TRIES, net.questions.size());
        net.passMillis(300_000);
        assertEquals(LossLocator.MOST_TRIES + 10, net.questions.size());
    }

    @Test
    void aServerThatComesLateIsAskedAsSoonAsItAnswersAPing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(20_000);
        assertEquals(LossLocator.MOST_TRIES, net.questions.size());
        net.echo(net.sent.size());
        net.passMillis(1_000);
        assertEquals(LossLocator.MOST_TRIES + 1, net.questions.size());
        answerLatest(net);
        assertTrue(net.story().contains("verdict"), net.story());
    }

    @Test
    void aServerThatComesLateAndAnswersNoPingIsFoundTooAndAskedAsEver() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(20_000);
        untilAsked(net, LossLocator.MOST_TRIES + 1, 30_000);
        answerLatest(net);
        untilAsked(net, LossLocator.MOST_TRIES + 2, 4_000);
    }

    @Test
    void manyLostPingsAreAllAskedAboutAtTheEndWithinItsTime() {
        int count = 1_000;
        ScriptedNet net = ScriptedNet.withKnownServer(fixedRate(count, 1, 300));
        net.passMillis(1_310);
        int answered = 0;
        while (!net.finished()) {
            while (answered < net.questions.size()) {
                answered++;
                int pings = net.lostIn(answered).size();
                net.answer(answered, allOf(RememberedFate.UNSEEN, pings));
            }
            net.passMillis(20);
        }
        assertEquals(count, of(net, PingEvent.Verdict.class).size());
        assertTrue(answered <= 2 + count / FateQuestion.MOST_PINGS);
        assertEquals(count, net.sent.size());
    }

    @Test
    void stoppedWhileItAsksTheRunEndsAtOnce() {
        ScriptedNet net = lastFourLost();
        net.stop();
        net.answer(1, allOf(RememberedFate.DROPPED, 4));
        net.passMillis(3_000);
        assertTrue(net.story().endsWith("timeout 5, end COMPLETED"), net.story());
        assertEquals(1, net.questions.size());

        ScriptedNet endless =
                ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        endless.passMillis(3_550);
        assertEquals(1, endless.questions.size());
        endless.stop();
        endless.answer(1, allOf(RememberedFate.DROPPED, 4));
        assertTrue(endless.story().endsWith("end STOPPED"), endless.story());
    }

    @Test
    void stoppedTheRunAsksAboutThoseItLostLast() {
        ScriptedNet net = stoppedWithTwoLost();
        net.passMillis(20);
        assertEquals(identities(net, 2, 3, 1), net.question(1).identities());
        net.echo(4);
        net.answer(1, RememberedFate.DROPPED, RememberedFate.ANSWERED);
        net.passMillis(1_000);
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, timeout 2, sent 3, timeout 3, sent 4,"
                        + " cancelled 4, seen 50000, verdict 2 SERVER, verdict 3 RETURN_PATH, end"
                        + " STOPPED",
                net.story());
        assertEquals(20, millisFromQuestionToEnd(net));
        assertEquals(4, net.sent.size());
    }

    @Test
    void stoppedItWaitsForAnAnswerForASecondAtMost() {
        ScriptedNet net = stoppedWithTwoLost();
        net.heldUp(50_000_000);
        net.passMillis(400);
        net.stop();
        net.passMillis(5_000);
        assertTrue(net.story().endsWith("cancelled 4, end STOPPED"), net.story());
        long first = net.askedNanos.get(0);
        assertEquals(
                List.of(0L, 250L, 500L, 750L),
                net.askedNanos.stream().map(nanos -> (nanos - first) / 1_000_000).toList());
        assertEquals(1_000, millisFromQuestionToEnd(net));
    }

    @Test
    void stoppedItTakesALateReplyForWhatItIs() {
        ScriptedNet net = stoppedWithTwoLost();
        net.passMillis(10);
        net.echo(2);
        net.echo(3);
        net.passMillis(1);
        assertTrue(
                net.story().endsWith("cancelled 4, late 2 1110ms, late 3 609ms, end STOPPED"),
                net.story());
    }

    @Test
    void stoppedWithNothingToAskTheRunEndsAtOnce() {
        ScriptedNet answered =
                ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        answered.echo(1);
        answered.passMillis(210);
        answered.stop();
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, cancelled 2, end STOPPED", answered.story());

        ScriptedNet silent =
                ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        silent.passMillis(1_100);
        silent.stop();
        assertTrue(silent.story().endsWith("cancelled 3, end STOPPED"), silent.story());

        ScriptedNet unasked =
                ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, false));
        unasked.echo(1);
        unasked.passMillis(1_300);
        unasked.stop();
        assertTrue(unasked.story().endsWith("cancelled 4, end STOPPED"), unasked.story());
        assertEquals(List.of(), unasked.questions);
    }

    @Test
    void stoppedALabServerIsNotWaitedFor() {
        ScriptedNet net = stoppedWithTwoLost();
        net.passMillis(5);
        net.arrive(net.questionText(1).toUpperCase(Locale.ROOT));
        net.passMillis(1);
        assertTrue(net.story().endsWith("cancelled 4, end STOPPED"), net.story());
    }

    @Test
    void atAThousandPingsASecondTheVerdictsKeepUpAlsoWhereQuestionsAreLost() {
        ScriptedNet net = ScriptedNet.withKnownServer(fixedRate(PingPlan.UNTIL_STOPPED, 1, 300));
        FarServer server = new FarServer(net);
        int seconds = 40;
        long most = 0;
        for (int second = 1; second <= seconds; second++) {
            server.passMillis(1_000);
            long lost = of(net, PingEvent.TimedOut.class).size();
            long told = of(net, PingEvent.Verdict.class).size();
            most = Math.max(most, lost - told);
        }
        // In one round of 3 s 900 are lost, and a question that is lost costs as much again.
        assertTrue(most < 4_000, most + " pings wait for a verdict");
        Set<Long> told = new HashSet<>();
        of(net, PingEvent.Verdict.class).forEach(each -> told.add(each.sequence()));
        List<Long> missing =
                of(net, PingEvent.TimedOut.class).stream()
                        .map(PingEvent.TimedOut::sequence)
                        .filter(each -> each < (seconds - 25) * 1_000 && !told.contains(each))
                        .toList();
        assertEquals(List.of(), missing);
        int questions = net.questions.size();
        assertTrue(questions > 100 && questions < 25 * seconds, questions + " questions");
        for (int i = 1; i < questions; i++) {
            long apart = net.askedNanos.get(i) - net.askedNanos.get(i - 1);
            assertTrue(apart >= 20_000_000 || i < 3, apart + " ns between questions");
        }
        net.stop();
        server.passMillis(1_100);
        long lost = of(net, PingEvent.TimedOut.class).size();
        assertTrue(lost - of(net, PingEvent.Verdict.class).size() < 400, net.events.size() + "");
    }

    @Test
    void aServerThatWasStartedAnewKnowsWhatItSawSinceThen() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.echo(1);
        net.passMillis(3_050);
        int pings = net.lostIn(1).size();
        net.answer(1, 60_000, net.portOfQuestion(1), allOf(RememberedFate.DROPPED, pings));
        untilAsked(net, 2);
        pings = net.lostIn(2).size();
        net.answer(2, 60_000, net.portOfQuestion(2), allOf(RememberedFate.DROPPED, pings));
        int before = net.events.size();
        untilAsked(net, 3);
        int asked = net.lostIn(3).size();
        assertTrue(asked >= 5, asked + " pings");
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, asked);
        fates[0] = RememberedFate.ANSWERED;
        net.answer(3, 1_200, net.portOfQuestion(3), fates);
        String story = net.storySince(before);
        assertTrue(
                story.contains("RETURN_PATH"),
                "seen before it was stopped, or by another: " + story);
        assertFalse(story.contains("FORWARD_PATH"), story);
        long startedNanos = net.nowNanos - 1_200_000_000;
        untilAsked(net, 4);
        asked = net.lostIn(4).size();
        long complete = (net.nowNanos - startedNanos) / 1_000_000;
        net.answer(4, complete, net.portOfQuestion(4), allOf(RememberedFate.UNSEEN, asked));
        List<PingEvent.Verdict> there =
                of(net, PingEvent.Verdict.class).stream()
                        .filter(verdict -> verdict.where() == LossLocation.FORWARD_PATH)
                        .toList();
        assertTrue(there.size() >= 2, net.storySince(before));
        for (PingEvent.Verdict verdict : there) {
            long sent = net.sentNanos.get((int) verdict.sequence() - 1);
            assertTrue(sent - startedNanos > 0, verdict.toString());
        }
    }

    @Test
    void whatCannotBeRememberedIsNotAskedAbout() {
        LostPings lost = new LostPings();
        PingSocket link = ScriptedNet.withKnownServer(plan(1, 0, 300, false)).links.get(0);
        for (int i = 1; i <= LostPings.MOST + 5; i++) {
            lost.add(ScriptedNet.ping(i, link, 0));
        }
        List<InFlightPing> next = lost.next(Integer.MAX_VALUE, LostPings.LEAST_AGE_NANOS).pings();
        assertEquals(LostPings.MOST, next.size());
        assertEquals(6, next.get(0).sequence());
    }

    /** 100 ms away; it drops three of ten pings, and on each way three of ten questions or answers are lost. */
    private static final class FarServer {
        private static final int AWAY_MILLIS = 100;

        private final ScriptedNet net;
        private final SplittableRandom random = new SplittableRandom(11);
        private int answered;
        private int echoed;

        FarServer(ScriptedNet net) {
            this.net = net;
        }

        void passMillis(int millis) {
            for (int i = 0; i < millis && !net.finished(); i++) {
                net.passMillis(1);
                while (echoed < net.sent.size() && isHere(net.sentNanos.get(echoed))) {
                    echoed++;
                    if (random.nextInt(10) >= 3) {
                        net.echo(echoed);
                    }
                }
                while (answered < net.questions.size() && isHere(net.askedNanos.get(answered))) {
                    answered++;
                    if (random.nextInt(10) >= 3 && random.nextInt(10) >= 3) {
                        int pings = net.lostIn(answered).size();
                        net.answer(answered, allOf(RememberedFate.DROPPED, pings));
                    }
                }
            }
        }

        private boolean isHere(long sentNanos) {
            return net.nowNanos - sentNanos >= AWAY_MILLIS * 1_000_000L;
        }
    }

    /** The first ping was answered, the next two were lost, and the fourth was under way. */
    private static ScriptedNet stoppedWithTwoLost() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.echo(1);
        net.passMillis(1_300);
        assertTrue(net.story().endsWith("timeout 3, sent 4"), net.story());
        assertEquals(List.of(), net.questions);
        net.stop();
        assertTrue(net.story().endsWith("sent 4, cancelled 4"), net.story());
        return net;
    }

    private static long millisFromQuestionToEnd(ScriptedNet net) {
        PingEvent.Finished end = (PingEvent.Finished) net.events.get(net.events.size() - 1);
        PingEvent.Started start = (PingEvent.Started) net.events.get(0);
        long asked = net.askedNanos.get(0) - net.beganNanos;
        return Duration.between(start.at(), end.at()).minusNanos(asked).toMillis();
    }

    /** The first of five is answered; the others are lost; the last one just was. */
    private static ScriptedNet lastFourLost() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(5, 200, TIMEOUT_MILLIS, true));
        net.echo(1);
        while (net.questions.isEmpty()) {
            net.passMillis(1);
        }
        assertTrue(net.story().endsWith("sent 5, timeout 5"), net.story());
        return net;
    }

    /** Of two, from a port of its own; the other is answered. */
    private static ScriptedNet firstLost() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, TIMEOUT_MILLIS, true));
        net.passMillis(550);
        net.echo(2);
        net.passMillis(1);
        assertEquals(1, net.questions.size());
        return net;
    }

    private static ScriptedNet allAnswered() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 0, 300, true));
        net.echo(1);
        net.echo(2);
        return net;
    }

    private static void untilAsked(ScriptedNet net, int questions) {
        untilAsked(net, questions, 5_000);
    }

    private static void untilAsked(ScriptedNet net, int questions, int mostMillis) {
        for (int millis = 0; net.questions.size() < questions; millis++) {
            assertTrue(millis < mostMillis, net.questions.size() + " questions");
            net.passMillis(1);
        }
    }

    private static void answerLatest(ScriptedNet net) {
        int latest = net.questions.size();
        if (latest > 0) {
            int pings = net.lostIn(latest).size();
            net.answer(latest, allOf(RememberedFate.DROPPED, pings));
        }
    }

    /** From the moment the last ping was settled. */
    private static long millisToEnd(ScriptedNet net) {
        PingEvent.Started start = (PingEvent.Started) net.events.get(0);
        PingEvent.Finished end = (PingEvent.Finished) net.events.get(net.events.size() - 1);
        long first = net.askedNanos.get(0) - net.beganNanos;
        return Duration.between(start.at(), end.at()).minusNanos(first).toMillis();
    }

    /** Not while a ping is under way, which is until its reply or its time-out. */
    private static boolean isInAPause(ScriptedNet net, long nanos) {
        for (long sent : net.sentNanos) {
            long before = nanos - sent;
            if (before < 0 && before > -5_000_000) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> identities(ScriptedNet net, int... pings) {
        return IntStream.of(pings)
                .mapToObj(ping -> net.sent.get(ping - 1).getBytes(StandardCharsets.US_ASCII))
                .map(bytes -> PingIdentity.of(ByteBuffer.wrap(bytes)))
                .toList();
    }

    private static String answerText(ScriptedNet net, int nth, RememberedFate... fates) {
        FateAnswer answer =
                new FateAnswer(
                        net.question(nth).nonce(), 1_000, net.portOfQuestion(nth), List.of(fates));
        return StandardCharsets.US_ASCII.decode(answer.encode()).toString();
    }

    private static List<String> texts(ScriptedNet net) {
        return IntStream.rangeClosed(1, net.questions.size()).mapToObj(net::questionText).toList();
    }

    private static RememberedFate[] allOf(RememberedFate fate, int count) {
        RememberedFate[] all = new RememberedFate[count];
        Arrays.fill(all, fate);
        return all;
    }

    private static <T extends PingEvent> List<T> of(ScriptedNet net, Class<T> kind) {
        return net.events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static PingPlan plan(
            long count, long pauseMillis, long timeoutMillis, boolean verdicts) {
        return plan(
                count,
                new Pacing.StopAndWait(Duration.ofMillis(pauseMillis)),
                timeoutMillis,
                verdicts);
    }

    private static PingPlan fixedRate(long count, long intervalMillis, long timeoutMillis) {
        return plan(
                count,
                new Pacing.FixedRate(Duration.ofMillis(intervalMillis)),
                timeoutMillis,
                true);
    }

    private static PingPlan plan(long count, Pacing pacing, long timeoutMillis, boolean verdicts) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                count,
                Duration.ofMillis(timeoutMillis),
                pacing,
                0,
                verdicts);
    }
}
