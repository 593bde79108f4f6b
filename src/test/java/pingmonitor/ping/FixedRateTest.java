package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pings at a beat that no reply changes. */
class FixedRateTest {

    @Test
    void pingsLeaveAtTheirSlotsWhateverTheRepliesDo() {
        ScriptedNet net = net(4, 100);
        net.passMillis(250);
        net.echo(2);
        net.passMillis(10);
        net.echo(1);
        net.passMillis(100);
        net.echo(4);
        net.passMillis(2_000);
        assertEquals(
                "start, sent 1, sent 2, sent 3, reply 2 150ms, reply 1 260ms, sent 4, reply 4 60ms,"
                        + " timeout 3, end COMPLETED",
                net.story());
        assertEquals(List.of(0L, 100L, 200L, 300L), sentMillis(net));
    }

    @Test
    void theBeatNeverDriftsThoughEveryWakingIsLate() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 10);
        for (int ping = 1; ping <= 1_000; ping++) {
            net.nowNanos = net.run.sendNanos().getAsLong() + 3_000_000;
            net.run.onTime();
        }
        net.nowNanos = net.run.sendNanos().getAsLong();
        net.run.onTime();
        assertEquals(10_010, sentMillis(net).get(1_001), "ping 1002 on its slot");
    }

    @Test
    void oneThatLeavesLateLeavesTheNextWhereItWas() {
        ScriptedNet net = net(3, 100);
        net.passMillis(50);
        net.standStill(Duration.ofMillis(130));
        net.passMillis(20);
        assertEquals("start, sent 1, sent 2, sent 3", net.story());
        assertEquals(List.of(0L, 180L, 200L), sentMillis(net));
    }

    @Test
    void missedSlotsAreToldAndNeverMadeUpFor() {
        ScriptedNet net = net(4, 100);
        net.passMillis(50);
        net.standStill(Duration.ofMillis(500));
        assertEquals("start, sent 1, missed 4 before 2, sent 2", net.story());
        net.passMillis(149);
        assertEquals(3, net.sent.size());
        net.passMillis(1);
        assertEquals(List.of(0L, 550L, 600L, 700L), sentMillis(net));
    }

    @Test
    void aSuspendedMachineIsToldAndMakesNoBurst() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 100);
        net.passMillis(250);
        net.echo(1);
        int before = net.events.size();
        net.standStill(Duration.ofHours(2));
        assertEquals(
                "stalled 7199950ms, missed 71999 before 4, sent 4, timeout 2, timeout 3",
                net.storySince(before));
        net.echo(3);
        assertTrue(net.story().endsWith("late 3 7200050ms"), net.story());
        net.passMillis(100);
        assertTrue(net.story().endsWith("sent 5"), net.story());
    }

    @Test
    void aReplyThatCameBeforeTheStandstillEndedIsJudgedByItsStampAndTheStandstillToldOnce() {
        ScriptedNet net = net(2, 500);
        net.passMillis(100);
        net.nowNanos += Duration.ofSeconds(10).toNanos();
        net.echo(1);
        net.run.onTime();
        assertEquals(
                "start, sent 1, stalled 9600ms, timeout 1, late 1 10100ms, missed 19 before 2, sent"
                        + " 2",
                net.story());
    }

    @Test
    void aStandstillIsToldOnceThoughMuchIsOverdueAfterIt() {
        ScriptedNet net = net(3, 500);
        net.passMillis(600);
        net.nowNanos += Duration.ofSeconds(10).toNanos();
        net.echo(2);
        net.run.onTime();
        assertEquals(
                "start, sent 1, sent 2, stalled 9600ms, timeout 2, late 2 10100ms, missed 19 before"
                        + " 3, sent 3, timeout 1",
                net.story());
    }

    @Test
    void theWallClockMayBeSetWhileItRuns() {
        ScriptedNet net = net(3, 100);
        net.passMillis(150);
        net.wallSeconds = -7_200;
        net.echo(2);
        net.passMillis(100);
        net.wallSeconds = 86_400;
        net.echo(3);
        net.echo(1);
        net.passMillis(300);
        assertEquals(
                "start, sent 1, sent 2, reply 2 50ms, sent 3, reply 3 50ms, reply 1 250ms, end"
                        + " COMPLETED",
                net.story());
        PingEvent.Started started = (PingEvent.Started) net.events.get(0);
        PingEvent.Finished finished = (PingEvent.Finished) net.events.get(net.events.size() - 1);
        assertEquals(451, Duration.between(started.at(), finished.at()).toMillis());
    }

    @Test
    void lateRepliesAndDuplicatesAreKnownAmongMany() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 1);
        net.passMillis(2_000);
        int before = net.events.size();
        net.echo(100);
        net.echo(1_500);
        net.echo(1_500);
        net.echo(100);
        assertEquals(
                "late 100 1901ms, reply 1500 501ms, duplicate 1500 501ms, duplicate 100 1901ms",
                net.storySince(before));
    }

    @Test
    void oneWhoseReplyIsWaitedForIsNeverForgotten() {
        ScriptedNet net = new ScriptedNet(plan(PingPlan.UNTIL_STOPPED, 1, Duration.ofMinutes(10)));
        int many = PingRegister.MAX_SETTLED + 5_000;
        net.passMillis(many);
        int before = net.events.size();
        net.echo(1);
        assertEquals("reply 1 " + (many - 1) + "ms", net.storySince(before));
    }

    @Test
    void stopCancelsEveryPingUnderWay() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 100);
        net.passMillis(350);
        net.echo(2);
        net.run.stop();
        net.passMillis(5_000);
        assertEquals(
                "start, sent 1, sent 2, sent 3, sent 4, reply 2 250ms, cancelled 1, cancelled 3,"
                        + " cancelled 4, end STOPPED",
                net.story());
    }

    @Test
    void newsIsAboutTheLatestPingBeforeItAndAboutOneOnly() {
        ScriptedNet net = net(5, 100);
        net.passMillis(50);
        net.echo(1);
        net.passMillis(300);
        long stamp = net.nowNanos;
        net.passMillis(100);
        net.run.onUnreachable(net.links.get(0), stamp, PingEvent.Refusal.PORT);
        net.run.onUnreachable(net.links.get(0), stamp, PingEvent.Refusal.PORT);
        assertEquals(
                "start, sent 1, reply 1 50ms, sent 2, sent 3, sent 4, sent 5, unreachable 4 PORT,"
                        + " unreachable 3 PORT",
                net.story());
    }

    @Test
    void newsOfSeveralThatComesOutAtASendingIsToldOfEachAndThePingLeavesOnce() {
        ScriptedNet net = net(4, 100);
        net.passMillis(50);
        net.echo(1);
        net.passMillis(200);
        net.sendErrors.add(new PortUnreachableException());
        net.sendErrors.add(new PortUnreachableException());
        net.passMillis(100);
        assertEquals(
                "start, sent 1, reply 1 50ms, sent 2, sent 3, unreachable 3 PORT, unreachable 2"
                        + " PORT, sent 4",
                net.story());
        assertEquals(4, net.sent.size());
    }

    @Test
    void anErrorThatIsNoRefusalIsNoNewsOfThoseUnderWay() {
        ScriptedNet net = net(3, 100);
        net.passMillis(50);
        net.sendErrors.add(new IOException("No buffer space available"));
        net.passMillis(100);
        net.sendErrors.add(new IOException("Operation not permitted"));
        net.sendErrors.add(new IOException("Operation not permitted"));
        net.passMillis(100);
        net.echo(1);
        assertEquals(
                "start, sent 1, sent 2, sendfailed 3 NOT_PERMITTED, reply 1 250ms", net.story());
    }

    @Test
    void ownTextWithSeveralUnderWayAnswersThePingOfItsPort() {
        ScriptedNet net = net(3, 100);
        net.passMillis(150);
        net.arriveAt(0, "Hello");
        net.arriveAt(1, "Hello");
        assertEquals(
                "start, sent 1, sent 2, reply 1 150ms unverified, reply 2 50ms unverified",
                net.story());
    }

    @Test
    void ownTextWithSeveralUnderWayFromOnePortIsForeign() {
        ScriptedNet net = net(3, 10);
        net.passMillis(15);
        net.arrive("Hello");
        assertEquals("start, sent 1, sent 2, foreign 'Hello'", net.story());
    }

    @Test
    void aCounterOfTheServersOwnIsTakenForNoOtherPing() {
        ScriptedNet net = net(6, 200);
        net.passMillis(10);
        net.arrive("ACK 18");
        net.passMillis(400);
        // Ping 2 was dropped; ping 3 is the second that the server counts.
        net.arrive("ACK 19");
        net.passMillis(200);
        net.arrive("ACK 20");
        assertEquals(
                "start, sent 1, reply 1 10ms unverified, sent 2, sent 3, reply 3 10ms unverified,"
                        + " sent 4, reply 4 10ms unverified",
                net.story());
    }

    @Test
    void ownTextThatCanOnlyMeanOneAnswersItAndTheNextLeavesFromAnotherPort() {
        ScriptedNet net = net(3, 100);
        net.passMillis(20);
        net.arrive("Hello");
        net.passMillis(100);
        net.arriveAt(0, "Hello");
        net.arriveAt(1, "Hello");
        assertEquals(
                "start, sent 1, reply 1 20ms unverified, sent 2, duplicate 1 120ms unverified,"
                        + " reply 2 20ms unverified",
                net.story());
    }

    @Test
    void ownTextFasterThanPortsAreOpenedAnswersThePingItCanOnlyMean() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 10);
        for (int ping = 1; ping <= 100; ping++) {
            net.passMillis(3);
            net.arrive("Hello");
            net.passMillis(7);
        }
        assertEquals(100, net.events.stream().filter(PingEvent.Replied.class::isInstance).count());
        net.passMillis(1);
        net.run.stop();
        assertTrue(net.links.size() > 10, "ports: " + net.links.size());
        assertTrue(net.links.size() - net.closed <= 1 + SocketPool.MAX_RETIRED, "open at once");
    }

    @Test
    void ownTextFasterThanPortsAreOpenedIsForeignWhileOneBeforeMayStillBeAnswered() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 10);
        net.arrive("Hello");
        net.passMillis(20);
        net.arrive("Hello");
        assertEquals(
                "start, sent 1, reply 1 0ms unverified, sent 2, sent 3, foreign 'Hello'",
                net.story());
        net.passMillis(1_000);
        assertTrue(net.links.size() <= 1 + SocketPool.MAX_RETIRED, "ports: " + net.links.size());
    }

    @Test
    void atFiftyMillisecondsEachPingHasItsPortThoughSomeLeaveLateAndSomeOnTime() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 50);
        for (int ping = 2; ping <= 20; ping++) {
            net.arrive("Hello");
            net.nowNanos = net.run.sendNanos().orElseThrow() + ping % 3 * 30_000;
            net.run.onTime();
            assertEquals(ping, net.links.size());
        }
    }

    @Test
    void aPortWithPingsUnderWayIsNotClosed() {
        ScriptedNet net = net(PingPlan.UNTIL_STOPPED, 10);
        net.passMillis(990);
        for (int round = 0; round < 100; round++) {
            net.passMillis(10);
            int nth = net.sent.size() - 50;
            assertFalse(net.isClosed(net.sentFrom.get(nth)), "ping " + nth);
        }
    }

    @Test
    void aNetworkThatGoesAndComesBackLosesOnlyWhatItCould() {
        ScriptedNet net = net(30, 100);
        net.passMillis(50);
        net.echo(1);
        for (int i = 0; i < 10; i++) {
            net.sendErrors.add(new IOException("Network is unreachable"));
        }
        net.passMillis(500);
        net.openErrors.clear();
        assertEquals(
                "start, sent 1, reply 1 50ms, sendfailed 2 NO_ROUTE, sendfailed 3 NO_ROUTE,"
                        + " sendfailed 4 NO_ROUTE, sendfailed 5 NO_ROUTE, sendfailed 6 NO_ROUTE",
                net.story());
        net.passMillis(100);
        net.echo(net.sent.size());
        assertTrue(net.story().endsWith("sent 7, reply 7 50ms"), net.story());
        assertTrue(net.links.size() > 1, "from a fresh port");
        assertEquals(2, net.sent.size(), "nothing was sent twice");
    }

    @Test
    void whereNoFreshPortCanBeOpenedThePingLeavesFromTheOneThereIs() {
        ScriptedNet net = net(4, 100);
        net.passMillis(50);
        net.arrive("Hello");
        net.openErrors.add(new IOException("Too many open files"));
        net.passMillis(100);
        net.arrive("Hello");
        net.passMillis(100);
        assertEquals(
                "start, sent 1, reply 1 50ms unverified, sent 2, reply 2 50ms unverified, sent 3",
                net.story());
        assertEquals(List.of(0, 0, 1), net.sentFrom, "and the next from a fresh one");
    }

    @Test
    void theLastPingIsWaitedForLikeAnyOther() {
        ScriptedNet net = net(2, 100);
        net.passMillis(1_050);
        net.echo(2);
        net.passMillis(1_500);
        assertEquals("start, sent 1, sent 2, timeout 1, reply 2 950ms, end COMPLETED", net.story());
    }

    private static List<Long> sentMillis(ScriptedNet net) {
        long first = net.sentNanos.get(0);
        return net.sentNanos.stream().map(nanos -> (nanos - first) / 1_000_000).toList();
    }

    private static ScriptedNet net(long count, long intervalMillis) {
        ScriptedNet net = new ScriptedNet(plan(count, intervalMillis, Duration.ofSeconds(1)));
        net.pass(Duration.ofNanos(FixedRatePace.BEFORE_FIRST_NANOS));
        return net;
    }

    private static PingPlan plan(long count, long intervalMillis, Duration timeout) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                count,
                timeout,
                new Pacing.FixedRate(Duration.ofMillis(intervalMillis)),
                0,
                false);
    }
}
