package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingRunTest {
    @Test
    void everyPingIsAnswered() {
        ScriptedNet net = new ScriptedNet(plan(3, 200));
        for (int ping = 1; ping <= 3; ping++) {
            net.passMillis(20);
            net.echo(ping);
            net.passMillis(200);
        }
        net.passMillis(1_000);
        assertEquals(
                "start, sent 1, reply 1 20ms, sent 2, reply 2 20ms, sent 3, reply 3 20ms, end"
                        + " COMPLETED",
                net.story());
        assertEquals(1, net.links.size(), "one port is enough");
    }

    @Test
    void theNextPingLeavesAfterThePause() {
        ScriptedNet net = new ScriptedNet(plan(2, 200));
        net.passMillis(20);
        net.echo(1);
        net.passMillis(199);
        assertEquals(1, net.sent.size());
        net.passMillis(1);
        assertEquals(2, net.sent.size());
    }

    @Test
    void withoutAPauseTheNextPingLeavesWithTheReply() {
        ScriptedNet net = new ScriptedNet(plan(2, 0));
        net.passMillis(20);
        net.echo(1);
        assertEquals("start, sent 1, reply 1 20ms, sent 2", net.story());
    }

    @Test
    void aLateReplyDoesNotHurryTheNextPing() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.passMillis(1_050);
        assertEquals("start, sent 1, timeout 1, sent 2", net.story());
        net.echo(1);
        net.passMillis(10);
        assertEquals("start, sent 1, timeout 1, sent 2, late 1 1050ms", net.story());
    }

    @Test
    void whatWasSentIsToldInBytes() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        PingEvent.Sent sent = (PingEvent.Sent) net.events.get(1);
        assertEquals(net.sent.get(0).length(), sent.bytes());
    }

    @Test
    void allAreLost() {
        ScriptedNet net = new ScriptedNet(plan(3, 200));
        net.passMillis(10_000);
        assertEquals(
                "start, sent 1, timeout 1, sent 2, timeout 2, sent 3, timeout 3, end COMPLETED",
                net.story());
    }

    @Test
    void aReplyAtTheVeryTimeOutIsOnTimeAndOneAfterItIsLate() {
        ScriptedNet net = new ScriptedNet(plan(2, 0));
        net.passMillis(1_000);
        net.echo(1);
        net.pass(Duration.ofMillis(1_000).plusNanos(1));
        net.echo(2);
        assertEquals(
                "start, sent 1, reply 1 1000ms, sent 2, timeout 2, late 2 1000ms", net.story());
    }

    @Test
    void aLateReplyIsNeverTakenForTheNextPing() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.passMillis(10);
        net.echo(1);
        net.passMillis(1_100);
        net.echo(2);
        net.passMillis(50);
        net.echo(3);
        assertEquals(
                "start, sent 1, reply 1 10ms, sent 2, timeout 2, sent 3, late 2 1100ms, reply 3"
                        + " 149ms",
                net.story());
    }

    @Test
    void aLateReplyWithinThePauseIsKnown() {
        ScriptedNet net = new ScriptedNet(plan(2, 500));
        net.passMillis(1_200);
        net.echo(1);
        assertEquals("start, sent 1, timeout 1, late 1 1200ms", net.story());
    }

    @Test
    void aStragglerAfterTheLastPingIsWaitedForOneTimeOut() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        net.passMillis(1_900);
        net.echo(1);
        net.passMillis(200);
        assertEquals("start, sent 1, timeout 1, late 1 1900ms, end COMPLETED", net.story());
    }

    @Test
    void aDuplicateIsCountedApart() {
        ScriptedNet net = new ScriptedNet(plan(2, 200));
        net.passMillis(10);
        net.echo(1);
        net.passMillis(5);
        net.echo(1);
        net.passMillis(195);
        net.echo(1);
        net.passMillis(5);
        net.echo(2);
        assertEquals(
                "start, sent 1, reply 1 10ms, duplicate 1 15ms, sent 2, duplicate 1 210ms, reply 2"
                        + " 5ms",
                net.story());
    }

    @Test
    void aSecondLateReplyIsADuplicate() {
        ScriptedNet net = new ScriptedNet(plan(2, 0));
        net.passMillis(1_100);
        net.echo(1);
        net.echo(1);
        assertTrue(net.story().endsWith("late 1 1100ms, duplicate 1 1100ms"), net.story());
    }

    @Test
    void repliesThatOvertakeEachOtherAreMatchedByNumberAndTime() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.passMillis(1);
        net.echo(1);
        net.passMillis(1_050);
        net.echo(3);
        net.echo(2);
        assertEquals(
                "start, sent 1, reply 1 1ms, sent 2, timeout 2, sent 3, reply 3 49ms, late 2"
                        + " 1050ms",
                net.story());
    }

    @Test
    void whatAnswersNoPingIsForeign() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.echo(1);
        net.arrive("PING 7 1795342927.000000");
        net.arrive("PING 3");
        net.passMillis(5);
        net.echo(2);
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, foreign 'PING 7 1795342927.000000', foreign"
                        + " 'PING 3', reply 2 5ms, sent 3",
                net.story());
    }

    @Test
    void aTruncatedReplyAnswersWhenNumberAndSomeTimeAreThere() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        net.arrive(net.sent.get(0).substring(0, 12));
        assertEquals("start, sent 1, reply 1 0ms", net.story());
    }

    @Test
    void aReplyEndedByCrLfAnswers() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        net.arrive(net.sent.get(0).toUpperCase(java.util.Locale.ROOT) + "\r\n");
        assertEquals("start, sent 1, reply 1 0ms", net.story());
        PingEvent.Replied replied = (PingEvent.Replied) net.events.get(2);
        assertFalse(replied.reply().text().contains("\r"));
    }

    @Test
    void theServersOwnTextAnswersUnverified() {
        ScriptedNet net = new ScriptedNet(plan(2, 200));
        net.passMillis(10);
        net.arrive("Hello");
        net.passMillis(210);
        net.arrive("PING 2");
        assertEquals(
                "start, sent 1, reply 1 10ms unverified, sent 2, reply 2 10ms unverified",
                net.story());
        assertEquals(2, net.links.size(), "whether copies come is not known yet");
    }

    @Test
    void aLateOwnTextIsNeverTakenForTheNextPing() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.arrive("Hello");
        net.passMillis(1_050);
        assertEquals(3, net.links.size(), "after the time-out ping 3 left from a port of its own");
        net.arriveAt(1, "Hello");
        net.passMillis(10);
        net.arriveAt(2, "Hello");
        assertEquals(
                "start, sent 1, reply 1 0ms unverified, sent 2, timeout 2, sent 3, late 2 1050ms"
                        + " unverified, reply 3 59ms unverified",
                net.story());
    }

    @Test
    void aSecondOwnTextIsADuplicateEvenWhenTheNextPingIsUnderWay() {
        ScriptedNet net = new ScriptedNet(plan(2, 0));
        net.arrive("Hello");
        net.arriveAt(0, "Hello");
        net.passMillis(10);
        net.arriveAt(1, "Hello");
        assertEquals(
                "start, sent 1, reply 1 0ms unverified, sent 2, duplicate 1 0ms unverified,"
                        + " reply 2 10ms unverified",
                net.story());
    }

    @Test
    void aReplyInTimeProvesMoreThanNewsThatSaidUnreachable() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        net.refuse();
        net.passMillis(20);
        net.echo(1);
        assertEquals("start, sent 1, unreachable 1 PORT, reply 1 20ms", net.story());
    }

    @Test
    void onceARunHasVerifiedRepliesItKeepsItsPortAndOwnTextAfterATimeOutIsForeign() {
        ScriptedNet net = new ScriptedNet(plan(4, 0));
        net.echo(1);
        net.passMillis(1_010);
        net.arrive("Hello");
        assertEquals(1, net.links.size());
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, timeout 2, sent 3, foreign 'Hello'",
                net.story());
    }

    @Test
    void refusedAfterOwnTextDoesNotMakeLaterOwnTextForeign() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.refuse();
        net.passMillis(100);
        net.arrive("Hello");
        assertEquals(
                "start, sent 1, unreachable 1 PORT, sent 2, reply 2 0ms unverified, sent 3",
                net.story());
    }

    @Test
    void noMoreThanAFewEarlierPortsStayOpen() {
        ScriptedNet net = new ScriptedNet(plan(20, 0));
        net.passMillis(30_000);
        assertEquals(20, net.links.size());
        assertEquals(20 - SocketPool.MAX_RETIRED - 1, net.closed);
        net.run.close();
        assertEquals(20, net.closed);
    }

    @Test
    void aRefusedPortIsToldAtOnceAndTheRunGoesOnAfterAPauseEvenWithPauseZero() {
        ScriptedNet net = new ScriptedNet(plan(2, 0));
        net.refuse();
        assertEquals("start, sent 1, unreachable 1 PORT", net.story());
        net.passMillis(99);
        assertEquals(1, net.sent.size());
        net.passMillis(1);
        assertEquals(2, net.sent.size());
    }

    @Test
    void newsThatComesOutAtTheNextSendIsAboutThePingBefore() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.echo(1);
        net.sendErrors.add(new PortUnreachableException());
        net.passMillis(1_001);
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, timeout 2, unreachable 2 PORT, sent 3",
                net.story());
        assertEquals(3, net.sent.size(), "ping 3 was sent again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No buffer space available", "Operation not permitted"})
    void anErrorThatIsNoRefusalIsTriedAgainAndIsNoNewsOfThePingBefore(String error) {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.echo(1);
        net.sendErrors.add(new IOException(error));
        net.passMillis(1_001);
        assertEquals("start, sent 1, reply 1 0ms, sent 2, timeout 2, sent 3", net.story());
    }

    @Test
    void newsAboutAnAnsweredPingChangesNothing() {
        ScriptedNet net = new ScriptedNet(plan(2, 200));
        net.echo(1);
        net.refuse();
        assertEquals("start, sent 1, reply 1 0ms", net.story());
    }

    @Test
    void anUnreachableMachineIsToldApart() {
        ScriptedNet net = new ScriptedNet(plan(2, 0));
        net.run.onUnreachable(net.links.get(0), net.nowNanos, PingEvent.Refusal.HOST);
        assertEquals("start, sent 1, unreachable 1 HOST", net.story());
    }

    @Test
    void aPingThatCouldNotBeSentIsToldAndTheRunGoesOn() {
        ScriptedNet net = new ScriptedNet(plan(3, 0));
        net.passMillis(10);
        net.sendErrors.add(new IOException("Network is unreachable"));
        net.sendErrors.add(new IOException("Network is unreachable"));
        net.echo(1);
        net.passMillis(100);
        assertEquals("start, sent 1, reply 1 10ms, sendfailed 2 NO_ROUTE, sent 3", net.story());
        assertEquals(2, net.links.size(), "from a new port, the way out may have changed");
    }

    @Test
    void aRunOfWhichNothingCanBeSentEnds() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        net.passMillis(5_000);
        ScriptedNet blocked = new ScriptedNet(plan(2, 0));
        for (int i = 0; i < 8; i++) {
            blocked.openErrors.add(new IOException("Too many open files"));
        }
        blocked.passMillis(20_000);
        assertEquals(
                "start, sent 1, timeout 1, sendfailed 2 TOO_MANY_OPEN, end COMPLETED",
                blocked.story());
    }

    @Test
    void stoppedInTheMiddleThePingUnderWayIsCancelled() {
        ScriptedNet net = new ScriptedNet(plan(10, 200));
        net.passMillis(5);
        net.echo(1);
        net.passMillis(300);
        net.run.stop();
        net.run.stop();
        net.passMillis(5_000);
        net.echo(2);
        assertEquals("start, sent 1, reply 1 5ms, sent 2, cancelled 2, end STOPPED", net.story());
    }

    @Test
    void nothingIsSentOrToldAfterTheClose() {
        ScriptedNet net = new ScriptedNet(plan(10, 0));
        net.passMillis(5);
        net.run.close();
        net.echo(1);
        net.refuse();
        net.run.onHeldUp(net.nowNanos - 50_000_000, net.nowNanos);
        net.standStill(Duration.ofSeconds(5));
        net.run.stop();
        assertEquals("start, sent 1", net.story());
        assertEquals(1, net.sent.size());
    }

    @Test
    void stoppedWhileWaitingForStragglersTheRunIsComplete() {
        ScriptedNet net = new ScriptedNet(plan(1, 0));
        net.passMillis(1_500);
        net.run.stop();
        assertEquals("start, sent 1, timeout 1, end COMPLETED", net.story());
    }

    @Test
    void untilStoppedItGoesOnAndForgetsOnlyTheVeryOld() {
        ScriptedNet net = new ScriptedNet(plan(PingPlan.UNTIL_STOPPED, 0));
        int many = PingRegister.MAX_SETTLED + 10;
        for (int ping = 1; ping <= many; ping++) {
            net.nowNanos += 1_000;
            net.echo(ping);
        }
        int before = net.events.size();
        net.echo(1);
        net.echo(many);
        assertTrue(net.storySince(before).startsWith("foreign"), net.storySince(before));
        assertTrue(net.storySince(before).contains("duplicate " + many), net.storySince(before));
    }

    private static PingPlan plan(long count, long pauseMillis) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                count,
                Duration.ofSeconds(1),
                new Pacing.StopAndWait(Duration.ofMillis(pauseMillis)),
                0,
                false);
    }
}
