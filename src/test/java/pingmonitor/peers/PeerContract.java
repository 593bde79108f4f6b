package pingmonitor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.peers.Peers.Answer;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Session;

/**
 * How our client gets on with the lab's servers and our server with the lab's clients, whatever these are written in.
 */
abstract class PeerContract {
    private static final long SEED = 9;

    abstract Peers peers();

    @Test
    void exactlyThePingsTheLabServerDroppedTimeOut() throws Exception {
        try (PeerServer server = peers().labServer(SEED)) {
            Session session = PingRun.lossy(server.port(), 10);
            List<Seen> all = server.awaitSeen(10);
            List<Seen> seen = all.subList(0, 10);
            // The question where pings were lost, which it takes for more of them.
            for (Seen question : all.subList(10, all.size())) {
                assertTrue(question.text().matches("Ping 11 \\d+\\.\\d{30,}"), question.text());
            }
            long replied = seen.stream().filter(Seen::replied).count();
            assertTrue(replied > 0 && replied < 10, "seed without a mixture: " + seen);
            for (PingRow row : rows(session, 10)) {
                Seen fate = seenOf(row, seen);
                if (fate.replied()) {
                    assertAnswered(row, fate.text().toUpperCase(Locale.ROOT), true);
                } else {
                    assertTimedOut(row);
                }
            }
            assertEquals(replied, session.statistics().received());
            assertEquals(10 - replied, session.statistics().lost());
        }
    }

    @Test
    void aServerThatEchoesWithoutUpperCasingIsVerified() throws Exception {
        try (PeerServer server = peers().scriptedServer(Answer.PLAIN)) {
            Session session = PingRun.answered(server.port(), 5);
            List<Seen> seen = server.awaitSeen(5);
            for (PingRow row : rows(session, 5)) {
                assertAnswered(row, seenOf(row, seen).text(), true);
            }
        }
    }

    @Test
    void aServerThatEndsItsRepliesWithCrLfIsVerified() throws Exception {
        try (PeerServer server = peers().scriptedServer(Answer.CRLF)) {
            Session session = PingRun.answered(server.port(), 5);
            List<Seen> seen = server.awaitSeen(5);
            for (PingRow row : rows(session, 5)) {
                String text = seenOf(row, seen).text().toUpperCase(Locale.ROOT);
                assertAnswered(row, text, true);
                assertEquals(text.length() + 2, row.reply().orElseThrow().bytes());
            }
        }
    }

    @Test
    void aReplyCutOffAtTheLabServersBufferIsVerified() throws Exception {
        try (PeerServer server = peers().scriptedServer(Answer.UPPER)) {
            Session session = PingRun.answered(server.port(), 3, 1500);
            for (PingRow row : rows(session, 3)) {
                assertEquals(PingState.REPLIED, row.state());
                assertEquals(1500, row.sentBytes());
                Reply reply = row.reply().orElseThrow();
                assertEquals(1024, reply.bytes());
                assertTrue(reply.verified());
            }
        }
    }

    @Test
    void aServerThatSleepsBeforeEachReplyIsWaitedFor() throws Exception {
        try (PeerServer server = peers().delayingServer(SEED, 200)) {
            Session session = PingRun.answered(server.port(), 5);
            List<Seen> seen = server.awaitSeen(5);
            for (PingRow row : rows(session, 5)) {
                assertAnswered(row, seenOf(row, seen).text().toUpperCase(Locale.ROOT), true);
            }
        }
    }

    @Test
    void aReplyAfterTheTimeOutIsLateAndDoesNotHarmTheNextPing() throws Exception {
        // The reply to ping 1 leaves when ping 2 is in.
        try (PeerServer server = peers().scriptedServer(Answer.UPPER, "hold")) {
            Session session = PingRun.inTurn(server.port(), 4);
            List<Seen> seen = server.awaitSeen(4);
            List<PingRow> rows = rows(session, 4);

            PingRow late = rows.get(0);
            assertEquals(PingState.LATE, late.state());
            assertEquals(
                    seenOf(late, seen).text().toUpperCase(Locale.ROOT),
                    late.reply().orElseThrow().text());
            long rtt = late.rttNanos().orElseThrow();
            assertTrue(rtt > PingRun.TIMEOUT_IN_TURN.toNanos(), "RTT " + rtt);
            for (PingRow row : rows.subList(1, 4)) {
                assertAnswered(row, seenOf(row, seen).text().toUpperCase(Locale.ROOT), true);
                assertEquals(0, row.duplicates());
            }
            assertEquals(1, session.statistics().late());
            assertEquals(3, session.statistics().received());
            assertEquals(0, session.statistics().foreign());
        }
    }

    @Test
    void theOwnTextOfAServerAnswersThePingButIsNotVerified() throws Exception {
        try (PeerServer server = peers().scriptedServer(Answer.OWN_TEXT)) {
            Session session = PingRun.answered(server.port(), 5);
            for (PingRow row : rows(session, 5)) {
                assertAnswered(row, Answer.TEXT, false);
            }
            assertEquals(5, session.statistics().unverified());
        }
    }

    @Test
    void aLateOwnTextIsNeverTakenForTheNextPing() throws Exception {
        // The reply to ping 1 leaves when ping 2 is in, and ping 2 itself is dropped.
        try (PeerServer server = peers().scriptedServer(Answer.OWN_TEXT, "hold", "drop")) {
            Session session = PingRun.inTurn(server.port(), 4);
            List<PingRow> rows = rows(session, 4);
            assertTrue(rows.get(0).state().lost(), rows.get(0).toString());
            assertTimedOut(rows.get(1));
            assertAnswered(rows.get(2), Answer.TEXT, false);
            assertAnswered(rows.get(3), Answer.TEXT, false);
            assertEquals(2, session.statistics().received());
        }
    }

    @Test
    void theLabClientHearsWhatOurServerSaysItAnswered() throws Exception {
        try (OurServer server = new OurServer(Impairments.ofLoss(0.3), SEED)) {
            List<Optional<String>> heard = peers().labClient(server.port());
            assertEquals(10, heard.size());
            assertHeard(server.awaitEvents(10), heard);
            assertTrue(heard.contains(Optional.<String>empty()), "seed without loss");
        }
    }

    @Test
    void theJavaLabsClientHearsWhatOurServerSaysItAnswered() throws Exception {
        try (OurServer server = new OurServer(Impairments.ofLoss(0.3), SEED)) {
            List<Optional<String>> heard = peers().javaLabClient(server.port(), 1);
            assertEquals(10, heard.size());
            assertHeard(server.awaitEvents(10), heard);
            assertTrue(heard.contains(Optional.<String>empty()), "seed without loss");
        }
    }

    @Test
    void aClientThatRepeatsItsNumbersIsAnsweredEveryTime() throws Exception {
        try (OurServer server = new OurServer(Impairments.ofLoss(0), SEED)) {
            List<Optional<String>> heard = peers().javaLabClient(server.port(), 2);
            assertHeard(server.awaitEvents(20), heard);
            assertEquals(20, heard.stream().filter(Optional::isPresent).count());
        }
    }

    private static List<PingRow> rows(Session session, int count) {
        assertEquals(count, session.rowCount());
        return session.rows(0, count);
    }

    /** The server's word on a ping: on this machine, datagram i is ping i. */
    private static Seen seenOf(PingRow row, List<Seen> seen) {
        Seen its = seen.get(Math.toIntExact(row.sequence() - 1));
        assertTrue(its.text().startsWith("Ping " + row.sequence() + " "), its.text());
        return its;
    }

    private static void assertAnswered(PingRow row, String text, boolean verified) {
        assertEquals(PingState.REPLIED, row.state(), row.toString());
        Reply reply = row.reply().orElseThrow();
        assertEquals(text, reply.text());
        assertEquals(verified, reply.verified());
        assertTrue(row.rttNanos().orElseThrow() > 0);
    }

    private static void assertTimedOut(PingRow row) {
        assertEquals(PingState.TIMED_OUT, row.state(), row.toString());
        assertTrue(row.rttNanos().isEmpty());
        assertTrue(row.reply().isEmpty());
    }

    private static void assertHeard(
            List<ServerEvent.OfDatagram> events, List<Optional<String>> heard) {
        assertEquals(events.size(), heard.size());
        for (int i = 0; i < heard.size(); i++) {
            ServerEvent.OfDatagram event = events.get(i);
            if (heard.get(i).isPresent()) {
                assertInstanceOf(ServerEvent.Answered.class, event);
                assertEquals(event.text().toUpperCase(Locale.ROOT), heard.get(i).get());
            } else {
                assertInstanceOf(ServerEvent.Dropped.class, event);
            }
        }
    }
}
