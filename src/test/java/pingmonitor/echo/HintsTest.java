package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;

/** What a real server says of real clients. */
class HintsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Recorder events = new Recorder();
    private final ServerLedger ledger = new ServerLedger();
    private final AtomicLong nanoTime = new AtomicLong();

    @Test
    void clientThatHangsGetsAHintAndOneThatEndedDoesNot() throws IOException {
        try (EchoServer server = start(Impairments.ofLoss(1));
                TestClient hanging = new TestClient(Loopback.FIRST, server.port())) {
            hanging.send("Ping 1");
            try (TestClient ended = new TestClient(Loopback.FIRST, server.port())) {
                ended.send("Ping 1");
                events.awaitDatagrams(2);
            }
            nanoTime.addAndGet(ClientHabits.SILENT_NANOS);
            events.await(
                    all -> all.stream().anyMatch(ServerEvent.SilentAfterDrop.class::isInstance));
            InetSocketAddress client = hanging.address();
            assertEquals(
                    List.of(client),
                    events.of(ServerEvent.SilentAfterDrop.class).stream()
                            .map(ServerEvent.SilentAfterDrop::client)
                            .filter(
                                    each ->
                                            EchoServer.answersWholeLoopback()
                                                    || each.equals(client))
                            .toList());
            assertTrue(silentPorts().contains(client.getPort()));
            hanging.send("Ping 2");
            events.awaitDatagrams(3);
            assertTrue(!silentPorts().contains(client.getPort()), "it goes on");
        }
    }

    /** Sends the next ping for each datagram that comes, whatever it says. */
    @Test
    void clientThatTakesAnyDatagramForItsReplyGetsAHint() throws IOException {
        Impairments twice = new Impairments(0, Delay.NONE, 1, 0);
        try (EchoServer server = start(twice);
                TestClient naive = new TestClient(Loopback.FIRST, server.port())) {
            for (int n = 1; n <= 10; n++) {
                naive.ask("Ping " + n);
            }
            events.await(all -> all.stream().anyMatch(ServerEvent.NextSoonAfter.class::isInstance));
        }
        List<ServerEvent.NextSoonAfter> hints = events.of(ServerEvent.NextSoonAfter.class);
        assertEquals(1, hints.size());
        assertEquals(ServerEvent.Stray.COPY, hints.get(0).stray());
    }

    @Test
    void perfectServerHasNoHints() throws IOException {
        try (EchoServer server = start(Impairments.ofLoss(0));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            for (int n = 1; n <= 50; n++) {
                client.ask("Ping " + n);
            }
            events.awaitDatagrams(50);
        }
        assertEquals(List.of(), events.of(ServerEvent.Hint.class));
    }

    private List<Integer> silentPorts() {
        return ledger.snapshot().clients().get(0).silentPorts();
    }

    private void take(ServerEvent event) {
        ledger.apply(event);
        events.accept(event);
    }

    private EchoServer start(Impairments impairments) throws IOException {
        return EchoServer.start(
                new EchoPlan(0, impairments, 42, RateLimitSettings.DEFAULT),
                this::take,
                new EchoEnvironment(
                        () -> List.of(Loopback.FIRST),
                        NEVER,
                        new EchoClocks(nanoTime::get, InstantSource.system()),
                        List.of(),
                        ClientSockets.ofThisMachine(),
                        false));
    }
}
