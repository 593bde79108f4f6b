package pingmonitor.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.session.LossLocations;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.Session;

/** Where each lost ping was lost, as client and server find out between them over real sockets. */
@Timeout(120)
class VerdictsTest {
    /** No ping of these tests is as long as a question about lost ones. */
    private static final int LEAST_QUESTION = 60;

    private static final int PINGS = 20;
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    /** Within which a reply surely comes, so that all pings leave from one port. */
    private static final Duration LONG = Duration.ofSeconds(1);

    private static final Duration MEMORY_BEFORE = Duration.ofMillis(100);
    private static final Pacing QUICK = new Pacing.FixedRate(Duration.ofMillis(10));
    private static final Pacing AT_ONCE = new Pacing.StopAndWait(Duration.ZERO);

    private final List<ServerEvent.OfDatagram> events = new CopyOnWriteArrayList<>();

    @Test
    void everyPingThatTheServerDroppedIsKnown() throws Exception {
        try (EchoServer server = server(Impairments.ofLoss(0.3), RateLimitSettings.DEFAULT)) {
            Session session = run(server.port(), AT_ONCE, true);
            assertTrue(session.statistics().lossPlaces().server() > 0, "seed without loss");
            assertVerdictsAreTheServers(session);
            assertEquals("127.0.0.1", session.mappedAddress().orElseThrow().getHostString());
            assertEquals(events.get(PINGS - 1).client(), session.mappedAddress().orElseThrow());
            assertFalse(session.seenThroughNat());
        }
    }

    @Test
    void everyPingThatTheLimitsRefusedIsKnown() throws Exception {
        try (EchoServer server = server(Impairments.ofLoss(0), RateLimitSettings.ofClient(1))) {
            Session session = run(server.port(), QUICK, true);
            assertTrue(session.statistics().lossPlaces().limited() > 0);
            assertVerdictsAreTheServers(session);
        }
    }

    @Test
    void aReplyThatIsHeldBackForLongerThanTheTimeOutIsLateAndInTheEndThereIsNoVerdictAgainstIt()
            throws Exception {
        Impairments slow =
                new Impairments(0, new Delay(Duration.ofMillis(350), Delay.Spread.CONSTANT), 0, 0);
        try (EchoServer server = server(slow, RateLimitSettings.DEFAULT)) {
            Session session = run(server.port(), QUICK, true);
            for (PingRow row : session.rows(0, PINGS)) {
                assertTrue(row.state() == PingState.LATE || row.state() == PingState.TIMED_OUT);
                LossLocation where = row.verdict().orElse(LossLocation.RETURN_PATH);
                assertTrue(
                        where == LossLocation.ANSWERED || where == LossLocation.RETURN_PATH,
                        row.toString());
            }
        }
    }

    @Test
    void whatARouterLosesThereOrBackIsToldApartAlsoWhenItsNatTakesAnotherPort() throws Exception {
        try (EchoServer server = server(Impairments.ofLoss(0), RateLimitSettings.DEFAULT);
                Relay relay =
                        new Relay(
                                server.port(),
                                numbered(number -> number % 4 == 1),
                                numbered(number -> number % 4 == 2),
                                text ->
                                        text.startsWith("Ping 11 ")
                                                && text.length() < LEAST_QUESTION)) {
            // So that the server's memory surely reaches back to before the first of them.
            run(plan(server.port(), 2, new Pacing.StopAndWait(MEMORY_BEFORE), TIMEOUT, false));
            Session session = run(relay.port(), AT_ONCE, true);
            for (PingRow row : session.rows(0, PINGS)) {
                Optional<LossLocation> verdict = row.verdict();
                if (row.sequence() % 4 == 1) {
                    assertEquals(Optional.of(LossLocation.FORWARD_PATH), verdict, row.toString());
                } else if (row.sequence() % 4 == 2) {
                    assertEquals(Optional.of(LossLocation.RETURN_PATH), verdict, row.toString());
                } else if (!row.state().lost()) {
                    assertEquals(Optional.of(LossLocation.ANSWERED), verdict, row.toString());
                }
            }
            assertTrue(session.seenThroughNat());
            assertEquals(2, relay.outsidePorts().size());
            assertEquals(
                    relay.outsidePorts().get(1), session.mappedAddress().orElseThrow().getPort());
            assertEquals(0, session.statistics().foreign());
        }
    }

    @Test
    void allLostOnTheWayBackIsKnownToo() throws Exception {
        try (EchoServer server = server(Impairments.ofLoss(0), RateLimitSettings.DEFAULT);
                Relay relay =
                        new Relay(
                                server.port(),
                                text -> false,
                                text -> text.startsWith("PING"),
                                text -> false)) {
            Session session = run(relay.port(), QUICK, true);
            assertEquals(new LossLocations(0, 0, 0, PINGS), session.statistics().lossPlaces());
        }
    }

    @Test
    void seedAndFatesAreTheSameWithQuestionsAndWithout() throws Exception {
        List<Boolean> with;
        try (EchoServer server = server(Impairments.ofLoss(0.5), RateLimitSettings.DEFAULT)) {
            run(plan(server.port(), PINGS, QUICK, LONG, true));
            run(plan(server.port(), PINGS, QUICK, LONG, true));
            with = dropped(2 * PINGS);
        }
        events.clear();
        try (EchoServer server = server(Impairments.ofLoss(0.5), RateLimitSettings.DEFAULT)) {
            run(plan(server.port(), PINGS, QUICK, LONG, false));
            run(plan(server.port(), PINGS, QUICK, LONG, false));
            assertEquals(dropped(2 * PINGS), with);
        }
    }

    @Test
    void whereNobodyListensNobodySaysAnything() throws Exception {
        int port;
        try (EchoServer server = server(Impairments.ofLoss(0), RateLimitSettings.DEFAULT)) {
            port = server.port();
        }
        Session session = run(port, AT_ONCE, true);
        assertEquals(0, session.statistics().lossPlaces().known());
        assertEquals(Optional.empty(), session.mappedAddress());
        assertEquals(PINGS, session.statistics().lost());
    }

    /** A lost ping was lost as the server says of it; of one it answered, the reply was. */
    private void assertVerdictsAreTheServers(Session session) {
        awaitEvents(PINGS);
        for (PingRow row : session.rows(0, PINGS)) {
            ServerEvent event = events.get(Math.toIntExact(row.sequence()) - 1);
            LossLocation expected = LossLocation.RETURN_PATH;
            if (row.reply().isPresent()) {
                expected = LossLocation.ANSWERED;
            } else if (event instanceof ServerEvent.Dropped) {
                expected = LossLocation.SERVER;
            } else if (event instanceof ServerEvent.Limited) {
                expected = LossLocation.LIMITED;
            }
            assertEquals(Optional.of(expected), row.verdict(), row + " " + event);
        }
    }

    /** A reply leaves before it is told. Questions are no datagrams of the person's. */
    private void awaitEvents(int count) {
        Await.until(() -> events.size() >= count, events::toString);
        assertEquals(count, events.size());
    }

    private List<Boolean> dropped(int count) {
        awaitEvents(count);
        return events.stream().map(ServerEvent.Dropped.class::isInstance).toList();
    }

    private EchoServer server(Impairments impairments, RateLimitSettings limits) throws Exception {
        return EchoServer.startOnLoopback(
                new EchoPlan(0, impairments, 9, limits),
                event -> {
                    if (event instanceof ServerEvent.OfDatagram datagram) {
                        events.add(datagram);
                    }
                });
    }

    private static Predicate<String> numbered(Predicate<Integer> number) {
        return text ->
                text.toUpperCase().startsWith("PING ")
                        && text.length() < LEAST_QUESTION
                        && number.test(Integer.parseInt(text.split(" ")[1]));
    }

    private static Session run(int port, Pacing pacing, boolean verdicts) throws Exception {
        return run(plan(port, PINGS, pacing, TIMEOUT, verdicts));
    }

    private static PingPlan plan(
            int port, int count, Pacing pacing, Duration timeout, boolean verdicts) {
        return new PingPlan(
                "127.0.0.1", port, AddressFamily.ANY, count, timeout, pacing, 0, verdicts);
    }

    private static Session run(PingPlan plan) throws Exception {
        Session session = new Session(plan);
        Pinger pinger = new Pinger(plan, new LossLocators(), session::apply);
        try {
            CompletableFuture.supplyAsync(pinger::run).get(60, TimeUnit.SECONDS);
        } finally {
            pinger.stop();
        }
        return session;
    }
}
