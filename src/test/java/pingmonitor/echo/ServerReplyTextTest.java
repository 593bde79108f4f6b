package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;

class ServerReplyTextTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Recorder events = new Recorder();

    @Test
    void replyTextCanBeChangedWhileTheServerRuns() throws IOException {
        try (EchoServer server = start(0, perfect(ReplyText.UNCHANGED));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("Ping 1 aéß\r\n", client.ask("Ping 1 aéß\r\n"));
            byte[] binary = new byte[1_000];
            new Random(3).nextBytes(binary);
            client.send(binary);
            assertArrayEquals(binary, client.receive());
            server.impair(perfect(ReplyText.UPPER_CASE));
            assertEquals("PING 2", client.ask("Ping 2"));
        }
    }

    /** What they say is decided when they come. */
    @Test
    void delayedRepliesKeepTheTextChosenAtTheirArrival() throws IOException {
        Impairments late =
                new Impairments(
                        0,
                        new Delay(Duration.ofMillis(20), Delay.Spread.CONSTANT),
                        0,
                        0,
                        ReplyText.UNCHANGED);
        try (EchoServer server = start(0, late);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            client.send("Ping 1");
            List<String> received = new ArrayList<>();
            received.add(client.askAboutPings());
            server.impair(perfect(ReplyText.UPPER_CASE));
            received.add(client.receiveText());
            // On a slow machine the delay is over before the question comes.
            assertTrue(received.contains("Ping 1"), received.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"UPPER_CASE", "UNCHANGED"})
    void emptyDatagramIsAnsweredWithAnEmptyOne(ReplyText reply) throws IOException {
        try (EchoServer server = start(0, perfect(reply));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("", client.ask(""));
            events.awaitDatagrams(1);
        }
        ServerEvent.Answered answered =
                assertInstanceOf(ServerEvent.Answered.class, events.datagrams().get(0));
        assertEquals(0, answered.bytes());
        assertEquals("", answered.text());
    }

    @Test
    void namesEqualTheWordsOfTheCommandLine() {
        assertEquals(Optional.of(ReplyText.UNCHANGED), ReplyText.byId("echo"));
        assertEquals(Optional.of(ReplyText.UPPER_CASE), ReplyText.byId("upper"));
        assertEquals(Optional.empty(), ReplyText.byId("Echo"));
        assertEquals(ReplyText.UNCHANGED, Preset.BOOK_JAVA.impairments().replyText());
    }

    /** The first one's reply is on its way to a client whose port the second one has taken since. */
    @ParameterizedTest
    @ValueSource(strings = {"hello", "HELLO", "42", ""})
    void twoServersThatEchoEachOtherFallSilent(String text) throws IOException {
        AtomicLong nanoTime = new AtomicLong();
        Impairments held =
                new Impairments(
                        0,
                        new Delay(Duration.ofSeconds(60), Delay.Spread.CONSTANT),
                        0,
                        0,
                        ReplyText.UNCHANGED);
        EchoEnvironment surroundings =
                new EchoEnvironment(
                        () -> List.of(Loopback.FIRST),
                        Duration.ofMillis(5),
                        new EchoClocks(nanoTime::get, InstantSource.system()));
        try (EchoServer first = EchoServer.start(plan(0, held), events, surroundings)) {
            int port;
            try (TestClient lured = new TestClient(Loopback.FIRST, first.port())) {
                port = lured.address().getPort();
                lured.send(text);
                lured.askAboutPings();
            }
            first.impair(perfect(ReplyText.UNCHANGED));
            try (EchoServer second = start(port, perfect(ReplyText.UNCHANGED))) {
                assertEquals(port, second.port());
                nanoTime.addAndGet(Duration.ofSeconds(60).toNanos());
                events.await(all -> all.stream().anyMatch(ServerEvent.Limited.class::isInstance));
            }
        }
        // The first one counts what lured it, too: it came from the same address and port.
        assertEquals(2 * LoopGuard.MAX_REPEATS, events.of(ServerEvent.Answered.class).size());
        assertEquals(
                ServerEvent.Limit.ECHO_LOOP, events.of(ServerEvent.Limited.class).get(0).limit());
        assertEquals(1, events.of(ServerEvent.Limited.class).size());
    }

    private EchoServer start(int port, Impairments impairments) throws IOException {
        return EchoServer.start(
                plan(port, impairments),
                events,
                new EchoEnvironment(() -> List.of(Loopback.FIRST), NEVER, EchoClocks.SYSTEM));
    }

    private static EchoPlan plan(int port, Impairments impairments) {
        return new EchoPlan(port, impairments, 42, RateLimitSettings.DEFAULT);
    }

    private static Impairments perfect(ReplyText reply) {
        return new Impairments(0, Delay.NONE, 0, 0, reply);
    }
}
