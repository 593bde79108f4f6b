package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ping.loss.LossScenarios.allOf;
import static pingmonitor.ping.loss.LossScenarios.fixedRate;
import static pingmonitor.ping.loss.LossScenarios.lastFourLost;
import static pingmonitor.ping.loss.LossScenarios.plan;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.RememberedFate;

/** What a server of another kind makes of a question about lost pings. */
class OtherServersTest {
    @Test
    void serverWithItsOwnTextIsNeverAsked() {
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
    void serverWhoseTextIsForeignIsNeverAsked() {
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
    void ownWordsAboutAQuestionAreNeitherReplyNorForeign(String words) {
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
    void lateOwnWordsAnswerThePingWhileAQuestionIsOpen() {
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
    void questionLeavesFromThePingsPortWhereNoOtherOpens() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(1, 0, 300, true));
        net.openErrors.add(new IOException("Too many open files"));
        net.passMillis(400);
        assertEquals(0, net.askedBy.get(0));
        net.answer(1, RememberedFate.DROPPED);
        assertTrue(net.story().endsWith("verdict 1 SERVER"), net.story());
    }

    @Test
    void ownWordsAtAnEarlierPortAreStillAReply() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(3, 200, 300, true));
        net.passMillis(1_500);
        assertEquals(1, net.questions.size());
        net.arriveAt(1, "Hello");
        assertTrue(net.story().endsWith("late 2 999ms unverified"), net.story());
    }

    @Test
    void verifiedRunTakesNoMoreOwnWordsThanQuestions() {
        ScriptedNet net = lastFourLost();
        net.arrive("what?");
        assertTrue(net.story().endsWith("timeout 5"), net.story());
        net.arrive("what?");
        assertTrue(net.story().endsWith("foreign 'what?'"), net.story());
        net.echo(5);
        assertTrue(net.story().endsWith("late 5 301ms"), net.story());
    }

    @Test
    void verifiedReplyAfterTheQuestionIsTaken() {
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
}
