package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How a server opens its sockets, follows the addresses of the machine, and ends. */
class EchoServerLifeTest extends EchoServerFixture {
    @Test
    void portInUseIsReportedWithAFreePort() throws IOException {
        for (InetAddress taken : List.of(new InetSocketAddress(0).getAddress(), Loopback.FIRST)) {
            try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(taken, 0))) {
                int port = other.getLocalPort();
                PortInUseException refused =
                        assertThrows(
                                PortInUseException.class,
                                () ->
                                        EchoServer.start(
                                                plan(port, PERFECT),
                                                events,
                                                at(List.of(Loopback.FIRST))));
                assertEquals(port, refused.port());
                int proposed = refused.freePort().orElseThrow();
                try (EchoServer server =
                                EchoServer.start(
                                        plan(proposed, PERFECT),
                                        events,
                                        at(List.of(Loopback.FIRST)));
                        TestClient client = new TestClient(Loopback.FIRST, server.port())) {
                    assertEquals(proposed, server.port());
                    assertEquals("PING", client.ask("Ping"));
                }
            }
        }
    }

    @Test
    void secondServerOnThePortIsRefusedAndLeavesTheFirstAlone() throws IOException {
        try (EchoServer first = start(Loopback.all())) {
            assertThrows(
                    PortInUseException.class,
                    () ->
                            EchoServer.start(
                                    plan(first.port(), PERFECT), events, at(Loopback.all())));
            try (TestClient client = new TestClient(Loopback.FIRST, first.port())) {
                assertEquals("PING", client.ask("Ping"));
            }
        }
    }

    @Test
    void onLoopbackNoOtherMachineReachesIt() throws IOException {
        try (EchoServer server = EchoServer.startOnLoopback(plan(0, PERFECT), events);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("PING", client.ask("Ping"));
            List<InetAddress> listening = events.of(ServerEvent.Listening.class).get(0).addresses();
            assertTrue(
                    listening.stream().allMatch(InetAddress::isLoopbackAddress),
                    listening::toString);
            for (InetAddress address : LocalAddressSource.ofThisMachine()) {
                boolean free = Loopback.canBind(address, server.port());
                assertEquals(!address.isLoopbackAddress(), free, address::toString);
            }
        }
    }

    @Test
    void addressThatCannotBeListenedOnIsSkipped() throws IOException {
        InetAddress foreign = Datagrams.address("192.0.2.1");
        try (EchoServer server = start(List.of(foreign, Loopback.FIRST));
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("PING", client.ask("Ping"));
        }
        assertEquals(
                List.of(Loopback.FIRST), events.of(ServerEvent.Listening.class).get(0).addresses());
        IOException refused = assertThrows(IOException.class, () -> start(List.of(foreign)));
        assertTrue(refused.getMessage().contains("192.0.2.1"));
        assertThrows(IOException.class, () -> start(List.of()));
    }

    @Test
    void followsAddressesThatComeAndGo() throws IOException {
        InetAddress second = Loopback.second();
        AtomicReference<List<InetAddress>> present = new AtomicReference<>(List.of(Loopback.FIRST));
        AtomicLong looks = new AtomicLong();
        LocalAddressSource changing =
                () -> {
                    looks.incrementAndGet();
                    return present.get();
                };
        EchoEnvironment surroundings =
                new EchoEnvironment(changing, Duration.ofMillis(2), EchoClocks.SYSTEM);
        try (EchoServer server = EchoServer.start(plan(0, PERFECT), this::take, surroundings);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            for (int round = 1; round <= 3; round++) {
                present.set(List.of(Loopback.FIRST, second));
                events.awaitListening(2 * round);
                try (TestClient late = new TestClient(second, server.port())) {
                    assertEquals("PING", late.ask("Ping"));
                    present.set(List.of(Loopback.FIRST));
                    events.awaitListening(2 * round + 1);
                }
                long looksUntilNow = looks.get();
                while (looks.get() < looksUntilNow + 3) {
                    assertEquals("PING", client.ask("Ping"));
                }
            }
        }
        assertEquals(
                List.of(1, 2, 1, 2, 1, 2, 1),
                events.of(ServerEvent.Listening.class).stream()
                        .map(listening -> listening.addresses().size())
                        .toList(),
                "told when something changed and not otherwise");
    }

    @Test
    void replyWaitingForARemovedAddressIsReportedAsNotSent() throws IOException {
        InetAddress second = Loopback.second();
        AtomicReference<List<InetAddress>> present =
                new AtomicReference<>(List.of(Loopback.FIRST, second));
        AtomicLong nanoTime = new AtomicLong();
        EchoEnvironment surroundings =
                new EchoEnvironment(
                        present::get,
                        Duration.ofMillis(5),
                        new EchoClocks(nanoTime::get, InstantSource.system()));
        try (EchoServer server =
                        EchoServer.start(plan(0, delayed(60_000)), this::take, surroundings);
                TestClient client = new TestClient(second, server.port())) {
            client.send("too late");
            awaitTakenIn(client);
            present.set(List.of(Loopback.FIRST));
            events.awaitListening(2);
            nanoTime.addAndGet(Duration.ofSeconds(60).toNanos());
            events.awaitDatagrams(1);
            assertEquals(
                    ServerEvent.Reason.SEND_FAILED,
                    events.of(ServerEvent.Ignored.class).get(0).reason());
        }
    }

    @Test
    void failedReadOfTheInterfacesChangesNothing() throws IOException {
        AtomicReference<Integer> looks = new AtomicReference<>(0);
        LocalAddressSource failingLater =
                () -> {
                    if (looks.updateAndGet(n -> n + 1) > 1) {
                        throw new IOException("on purpose");
                    }
                    return List.of(Loopback.FIRST);
                };
        EchoEnvironment surroundings =
                new EchoEnvironment(failingLater, Duration.ofMillis(1), EchoClocks.SYSTEM);
        try (EchoServer server = EchoServer.start(plan(0, PERFECT), this::take, surroundings);
                TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            int n = 0;
            while (looks.get() < 5) {
                n++;
                assertEquals("PING " + n, client.ask("Ping " + n));
            }
        }
        assertEquals(1, events.of(ServerEvent.Listening.class).size());
    }

    @Test
    void hundredStartsAndStopsLeaveNoThreadAndNoPort() throws IOException {
        // Servers of tests before this one may be about to end.
        Set<Thread> ofOthers = serverThreads();
        int port;
        try (EchoServer first = start(Loopback.all())) {
            port = first.port();
        }
        for (int i = 0; i < 100; i++) {
            try (EchoServer server =
                            EchoServer.start(plan(port, PERFECT), this::take, at(Loopback.all()));
                    TestClient client = new TestClient(Loopback.FIRST, port)) {
                assertEquals("PING", client.ask("Ping"));
                assertEquals(port, server.port());
            }
        }
        Set<Thread> left = serverThreads();
        left.removeAll(ofOthers);
        assertEquals(Set.of(), left);
        for (InetAddress address : Loopback.all()) {
            assertTrue(Loopback.canBind(address, port));
        }
        assertEquals(101, events.of(ServerEvent.Stopped.class).size());
    }

    @Test
    void canBeClosedFromItsOwnThread() throws IOException {
        AtomicReference<EchoServer> self = new AtomicReference<>();
        Consumer<ServerEvent> closing =
                event -> {
                    if (event instanceof ServerEvent.Answered) {
                        self.get().close();
                    }
                    events.accept(event);
                };
        EchoServer server =
                EchoServer.start(plan(0, PERFECT), closing, at(List.of(Loopback.FIRST)));
        self.set(server);
        try (TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            client.ask("Ping");
        }
        events.await(all -> all.get(all.size() - 1) instanceof ServerEvent.Stopped);
        server.close();
        assertTrue(Loopback.canBind(Loopback.FIRST, server.port()));
    }

    /** As it would by a reply that cannot leave: only the end of its socket ends the waiting for that. */
    @Test
    void closeClosesTheSocketsWhileTheServersThreadIsBlocked() throws Exception {
        CountDownLatch heldUp = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Consumer<ServerEvent> holding =
                event -> {
                    if (event instanceof ServerEvent.Answered) {
                        heldUp.countDown();
                        await(goOn);
                    }
                    take(event);
                };
        EchoServer server =
                EchoServer.start(plan(0, delayed(1)), holding, at(List.of(Loopback.FIRST)));
        Thread closing = new Thread(server::close);
        try (TestClient client = new TestClient(Loopback.FIRST, server.port())) {
            assertEquals("PING", client.ask("Ping"));
            await(heldUp);
            closing.start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!Loopback.canBind(Loopback.FIRST, server.port())) {
                assertTrue(System.nanoTime() - deadline < 0, "the port is still taken");
                Thread.onSpinWait();
            }
        } finally {
            goOn.countDown();
            closing.join();
        }
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
        assertEquals(1, events.of(ServerEvent.Listening.class).size(), "its end is no news");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closeWaitsEvenWhenInterrupted() throws IOException {
        EchoServer server = start(PERFECT);
        Thread.currentThread().interrupt();
        server.close();
        assertTrue(Thread.interrupted(), "the interruption is passed on");
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
        assertTrue(Loopback.canBind(Loopback.FIRST, server.port()));
    }
}
