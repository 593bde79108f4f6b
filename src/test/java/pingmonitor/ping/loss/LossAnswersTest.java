package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ping.loss.LossScenarios.NAT;
import static pingmonitor.ping.loss.LossScenarios.TIMEOUT_MILLIS;
import static pingmonitor.ping.loss.LossScenarios.allOf;
import static pingmonitor.ping.loss.LossScenarios.identities;
import static pingmonitor.ping.loss.LossScenarios.lastFourLost;
import static pingmonitor.ping.loss.LossScenarios.millisToEnd;
import static pingmonitor.ping.loss.LossScenarios.of;
import static pingmonitor.ping.loss.LossScenarios.plan;
import static pingmonitor.ping.loss.LossScenarios.untilAsked;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.RememberedFate;

/** What is made of the answers about lost pings. */
class LossAnswersTest {
    @Test
    void verdictIsToldForEveryLostPing() {
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
    void planWithoutVerdictsAsksNothing() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(5, 200, 300, false));
        net.passMillis(60_000);
        assertEquals(List.of(), net.questions);
    }

    @Test
    void runWithoutLossAsksOnceForItsAddressAndEndsNoLater() {
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
    void silentServerPutsTheEndOffByTwoSecondsAtMost() {
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
    void answerToALaterTryIsTakenAndASecondOneDropped() {
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
    void answerAfterTheLastTryIsTakenWhileStragglersAreAwaited() {
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
    void heldReplyIsAskedAboutAgain() {
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
    void heldPingsAreAskedAboutInTheNextRoundAndAtTheEndAtOnce() {
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
    void youngUnseenPingMayStillArrive() {
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
    void slowAnswerAtTheEndGivesNoVerdictOnAYoungPing() {
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
    void replyAfterTheVerdictIsLate() {
        ScriptedNet net = lastFourLost();
        net.answer(1, allOf(RememberedFate.ANSWERED, 4));
        net.echo(5);
        net.passMillis(1_000);
        assertTrue(net.story().endsWith("verdict 5 RETURN_PATH, late 5 301ms, end COMPLETED"));
    }

    @Test
    void pingAnsweredMeanwhileGetsNoVerdict() {
        ScriptedNet net = lastFourLost();
        net.echo(5);
        net.answer(1, allOf(RememberedFate.ANSWERED, 4));
        assertTrue(net.story().endsWith("verdict 4 RETURN_PATH"), net.story());
        net.passMillis(1_000);
        assertFalse(net.story().contains("verdict 5"));
        assertEquals(1, net.questions.size());
    }

    @Test
    void lateReplyLeavesNothingToAskAbout() {
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
    void echoOfTheQuestionIsDroppedAndEndsTheQuestions(String how) {
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
    void replyCutOffBeforeTheTimesDifferAnswersThePing() {
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
    void forgedAnswerIsForeignAndTheTrueOneStillTaken() {
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
    void answerThatDoesNotFitItsQuestionGivesNoVerdict() {
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
    void unseenPingCountsOnlyIfTheServerForgotNothingSince() {
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
    void memoryMustCoverTheWayAndTwoClocks(long completeMillis) {
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
    void pingIsAskedAboutOnlyAfterItCanHaveArrived() {
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

    private static ScriptedNet allAnswered() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 0, 300, true));
        net.echo(1);
        net.echo(2);
        return net;
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
}
