package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.RememberedFate;

/** What is sent to a server of which nobody knows whether it is of this program: pings, and a question or two. */
class UnknownServerTest {
    private static final Pacing WAITING = new Pacing.StopAndWait(Duration.ofMillis(200));
    private static final Pacing AT_RATE = new Pacing.FixedRate(Duration.ofMillis(100));

    @Test
    void nothingButPingsLeavesWhileNoneIsLost() {
        ScriptedNet net = new ScriptedNet(plan(PingPlan.UNTIL_STOPPED, WAITING));
        for (int ping = 0; ping < 300; ping++) {
            net.echo(net.sent.size());
            net.passMillis(200);
        }
        assertEquals(List.of(), net.questions);
    }

    @Test
    void afterTheFirstLossOneQuestionTakesAPingsTurn() {
        ScriptedNet net = afterFirstLoss();
        assertEquals(1, net.questions.size());
        assertEquals(2, net.sent.size(), "the third ping waits");
        net.passMillis(20);
        net.answer(1, RememberedFate.DROPPED);
        assertTrue(net.story().endsWith("verdict 2 SERVER"), net.story());
        assertTrue(net.known.contains(ScriptedNet.SERVER));
        net.passMillis(199);
        assertEquals(2, net.sent.size());
        net.passMillis(1);
        assertEquals(3, net.sent.size(), "a pause after the answer, as after a reply");
    }

    @Test
    void thePingsWaitForWhatComesOfTheQuestionAsForAReply() {
        ScriptedNet net = afterFirstLoss();
        net.passMillis(700);
        assertEquals(2, net.sent.size());
        net.arrive(net.questionText(1).toUpperCase(Locale.ROOT));
        net.passMillis(200);
        assertEquals(3, net.sent.size());
        assertFalse(net.story().contains("foreign"), net.story());
    }

    @Test
    void aQuestionThatNobodyHearsEndsItsTurnAtTheTimeout() {
        ScriptedNet net = afterFirstLoss();
        net.passMillis(1_000 + 199);
        assertEquals(2, net.sent.size());
        net.passMillis(1);
        assertEquals(3, net.sent.size());
        net.passMillis(60_000);
        assertEquals(1, net.questions.size(), "once");
    }

    @Test
    void anAnswerAfterTheTurnShowsWhoTheServerIsAllTheSame() {
        ScriptedNet net = afterFirstLoss();
        net.passMillis(1_300);
        net.answer(1, RememberedFate.DROPPED);
        assertTrue(net.story().contains("verdict 2 SERVER"), net.story());
    }

    @Test
    void aRefusedQuestionEndsItsTurn() {
        ScriptedNet net = afterFirstLoss();
        net.refuse();
        net.passMillis(200);
        assertEquals(3, net.sent.size());
        assertFalse(net.story().contains("unreachable"), "the question's, not a ping's");
    }

    @Test
    void stoppedDuringTheTurnTheRunEndsAsEver() {
        ScriptedNet net = afterFirstLoss();
        net.stop();
        net.passMillis(1_001);
        assertTrue(net.story().endsWith("end STOPPED"), net.story());
    }

    @Test
    void atAFixedRateNothingIsAskedBeforeTheEnd() {
        ScriptedNet net = new ScriptedNet(plan(50, AT_RATE));
        net.passMillis(2);
        net.echo(1);
        net.passMillis(5_800);
        assertEquals(List.of(), net.questions);
        net.passMillis(2_100);
        assertTrue(net.questions.size() > 0);
    }

    @Test
    void afterTheRunASilentServerIsAskedTwiceAndOneThatAnsweredThreeTimes() {
        ScriptedNet silent = new ScriptedNet(plan(3, WAITING));
        silent.passMillis(10_000);
        assertEquals(AskedServer.MAX_TO_SILENT_STRANGER, silent.questions.size());

        ScriptedNet answered = new ScriptedNet(plan(2, AT_RATE));
        answered.passMillis(2);
        answered.echo(1);
        answered.passMillis(10_000);
        assertEquals(AskedServer.MAX_TO_STRANGER, answered.questions.size());
        assertTrue(
                answered.askedNanos.get(1) - answered.askedNanos.get(0)
                        >= QuestionSchedule.STRANGER_AGAIN_NANOS);
    }

    @Test
    void theQuestionsOfATurnCountToo() {
        ScriptedNet net = new ScriptedNet(plan(3, WAITING));
        net.echo(1);
        net.passMillis(20_000);
        assertEquals(AskedServer.MAX_TO_STRANGER, net.questions.size());
    }

    @Test
    void questionsHaveANumberThatNoPingHas() {
        ScriptedNet counted = new ScriptedNet(plan(3, WAITING));
        counted.passMillis(10_000);
        assertTrue(counted.questionText(1).startsWith("Ping 4 "), counted.questionText(1));

        ScriptedNet endless = new ScriptedNet(plan(PingPlan.UNTIL_STOPPED, WAITING));
        endless.echo(1);
        endless.passMillis(1_500);
        assertTrue(endless.questionText(1).startsWith("Ping 1000000001 "), endless.questionText(1));
    }

    @Test
    void bytesOfAQuestionBehindAReplyDoNotMakeItAQuestionsEcho() {
        ScriptedNet net = afterFirstLoss();
        String question = net.questionText(1).toUpperCase(Locale.ROOT);
        net.arrive(question);
        net.passMillis(201);
        String ping = net.sent.get(2);
        net.arrive(ping.toUpperCase(Locale.ROOT) + question.substring(ping.length()));
        assertTrue(net.story().endsWith("sent 3, reply 3 1ms"), net.story());
    }

    @Test
    void aServerThatIsOfThisProgramNoMoreIsForgotten() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, WAITING));
        net.passMillis(1_002);
        net.arrive(net.questionText(1));
        assertFalse(net.known.contains(ScriptedNet.SERVER));
    }

    /** The first ping is answered, the second is lost, and its pause is over. */
    private static ScriptedNet afterFirstLoss() {
        ScriptedNet net = new ScriptedNet(plan(PingPlan.UNTIL_STOPPED, WAITING));
        net.echo(1);
        net.passMillis(200 + 1_001 + 200);
        return net;
    }

    private static PingPlan plan(long count, Pacing pacing) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                count,
                Duration.ofSeconds(1),
                pacing,
                0,
                true);
    }
}
