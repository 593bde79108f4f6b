package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ping.loss.LossScenarios.allOf;
import static pingmonitor.ping.loss.LossScenarios.identities;
import static pingmonitor.ping.loss.LossScenarios.lastFourLost;
import static pingmonitor.ping.loss.LossScenarios.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.RememberedFate;

/** What is still asked when a run is stopped. */
class LossAtStopTest {
    @Test
    void openQuestionWithoutLossDoesNotDelayTheStop() {
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
    void stoppedRunAsksAboutThePingsLostLast() {
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
    void stoppedRunWaitsForAnAnswerForASecondAtMost() {
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
    void stoppedRunTakesALateReply() {
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
    void stoppedRunWithNothingToAskEndsAtOnce() {
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
    void stoppedRunDoesNotWaitForALabServer() {
        ScriptedNet net = stoppedWithTwoLost();
        net.passMillis(5);
        net.arrive(net.questionText(1).toUpperCase(Locale.ROOT));
        net.passMillis(1);
        assertTrue(net.story().endsWith("cancelled 4, end STOPPED"), net.story());
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
}
