package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ping.loss.LossScenarios.TIMEOUT_MILLIS;
import static pingmonitor.ping.loss.LossScenarios.lastFourLost;
import static pingmonitor.ping.loss.LossScenarios.millisToEnd;
import static pingmonitor.ping.loss.LossScenarios.plan;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.RememberedFate;

/** Refusals that come of a question, or come out when it is sent. */
class LossQuestionRefusalTest {
    @Test
    void refusalOfAQuestionIsNotAPings() {
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
    void pendingRefusalOfAPingSurfacesAtAQuestion() {
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
    void pendingHostRefusalSurfacesAtAQuestion() {
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
    void repeatedErrorIsNoRefusalOfAPing() {
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
    void refusalOfAQuestionThatSurfacesAtTheNextPingIsNotAPings() {
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
    void questionThatCannotBeSentCountsAsATry() {
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
}
