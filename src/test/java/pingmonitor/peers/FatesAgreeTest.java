package pingmonitor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.selftest.PingFate;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;

/** With a fixed seed, loss, delay and duplicates, all that speak of a ping say the same of it. */
class FatesAgreeTest {
    private static final int PINGS = 12;
    private static final long SEED = 7;
    private static final double LOSS = 0.3;
    private static final Duration DELAY = Duration.ofMillis(20);
    private static final Impairments MIXED =
            new Impairments(LOSS, new Delay(DELAY, Delay.Spread.UNIFORM), 0.5, 0);

    @Test
    void theSessionSaysWhatTheServerDid() throws Exception {
        try (OurServer server = new OurServer(MIXED, SEED)) {
            Session session = PingRun.lossy(server.port(), PINGS);
            List<ServerEvent.OfDatagram> events = server.awaitEvents(PINGS);
            List<PingFate> fates = PingFate.ofServer(events);
            assertMixture(fates);
            assertEquals(fates, PingFate.ofClient(session.rows(0, PINGS)));
            assertNoReplyBeforeItsDelay(session, events);
        }
    }

    @Test
    void theJsonOfPingSaysWhatTheServerDid() throws Exception {
        try (OurServer server = new OurServer(MIXED, SEED);
                ChildProcess ping = ping(server.port())) {
            assertEquals(0, ping.awaitExit(), () -> ping.lines().toString());
            List<PingFate> fates = PingFate.ofServer(server.awaitEvents(PINGS));
            assertMixture(fates);
            assertEquals(fates, JsonFates.ofPing(ping.lines()));
            assertSummary(fates, ping.lines());
        }
    }

    @Test
    void theJsonOfServeAgreesWithTheJsonOfPingAndTheSameSeedWithTheSession() throws Exception {
        int port = freePort();
        try (ChildProcess serve = serve(port)) {
            serve.awaitLine(line -> isEvent(line, "listening"));
            List<PingFate> fates;
            try (ChildProcess ping = ping(port)) {
                assertEquals(0, ping.awaitExit(), () -> ping.lines().toString());
                fates = JsonFates.ofPing(ping.lines());
            }
            List<String> served =
                    serve.awaitLines(
                            line -> isEvent(line, "answered") || isEvent(line, "dropped"), PINGS);
            assertMixture(fates);
            assertEquals(fates, JsonFates.ofServe(served));

            Impairments same = new Impairments(LOSS, new Delay(DELAY, Delay.Spread.CONSTANT), 0, 0);
            try (OurServer server = new OurServer(same, SEED)) {
                Session session = PingRun.lossy(server.port(), PINGS);
                assertEquals(answered(fates), answered(PingFate.ofClient(session.rows(0, PINGS))));
            }
        }
    }

    private static ChildProcess ping(int port) throws IOException {
        return ChildProcess.ourProgram(
                "ping",
                "127.0.0.1",
                Integer.toString(port),
                "--count",
                Integer.toString(PINGS),
                "--timeout",
                PingRun.TIMEOUT.toMillis() + "ms",
                "--interval",
                PingRun.INTERVAL.toMillis() + "ms",
                "--json");
    }

    private static ChildProcess serve(int port) throws IOException {
        return ChildProcess.ourProgram(
                "serve",
                Integer.toString(port),
                "--loss",
                "30",
                "--delay",
                DELAY.toMillis() + "ms",
                "--seed",
                Long.toString(SEED),
                "--json");
    }

    private static int freePort() throws SocketException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isEvent(String line, String kind) {
        return JsonFates.json(line).get("event").getAsString().equals(kind);
    }

    private static boolean answered(PingFate fate) {
        return fate.kind() == PingFate.Kind.ANSWERED;
    }

    private static List<Boolean> answered(List<PingFate> fates) {
        return fates.stream().map(FatesAgreeTest::answered).toList();
    }

    private static void assertMixture(List<PingFate> fates) {
        assertEquals(PINGS, fates.size());
        long answered = fates.stream().filter(FatesAgreeTest::answered).count();
        assertTrue(answered > 0 && answered < PINGS, "seed without a mixture: " + fates);
    }

    private static void assertNoReplyBeforeItsDelay(
            Session session, List<ServerEvent.OfDatagram> events) {
        for (PingRow row : session.rows(0, PINGS)) {
            if (about(row, events) instanceof ServerEvent.Answered answered) {
                long rtt = row.rttNanos().orElseThrow();
                assertTrue(rtt >= answered.delay().toNanos(), row + " before " + answered);
            }
        }
    }

    /** Delays may change the order of the events. */
    private static ServerEvent.OfDatagram about(PingRow row, List<ServerEvent.OfDatagram> events) {
        return events.stream()
                .filter(event -> event.text().startsWith("Ping " + row.sequence() + " "))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSummary(List<PingFate> fates, List<String> lines) {
        long received = fates.stream().filter(FatesAgreeTest::answered).count();
        JsonObject summary =
                lines.stream()
                        .filter(line -> isEvent(line, "summary"))
                        .map(JsonFates::json)
                        .findFirst()
                        .orElseThrow();
        assertEquals(PINGS, summary.get("sent").getAsLong());
        assertEquals(received, summary.get("received").getAsLong());
        assertEquals(
                100.0 * (PINGS - received) / PINGS, summary.get("lossPercent").getAsDouble(), 0.01);
    }
}
