package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Scene;
import pingmonitor.session.Session;

class SessionSeriesTest {
    private final Scene scene = new Scene().started();
    private final SessionSeries series = new SessionSeries(scene.session);

    @Test
    void rowsAreThoseOfTheSession() {
        scene.sent(1, 2, 3, 7)
                .replied(1, 500)
                .duplicate(1, 700)
                .timedOut(2)
                .verdict(2, LossLocation.RETURN_PATH)
                .timedOut(3)
                .late(3, 2_000_000_000);
        scene.add(new PingEvent.HeldUp(3, 80_000_000));
        RowColumns rows = series.rows(1, 3);

        assertEquals(3, rows.size());
        assertEquals(500, rows.rttNanos(0));
        assertEquals(1, rows.duplicates(0));
        assertEquals(true, rows.verified(0));
        assertEquals(LossLocation.RETURN_PATH, rows.lostWhere(1).orElseThrow());
        assertEquals(RowColumns.NO_RTT, rows.rttNanos(1));
        assertEquals(PingState.LATE, rows.state(2));
        assertEquals(true, rows.heldUp(2));
        assertEquals(scene.row(2).sentNanos(), rows.sentNanos(2));
        assertEquals(4, series.rows(1, Long.MAX_VALUE).size());
        assertEquals(7, series.lastSequence());
    }

    @Test
    void aPingIsFoundByTheTimeOfItsSending() {
        scene.sent(1, 2, 3, 7);
        for (int row = 0; row < 4; row++) {
            PingRow sent = scene.row(row);
            assertEquals(sent.sequence(), series.sequenceAt(sent.sentNanos()));
            assertEquals(sent.sequence(), series.sequenceAt(sent.sentNanos() - 1));
        }
        assertEquals(8, series.sequenceAt(scene.row(3).sentNanos() + 1));
    }

    @Test
    void aSessionWithoutPingsIsAnEmptySeries() {
        assertEquals(0, series.lastSequence());
        assertEquals(1, series.sequenceAt(0));
        assertEquals(0, series.rows(1, 100).size());
        assertEquals(true, series.nodes(1, 0, 1).isEmpty(0));
    }

    @Test
    void nodesFollowWhatBecomesOfThePings() {
        scene.sent(1, 2).replied(1, 500);
        assertNode(1, 0, 1);
        scene.timedOut(2);
        assertNode(1, 1, 0);
        scene.sent(3).unreachable(3);
        assertNode(1, 2, 0);
        scene.replied(3, 700);
        assertNode(2, 1, 0);
    }

    @Test
    void aPingThatWasCalledUnreachableMayStillBeAnsweredInTime() {
        for (long ping = 1; ping <= 1_100; ping++) {
            long micros = ping * 500;
            scene.add(new PingEvent.Sent(ping, Scene.START.plusNanos(micros * 1_000), 24));
            scene.unreachable(ping);
        }
        assertNode(0, 16, 0);
        scene.replied(3, 700_000);
        assertNode(1, 15, 0);
    }

    @Test
    void nodesAskedForDuringTheRunAreThoseOfAllRowsAtItsEnd() {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Session session = new Session(PingPlan.lab("127.0.0.1", 12_000));
            SessionSeries growing = new SessionSeries(session);
            List<Long> waiting = new ArrayList<>();
            for (long ping = 1; ping <= 12_000; ping++) {
                session.apply(new PingEvent.Sent(ping, Scene.START.plusMillis(ping * 10), 24));
                waiting.add(ping);
                while (waiting.size() > random.nextInt(60)) {
                    settle(session, waiting.remove(random.nextInt(waiting.size())), random);
                }
                if (random.nextInt(300) == 0) {
                    growing.nodes(1, 0, 1);
                }
            }
            assertSameNodes(new SessionSeries(session), growing);
        }
    }

    @Test
    void forgottenRowsStayInNodesThatWereMade() {
        Session session = Session.withoutHistory(PingPlan.lab("127.0.0.1", 12_000), List.of());
        SessionSeries growing = new SessionSeries(session);
        for (long ping = 1; ping <= 20_000; ping++) {
            session.apply(new PingEvent.Sent(ping, Scene.START.plus(Duration.ofSeconds(ping)), 24));
            session.apply(new PingEvent.TimedOut(ping));
            if (ping % 1_000 == 0) {
                growing.nodes(1, 0, 1);
            }
        }
        assertEquals(16, growing.nodes(1, 0, 1).lost(0));
        assertEquals(true, new SessionSeries(session).nodes(1, 0, 1).isEmpty(0));
    }

    private void assertNode(int onTime, int lost, int other) {
        NodeColumns nodes = series.nodes(1, 0, 1);
        assertEquals(
                List.of(onTime, lost, other),
                List.of(nodes.onTime(0), nodes.lost(0), nodes.other(0)));
    }

    private static void settle(Session session, long ping, Random random) {
        Reply reply = new Reply("PING", 4, Scene.SERVER, ReplyMatch.UNNAMED);
        switch (random.nextInt(4)) {
            case 0 -> session.apply(new PingEvent.TimedOut(ping));
            case 1 -> session.apply(new PingEvent.Unreachable(ping, 300));
            default -> {
                long rtt = 1 + random.nextInt(1_000_000);
                session.apply(new PingEvent.Replied(ping, rtt, reply));
            }
        }
    }

    private static void assertSameNodes(SeriesSource expected, SeriesSource actual) {
        for (int level = 1; level <= Pyramid.LEVELS; level++) {
            long end = Pyramid.nodeOf(level, expected.lastSequence()) + 2;
            NodeColumnsTest.assertSame(expected.nodes(level, 0, end), actual.nodes(level, 0, end));
        }
    }
}
