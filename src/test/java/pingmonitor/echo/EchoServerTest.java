package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.SeededFatePolicy;

class EchoServerTest extends EchoServerFixture {
    @Test
    void answersInUpperCaseByteForByte() throws IOException {
        try (EchoServer server = start(PERFECT);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("PING 1 1795342927.102331", client.ask("Ping 1 1795342927.102331"));
            assertEquals("PING 0 7\r\n", client.ask("ping 0 7\r\n"));
            assertEquals("çãO ß", client.ask("ção ß"));
            byte[] biggest = new byte[65_507];
            new Random(1).nextBytes(biggest);
            client.send(biggest);
            byte[] reply = client.receive();
            for (int i = 0; i < biggest.length; i++) {
                boolean small = biggest[i] >= 'a' && biggest[i] <= 'z';
                assertEquals(small ? biggest[i] - 32 : biggest[i], reply[i]);
            }
            assertEquals(biggest.length, reply.length);
        }
    }

    @Test
    void tellsFirstWhereItListensAndLastThatItStopped() throws IOException {
        EchoServer server = start(PERFECT);
        try (TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            client.ask("Ping");
        }
        server.close();
        server.close();
        List<ServerEvent> all = events.all();
        assertEquals(3, all.size());
        ServerEvent.Listening listening = assertInstanceOf(ServerEvent.Listening.class, all.get(0));
        assertEquals(server.port(), listening.port());
        assertEquals(List.of(Loopback.FIRST), listening.addresses());
        assertTrue(listening.receiveBufferBytes() > 0);
        assertInstanceOf(ServerEvent.Answered.class, all.get(1));
        assertInstanceOf(ServerEvent.Stopped.class, all.get(2));
    }

    @Test
    void replyLeavesFromTheAddressThatWasPinged() throws IOException {
        try (EchoServer server = start(Loopback.all())) {
            for (InetAddress address : Loopback.all()) {
                try (TestClient client = new TestClient(address, server.port())) {
                    assertEquals("PING", client.ask("Ping"), address::toString);
                }
            }
        }
    }

    @Test
    void eventsOfAllAddressesAreReportedOneAtATime() throws Exception {
        int each = 300;
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean together = new AtomicBoolean();
        Consumer<ServerEvent> sink =
                event -> {
                    together.compareAndSet(false, inside.incrementAndGet() > 1);
                    Thread.yield();
                    take(event);
                    inside.decrementAndGet();
                };
        List<InetAddress> addresses = Loopback.all();
        ExecutorService clients = Executors.newCachedThreadPool();
        try (EchoServer server = EchoServer.start(plan(0, PERFECT), sink, at(addresses))) {
            List<Future<?>> asked = new ArrayList<>();
            for (InetAddress address : addresses) {
                asked.add(clients.submit(() -> ask(address, server.port(), each)));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        } finally {
            clients.shutdown();
        }
        assertFalse(together.get());
        assertEquals(each * addresses.size(), ledger.snapshot().counters().answered());
    }

    private static Void ask(InetAddress address, int port, int times) throws IOException {
        try (TestClient client = new TestClient(address, port)) {
            for (int n = 1; n <= times; n++) {
                assertEquals("PING " + n, client.ask("Ping " + n));
            }
        }
        return null;
    }

    @Test
    void thousandClientsAtOnceAreEachAnswered() throws IOException {
        List<TestClient> clients = new ArrayList<>();
        try (EchoServer server = start(PERFECT)) {
            for (int i = 0; i < 1_000; i++) {
                clients.add(new TestClient(Loopback.FIRST, server.port()));
            }
            for (int round = 1; round <= 2; round++) {
                int known = events.datagrams().size();
                for (int i = 0; i < clients.size(); i++) {
                    clients.get(i).send("Ping " + round + " of " + i);
                    if (i % 50 == 49) {
                        // No more at a time than the smallest receive buffer holds.
                        events.awaitDatagrams(known + i + 1);
                    }
                }
                for (int i = 0; i < clients.size(); i++) {
                    assertEquals("PING " + round + " OF " + i, clients.get(i).receiveText());
                }
            }
        } finally {
            clients.forEach(TestClient::close);
        }
        assertEquals(1_000, ledger.snapshot().clients().get(0).ports());
        assertEquals(2_000, ledger.snapshot().counters().answered());
    }

    @Test
    void limitAppliesOnlyToTheFlooderAndCanBeChangedWhileRunning() throws IOException {
        int limit = 20;
        AtomicLong standingStill = new AtomicLong();
        EchoEnvironment surroundings =
                new EchoEnvironment(
                        () -> List.of(Loopback.FIRST),
                        NEVER,
                        new EchoClocks(standingStill::get, InstantSource.system()));
        EchoPlan plan = new EchoPlan(0, PERFECT, SEED, RateLimitSettings.ofClient(limit));
        try (EchoServer server = EchoServer.start(plan, this::take, surroundings);
                TestClient flooder = new TestClient(Loopback.FIRST, server.port());
                TestClient good = new TestClient(Loopback.FIRST, server.port())) {
            for (int n = 1; n <= 500; n++) {
                flooder.send("flood " + n);
                events.awaitDatagrams(n);
            }
            assertEquals(2 * limit, ledger.snapshot().counters().answered());
            assertEquals(500 - 2 * limit, ledger.snapshot().counters().limited());
            for (int n = 1; n <= limit; n++) {
                assertEquals("PING " + n, good.ask("Ping " + n));
            }
            server.limit(RateLimitSettings.OFF);
            for (int n = 1; n <= 100; n++) {
                assertEquals("MORE " + n, good.ask("more " + n));
            }
        }
    }

    /** The first one's reply is on its way to a client whose port the second one has taken since. */
    @Test
    void twoServersMadeToAnswerEachOtherFallSilent() throws IOException {
        AtomicLong nanoTime = new AtomicLong();
        EchoEnvironment surroundings =
                new EchoEnvironment(
                        () -> List.of(Loopback.FIRST),
                        Duration.ofMillis(5),
                        new EchoClocks(nanoTime::get, InstantSource.system()));
        try (EchoServer first =
                EchoServer.start(plan(0, delayed(60_000)), this::take, surroundings)) {
            int port;
            try (TestClient lured = new TestClient(Loopback.FIRST, first.port())) {
                port = lured.address().getPort();
                lured.send("hello");
                awaitTakenIn(lured);
            }
            first.impair(PERFECT);
            try (EchoServer second =
                    EchoServer.start(
                            plan(port, PERFECT), this::take, at(List.of(Loopback.FIRST)))) {
                nanoTime.addAndGet(Duration.ofSeconds(60).toNanos());
                events.await(all -> all.stream().anyMatch(ServerEvent.Limited.class::isInstance));
                assertEquals(port, second.port());
            }
        }
        // The same from each, and the one that began it; the next one was refused.
        assertEquals(2 * LoopGuard.MAX_REPEATS + 1, ledger.snapshot().counters().answered());
        assertEquals(1, ledger.snapshot().counters().limited());
    }

    @Test
    void plainServerMadeToAnswerUsFallsSilent() throws IOException {
        try (EchoServer server = start(PERFECT);
                TestClient plain = new TestClient(Loopback.FIRST, server.port())) {
            plain.send("Ping 1 1795342927.102331");
            int taken = 1;
            events.awaitDatagrams(taken);
            while (events.last() instanceof ServerEvent.Answered && taken < 1_000) {
                plain.send(plain.receive());
                events.awaitDatagrams(++taken);
            }
            ServerEvent.Limited refused =
                    assertInstanceOf(ServerEvent.Limited.class, events.last());
            assertEquals(ServerEvent.Limit.ECHO_LOOP, refused.limit());
            // The one that began it, its repeats, and the one that was refused.
            assertEquals(1 + LoopGuard.MAX_REPEATS + 1, taken);
        }
    }

    @Test
    void listensOnAllAddressesOfThisMachine() throws IOException {
        try (EchoServer server =
                        EchoServer.start(
                                new EchoPlan(0, PERFECT, SEED, RateLimitSettings.DEFAULT), events);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("PING", client.ask("Ping"));
        }
        List<InetAddress> listened = events.of(ServerEvent.Listening.class).get(0).addresses();
        assertTrue(listened.contains(Loopback.FIRST));
        for (InetAddress address : LocalAddressSource.ofThisMachine()) {
            assertTrue(listened.contains(address) || !Loopback.canBind(address, 0));
        }
    }

    @Test
    void losesExactlyWhatTheSeedSays() throws IOException {
        Impairments impairments = Impairments.ofLoss(0.3);
        try (EchoServer server = start(impairments);
                TestClient client = new TestClient(Loopback.FIRST, server.port());
                TestClient other = new TestClient(Loopback.FIRST, server.port())) {
            int lost = 0;
            for (int n = 0; n < 300; n++) {
                boolean expectLost = new SeededFatePolicy(SEED, impairments).fate(0, n, 0).lost();
                String ping = "Ping " + (n + 1) + " 1795342927.102331";
                int known = events.datagrams().size();
                client.send(ping);
                events.awaitDatagrams(known + 1);
                ServerEvent.OfDatagram event = events.datagrams().get(known);
                assertEquals(ping, event.text());
                assertEquals(client.address(), event.client());
                assertEquals(expectLost, event instanceof ServerEvent.Dropped, ping);
                if (expectLost) {
                    lost++;
                } else {
                    assertEquals("PING " + (n + 1) + " 1795342927.102331", client.receiveText());
                }
                if (n % 3 == 0) {
                    other.send("from another");
                    events.awaitDatagrams(known + 2);
                }
            }
            assertEquals(90, lost, 4 * Math.sqrt(300 * 0.3 * 0.7));
        }
    }

    @Test
    void impairmentsAndSeedChangeWhileRunning() throws IOException {
        try (EchoServer server = start(PERFECT);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("A", client.ask("a"));
            server.impair(Impairments.ofLoss(1));
            client.send("b");
            events.awaitDatagrams(2);
            assertInstanceOf(ServerEvent.Dropped.class, events.last());
            server.impair(new Impairments(0, Delay.NONE, 1, 0));
            assertEquals("C", client.ask("c"));
            assertEquals("C", client.receiveText());

            Impairments half = Impairments.ofLoss(0.5);
            server.impair(half);
            server.reseed(7);
            for (int n = 0; n < 20; n++) {
                client.send("d");
                events.awaitDatagrams(4 + n);
                assertEquals(
                        new SeededFatePolicy(7, half).fate(0, n, 0).lost(),
                        events.last() instanceof ServerEvent.Dropped);
            }
        }
    }

    @Test
    void junkDoesNotEndTheServer() throws IOException {
        int junk = 1_000;
        try (EchoServer server = start(Impairments.ofLoss(0.3));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            Random random = new Random(4);
            for (int i = 1; i <= junk; i++) {
                byte[] bytes = new byte[i % 50 == 0 ? 0 : random.nextInt(2_001)];
                random.nextBytes(bytes);
                client.send(bytes);
                if (i % 20 == 0) {
                    events.awaitDatagrams(i);
                }
            }
            server.impair(PERFECT);
            try (TestClient good = new TestClient(Loopback.FIRST, server.port())) {
                assertEquals("PING 1", good.ask("Ping 1"));
            }
        }
        ServerLedger.Snapshot snapshot = ledger.snapshot();
        assertEquals(junk + 1, snapshot.counters().received());
        assertEquals(2, snapshot.clients().get(0).ports());
        assertEquals(0, snapshot.counters().ignored());
        assertTrue(snapshot.counters().dropped() > junk / 5);
        assertTrue(snapshot.counters().answered() > junk / 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failingListenerDoesNotEndTheServer(boolean isError) throws IOException {
        Consumer<ServerEvent> failing =
                event -> {
                    events.accept(event);
                    if (isError) {
                        throw new NoClassDefFoundError("on purpose");
                    }
                    throw new IllegalStateException("on purpose");
                };
        try (QuietLog quiet = QuietLog.of(EventSink.class);
                EchoServer server =
                        EchoServer.start(plan(0, PERFECT), failing, at(List.of(Loopback.FIRST)));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("A", client.ask("a"));
            assertEquals("B", client.ask("b"));
            server.impair(delayed(1));
            assertEquals("C", client.ask("c"));
            assertEquals("D", client.ask("d"));
            events.awaitDatagrams(4);
            assertEquals(1, quiet.messages(), "told once, not for every datagram");
        }
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    @Test
    void senderThatIsGoneDoesNotEndTheServer() throws IOException {
        try (EchoServer server = start(delayed(1))) {
            for (int i = 0; i < 20; i++) {
                try (TestClient gone = new TestClient(Loopback.FIRST, server.port())) {
                    gone.send("bye");
                }
            }
            events.awaitDatagrams(20);
            try (TestClient client = new TestClient(Loopback.FIRST, server.port())) {
                assertEquals("STILL HERE", client.ask("still here"));
            }
        }
    }

    @Test
    void delayedReplyDelaysNoOtherReply() throws IOException {
        try (EchoServer server = start(delayed(60_000));
                TestClient patient = new TestClient(Loopback.FIRST, server.port());
                TestClient next = new TestClient(Loopback.FIRST, server.port())) {
            patient.send("slow");
            awaitTakenIn(patient);
            server.impair(delayed(30));
            assertEquals("QUICK", patient.ask("quick"));
            assertEquals("QUICK", next.ask("quick"));
            events.awaitDatagrams(2);
            assertEquals(
                    List.of(Duration.ofMillis(30), Duration.ofMillis(30)),
                    events.of(ServerEvent.Answered.class).stream()
                            .map(ServerEvent.Answered::delay)
                            .toList());
        }
    }

    @Test
    void repliesWaitingAtTheStopAreReportedBeforeTheStop() throws IOException {
        try (EchoServer server = start(delayed(60_000));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            client.send("one");
            client.send("two");
            client.send("three");
            awaitTakenIn(client);
        }
        assertEquals(
                List.of("one", "two", "three"),
                events.of(ServerEvent.Ignored.class).stream()
                        .filter(event -> event.reason() == ServerEvent.Reason.STOPPED)
                        .map(ServerEvent.Ignored::text)
                        .toList());
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
        assertEquals(3, ledger.snapshot().counters().ignored());
    }

    @Test
    void eventTextIsMadeSafeAndTheReplyIsUnchanged() throws IOException {
        byte[] nasty = "\u001b[2Jx\u0000y\r\n".getBytes(StandardCharsets.UTF_8);
        try (EchoServer server = start(PERFECT);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            client.send(nasty);
            byte[] expected = nasty.clone();
            expected[4] = 'X';
            expected[6] = 'Y';
            assertArrayEquals(expected, client.receive());
        }
        ServerEvent.OfDatagram event = events.datagrams().get(0);
        assertEquals(nasty.length, event.bytes());
        assertTrue(event.text().chars().noneMatch(Character::isISOControl), event::text);
    }
}
