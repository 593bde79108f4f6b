package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.ping.loss.LossLocators;

/** The pinger over real sockets on loopback. */
@Timeout(180)
class PingerTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** No ping is lost on the way to oneself, however long a busy machine takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final List<PingEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void pingsAnEcho() throws Exception {
        try (Echo echo = new Echo()) {
            PingEvent.Outcome outcome =
                    new Pinger(plan("127.0.0.1", echo.port(), 20), new LossLocators(), events::add)
                            .run();
            assertEquals(PingEvent.Outcome.COMPLETED, outcome);
        }
        List<PingEvent.Replied> replies = of(PingEvent.Replied.class);
        assertEquals(20, replies.size(), events.toString());
        assertTrue(
                replies.stream()
                        .allMatch(reply -> reply.rttNanos() > 0 && reply.reply().verified()));
        assertEquals(20, of(PingEvent.Sent.class).size());
        assertTrue(events.get(0) instanceof PingEvent.Started);
        assertTrue(events.get(events.size() - 1) instanceof PingEvent.Finished);
    }

    @Test
    void hearsAtOnceThatAPortIsClosed() throws Exception {
        Pinger[] pinger = new Pinger[1];
        Consumer<PingEvent> stopAtNews =
                event -> {
                    events.add(event);
                    if (event instanceof PingEvent.Unreachable) {
                        pinger[0].stop();
                    }
                };
        // Held, so that nobody else opens it meanwhile; connected to itself it refuses all others.
        try (DatagramSocket closed = new DatagramSocket(0, LOOPBACK)) {
            closed.connect(closed.getLocalSocketAddress());
            pinger[0] =
                    new Pinger(unhurried(closed.getLocalPort()), new LossLocators(), stopAtNews);
            assertEquals(PingEvent.Outcome.STOPPED, pinger[0].run());
        }
        assertEquals(1, of(PingEvent.Unreachable.class).size(), events.toString());
        assertEquals(0, of(PingEvent.TimedOut.class).size());
    }

    @Test
    void anUnknownNameFailsTheRunInWords() {
        TargetLookup.Names nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        Pinger pinger =
                new Pinger(
                        plan("nowhere.invalid", 12_000, 1),
                        new LossLocators(),
                        events::add,
                        nobody,
                        UdpTransport::open);
        assertEquals(PingEvent.Outcome.FAILED, pinger.run());
        assertEquals(
                Problem.Kind.NAME_NOT_FOUND, of(PingEvent.Failed.class).get(0).problem().kind());
    }

    @Test
    void aNameThatMeansABroadcastAddressIsRefused() {
        TargetLookup.Names broadcast =
                host -> new InetAddress[] {InetAddress.getByAddress(new byte[] {-1, -1, -1, -1})};
        Pinger pinger =
                new Pinger(
                        plan("all.invalid", 12_000, 1),
                        new LossLocators(),
                        events::add,
                        broadcast,
                        UdpTransport::open);
        pinger.run();
        assertEquals(
                Problem.Kind.HOST_BROADCAST, of(PingEvent.Failed.class).get(0).problem().kind());
    }

    @Test
    void ofANameWithBothFamiliesIpv4IsTakenUnlessThePersonChooses() {
        TargetLookup.Names both =
                host ->
                        new InetAddress[] {
                            InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1")
                        };
        TargetLookup lookup = new TargetLookup(both);
        assertEquals("127.0.0.1", address(lookup, AddressFamily.ANY));
        assertEquals("127.0.0.1", address(lookup, AddressFamily.IPV4));
        assertEquals("0:0:0:0:0:0:0:1", address(lookup, AddressFamily.IPV6));
    }

    @Test
    void aFamilyTheNameDoesNotHaveIsToldAsSuch() {
        TargetLookup lookup =
                new TargetLookup(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")});
        assertEquals(
                Problem.Kind.NO_ADDRESS_OF_FAMILY,
                lookup.find(plan("x", 1, AddressFamily.IPV6))
                        .problemIfInvalid()
                        .orElseThrow()
                        .kind());
    }

    @Test
    void noNetworkFailsTheRunInWords() {
        Transport.Factory none =
                remote -> {
                    throw new SocketException("Network is unreachable");
                };
        new Pinger(
                        plan("127.0.0.1", 12_000, 1),
                        new LossLocators(),
                        events::add,
                        InetAddress::getAllByName,
                        none)
                .run();
        assertEquals(Problem.Kind.NO_ROUTE, of(PingEvent.Failed.class).get(0).problem().kind());
    }

    @Test
    void stopsWhileANameIsBeingResolved() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TargetLookup.Names slow =
                host -> {
                    asked.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                };
        Pinger pinger =
                new Pinger(
                        plan("slow.invalid", 12_000, 1),
                        new LossLocators(),
                        events::add,
                        slow,
                        UdpTransport::open);
        CompletableFuture<PingEvent.Outcome> outcome = CompletableFuture.supplyAsync(pinger::run);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    asked.await();
                    pinger.stop();
                    assertEquals(PingEvent.Outcome.STOPPED, outcome.get());
                });
        never.countDown();
        assertEquals(
                List.of(PingEvent.Finished.class),
                events.stream().map(Object::getClass).collect(Collectors.toList()));
    }

    @Test
    void aHundredStartsAndStopsLeaveNoThread() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, LOOPBACK)) {
            for (int i = 0; i < 100; i++) {
                CountDownLatch sent = new CountDownLatch(1);
                Pinger pinger =
                        new Pinger(
                                plan("127.0.0.1", silent.getLocalPort(), 10),
                                new LossLocators(),
                                event -> {
                                    if (event instanceof PingEvent.Sent) {
                                        sent.countDown();
                                    }
                                });
                CompletableFuture<PingEvent.Outcome> outcome =
                        CompletableFuture.supplyAsync(pinger::run);
                assertTrue(sent.await(30, TimeUnit.SECONDS));
                pinger.stop();
                assertEquals(PingEvent.Outcome.STOPPED, outcome.get(30, TimeUnit.SECONDS));
            }
        }
        List<String> left =
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.equals("ping-reader"))
                        .collect(Collectors.toList());
        assertEquals(List.of(), left);
    }

    @Test
    void aSinkThatFailsEndsTheRunInsteadOfLosingReplies() throws Exception {
        try (Echo echo = new Echo()) {
            Pinger pinger =
                    new Pinger(
                            plan("127.0.0.1", echo.port(), 10),
                            new LossLocators(),
                            event -> {
                                if (event instanceof PingEvent.Replied) {
                                    throw new IllegalStateException("defect");
                                }
                            });
            assertThrows(IllegalStateException.class, pinger::run);
        }
    }

    @Test
    void aDefectWhileTheNameIsLookedUpEndsTheRun() {
        TargetLookup.Names defective =
                host -> {
                    throw new StackOverflowError("defect");
                };
        Pinger pinger =
                new Pinger(
                        plan("x.example", 1, 1),
                        new LossLocators(),
                        events::add,
                        defective,
                        UdpTransport::open);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThrows(StackOverflowError.class, pinger::run));
    }

    @Test
    void aDefectOnAReadersThreadEndsTheRun() {
        Pinger pinger =
                new Pinger(
                        plan("127.0.0.1", 12_000, 10),
                        new LossLocators(),
                        events::add,
                        InetAddress::getAllByName,
                        remote -> new DefectiveReader());
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThrows(OutOfMemoryError.class, pinger::run));
    }

    @Test
    void nothingIsToldBeforeTheFirstPingHasLeftAndAllThatHadWhenTheRunBreaks() {
        List<Integer> toldAtSend = new CopyOnWriteArrayList<>();
        CountDownLatch sent = new CountDownLatch(1);
        Transport transport =
                new Transport() {
                    @Override
                    public void send(ByteBuffer message) {
                        toldAtSend.add(events.size());
                        sent.countDown();
                    }

                    @Override
                    public void receive(ByteBuffer buffer) {
                        try {
                            sent.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        throw new OutOfMemoryError("defect");
                    }

                    @Override
                    public InetSocketAddress local() {
                        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
                    }

                    @Override
                    public void close() {
                        sent.countDown();
                    }
                };
        Pinger pinger =
                new Pinger(
                        plan("127.0.0.1", 12_000, 1),
                        new LossLocators(),
                        events::add,
                        InetAddress::getAllByName,
                        remote -> transport);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThrows(OutOfMemoryError.class, pinger::run));
        assertEquals(List.of(0), toldAtSend);
        assertInstanceOf(PingEvent.Started.class, events.get(0));
        assertInstanceOf(PingEvent.Sent.class, events.get(1));
    }

    @Test
    void theWarmUpComesToItsEnd() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PingWarmUp.run(new LossLocators()));
    }

    @Test
    void whatTheSystemSaysIsUnderstood() {
        PingPlan plan = plan("127.0.0.1", 12_000, 1);
        assertEquals(
                Problem.Kind.NO_ROUTE,
                ProblemClassifier.of(new IOException("No route to host"), plan).kind());
        assertEquals(
                Problem.Kind.NOT_PERMITTED,
                ProblemClassifier.of(new IOException("Operation not permitted"), plan).kind());
        assertEquals(
                Problem.Kind.MESSAGE_TOO_LONG,
                ProblemClassifier.of(new IOException("Message too long"), plan).kind());
        assertEquals(Problem.Kind.OTHER, ProblemClassifier.of(new IOException(), plan).kind());
    }

    private <T extends PingEvent> List<T> of(Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toList());
    }

    private static String address(TargetLookup lookup, AddressFamily family) {
        InetSocketAddress found = lookup.find(plan("x", 1, family)).valueIfValid().orElseThrow();
        return found.getAddress().getHostAddress();
    }

    private static PingPlan plan(String host, int port, long count) {
        return new PingPlan(
                host,
                port,
                AddressFamily.ANY,
                count,
                TIMEOUT,
                new Pacing.StopAndWait(Duration.ZERO),
                0);
    }

    /** Many pings, of which the second leaves long after whatever becomes of the first. */
    private static PingPlan unhurried(int port) {
        return new PingPlan(
                "127.0.0.1",
                port,
                AddressFamily.ANY,
                10,
                TIMEOUT,
                new Pacing.StopAndWait(Duration.ofMinutes(10)),
                0);
    }

    private static PingPlan plan(String host, int port, AddressFamily family) {
        return new PingPlan(
                host,
                port,
                family,
                1,
                Duration.ofSeconds(1),
                new Pacing.StopAndWait(Duration.ZERO),
                0);
    }

    /** Sends everything back until it is closed. */
    private static final class Echo implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, LOOPBACK);
        private final Thread thread = new Thread(this::answer);

        Echo() throws SocketException {
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            socket.close();
        }

        private void answer() {
            DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
            try {
                while (true) {
                    socket.receive(packet);
                    socket.send(packet);
                }
            } catch (IOException e) {
                assertTrue(socket.isClosed());
            }
        }
    }

    private static final class DefectiveReader implements Transport {
        @Override
        public void send(ByteBuffer message) {
            // It goes nowhere.
        }

        @Override
        public void receive(ByteBuffer buffer) {
            throw new OutOfMemoryError("defect");
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }
}
