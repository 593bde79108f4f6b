package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ping.loss.LossScenarios.NAT;
import static pingmonitor.ping.loss.LossScenarios.TIMEOUT_MILLIS;
import static pingmonitor.ping.loss.LossScenarios.allOf;
import static pingmonitor.ping.loss.LossScenarios.identities;
import static pingmonitor.ping.loss.LossScenarios.lastFourLost;
import static pingmonitor.ping.loss.LossScenarios.of;
import static pingmonitor.ping.loss.LossScenarios.plan;
import static pingmonitor.ping.loss.LossScenarios.untilAsked;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.FateAnswer;
import pingmonitor.wire.RememberedFate;

/** What the answers prove where the server sees another address than this machine's. */
class LossBehindNatTest {
    @Test
    void changedNatPortIsTold() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        untilAsked(net, 1);
        // Every ping was lost, so each left from a port of its own.
        net.answer(1, 10_000, NAT, allOf(RememberedFate.UNSEEN, 4));
        untilAsked(net, 2);
        InetSocketAddress other = ScriptedNet.address((byte) 9, 40_002);
        int pings = net.lostIn(2).size();
        net.answer(2, 10_000, other, allOf(RememberedFate.UNSEEN, pings));
        List<PingEvent.MappedAddress> seen = of(net, PingEvent.MappedAddress.class);
        assertEquals(
                List.of(NAT, other), seen.stream().map(PingEvent.MappedAddress::endpoint).toList());
        assertEquals(net.portOfQuestion(1), seen.get(0).local());
    }

    @Test
    void changedAddressGivesNoVerdictOnOlderPings() {
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
    void forgottenAnsweredPingProvesAnotherAddress() {
        ScriptedNet net = lastFourLost();
        net.passMillis(20);
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, 4);
        net.answer(1, FateAnswer.MAX_MILLIS, NAT, false, fates);
        net.passMillis(20);
        net.answer(2, FateAnswer.MAX_MILLIS, NAT, fates);
        net.passMillis(2_000);
        assertTrue(net.story().endsWith("timeout 5, seen 40001, end COMPLETED"), net.story());
        assertEquals(2, net.questions.size());
    }

    @Test
    void rememberedEarlierPingProvesForwardLossBehindNat() {
        ScriptedNet net = lastFourLost();
        net.passMillis(20);
        assertEquals(identities(net, 2, 3, 4, 5, 1), net.question(1).identities());
        RememberedFate[] fates = allOf(RememberedFate.UNSEEN, 4);
        fates[1] = RememberedFate.DROPPED;
        net.answer(1, FateAnswer.MAX_MILLIS, NAT, fates);
        assertTrue(
                net.story()
                        .endsWith(
                                "seen 40001, verdict 2 FORWARD_PATH, verdict 3 SERVER, verdict 4"
                                        + " FORWARD_PATH, verdict 5 FORWARD_PATH"),
                net.story());
    }

    @Test
    void totalLossBehindNatIsToldOnlyAfterTheFirstAnswer() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        untilAsked(net, 1);
        int sentBefore = net.sent.size();
        int answered = 0;
        while (net.sent.size() < 40) {
            net.passMillis(1);
            for (; answered < net.questions.size(); answered++) {
                RememberedFate[] fates =
                        allOf(RememberedFate.UNSEEN, net.lostIn(answered + 1).size());
                net.answer(answered + 1, FateAnswer.MAX_MILLIS, NAT, fates);
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
    void earlierPortBehindNatIsAskedByThatPort() {
        ScriptedNet net = firstLost();
        net.answer(1, FateAnswer.MAX_MILLIS, NAT, RememberedFate.UNSEEN);
        net.passMillis(20);
        assertEquals(identities(net, 1), net.question(2).identities());
        assertEquals(List.of(1, 0), net.askedBy);
        net.answer(2, FateAnswer.MAX_MILLIS, NAT, RememberedFate.UNSEEN);
        assertTrue(net.story().endsWith("seen 40001, verdict 1 FORWARD_PATH"), net.story());

        ScriptedNet other = firstLost();
        other.answer(1, FateAnswer.MAX_MILLIS, NAT, RememberedFate.UNSEEN);
        other.passMillis(20);
        InetSocketAddress another = ScriptedNet.address((byte) 8, 40_002);
        other.answer(2, FateAnswer.MAX_MILLIS, another, RememberedFate.UNSEEN);
        other.passMillis(3_000);
        assertTrue(other.story().endsWith("seen 40001, end COMPLETED"), other.story());
    }

    @Test
    void portWithoutAnswersIsGivenUp() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(PingPlan.UNTIL_STOPPED, 200, 300, true));
        net.passMillis(501);
        net.echo(2);
        while (net.questions.size() < 12 && net.nowNanos - net.beganNanos < 60_000_000_000L) {
            net.passMillis(100);
            net.echo(net.sent.size());
            for (int nth = 1; nth <= net.questions.size(); nth++) {
                if (net.askedBy.get(nth - 1) > 0) {
                    RememberedFate[] fates = allOf(RememberedFate.UNSEEN, net.lostIn(nth).size());
                    net.answer(nth, FateAnswer.MAX_MILLIS, NAT, fates);
                }
            }
        }
        long byFirst = net.askedBy.stream().filter(link -> link == 0).count();
        assertTrue(byFirst >= 2 && byFirst <= 4, net.askedBy.toString());
        assertFalse(net.story().contains("verdict"), net.story());
    }

    @Test
    void pingFromAnotherOwnAddressGetsNoVerdict() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(2, 200, 300, true));
        net.lastOfAddress = 2;
        untilAsked(net, 1);
        assertEquals(3, net.links.size(), "one for questions");
        net.answer(1, allOf(RememberedFate.UNSEEN, 2));
        assertTrue(net.story().endsWith("seen 50002, verdict 2 FORWARD_PATH"), net.story());
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
}
