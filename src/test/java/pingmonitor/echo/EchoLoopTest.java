package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.echo.fate.Fate;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.echo.fate.SeededFatePolicy;

class EchoLoopTest {
    private static final ServerSettings PERFECT =
            new ServerSettings(
                    new SeededFatePolicy(42, Impairments.ofLoss(0)), RateLimitSettings.DEFAULT);

    private final Recorder events = new Recorder();
    private final EventSink sink = new EventSink(events);
    private final FakeTime time = new FakeTime();
    private final WakeSignal doorbell = new WakeSignal();
    private final ReplyQueue queue = new ReplyQueue(100, 1_000, doorbell::ring);

    /** What was opened last on each address. */
    private final Map<InetAddress, Endpoint> opened = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void defectInADueReplyLosesOnlyThatReplyAndIsReportedOnce(boolean isError)
            throws IOException, InterruptedException {
        ReplyPath broken =
                (reply, to) -> {
                    if (isError) {
                        throw new NoClassDefFoundError("on purpose");
                    }
                    throw new IllegalStateException("on purpose");
                };
        queue.add(due("one", broken));
        queue.add(due("two", (reply, to) -> true));
        queue.add(due("three", broken));
        queue.add(due("four", (reply, to) -> true));
        EchoLoop loop = loop(open(List.of(Loopback.FIRST)), time.clocks(), () -> PERFECT);
        try (QuietLog quiet = QuietLog.of(EchoLoop.class)) {
            Thread thread = start(loop);
            events.awaitDatagrams(2);
            loop.stop();
            Threads.awaitEnd(thread);
            assertEquals(1, quiet.messages());
        }
        assertEquals(
                List.of("two", "four"),
                events.datagrams().stream().map(ServerEvent.OfDatagram::text).toList());
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    @Test
    void itSleepsWhileNothingIsDue() throws IOException, InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicInteger looks = new AtomicInteger();
        EchoClocks counting =
                new EchoClocks(
                        () -> {
                            if (Thread.currentThread() == thread.get()) {
                                looks.incrementAndGet();
                            }
                            return 0;
                        },
                        time.clocks().wall());
        Endpoints endpoints = open(List.of(Loopback.FIRST));
        EchoLoop loop = loop(endpoints, counting, () -> PERFECT);
        thread.set(EchoThreads.daemon(loop, "loop"));
        thread.get().start();
        try (TestClient client = new TestClient(Loopback.FIRST, endpoints.port())) {
            for (int n = 1; n <= 200; n++) {
                assertEquals("PING " + n, client.ask("Ping " + n));
            }
        }
        loop.stop();
        Threads.awaitEnd(thread.get());
        assertTrue(looks.get() <= 2, () -> "looked at the clock " + looks + " times");
    }

    @Test
    void addressWhoseSocketFailedIsReportedAndReopenedAtTheNextCheck()
            throws IOException, InterruptedException {
        List<InetAddress> both = List.of(Loopback.FIRST, Loopback.second());
        Endpoints endpoints = open(both);
        EchoLoop loop = loop(endpoints, time.clocks(), () -> PERFECT);
        Thread thread = start(loop);
        events.awaitListening(1);
        opened.get(Loopback.second()).close();
        events.awaitListening(2);
        loop.follow(both);
        events.awaitListening(3);
        for (InetAddress address : both) {
            try (TestClient client = new TestClient(address, endpoints.port())) {
                assertEquals("PING", client.ask("Ping"));
            }
        }
        loop.stop();
        Threads.awaitEnd(thread);
        assertEquals(
                List.of(both, List.of(Loopback.FIRST), both),
                events.of(ServerEvent.Listening.class).stream()
                        .map(ServerEvent.Listening::addresses)
                        .toList());
    }

    @Test
    void loopStopsEvenWithoutAnyAddressLeft() throws IOException, InterruptedException {
        EchoLoop loop = loop(open(List.of(Loopback.FIRST)), time.clocks(), () -> PERFECT);
        Thread thread = start(loop);
        opened.get(Loopback.FIRST).close();
        events.awaitListening(2);
        assertEquals(List.of(), events.of(ServerEvent.Listening.class).get(1).addresses());
        Threads.awaitState(Thread.State.TIMED_WAITING, thread);
        loop.stop();
        Threads.awaitEnd(thread);
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    @Test
    void socketOpenedDuringTheStopIsClosed() throws IOException, InterruptedException {
        AtomicReference<EchoLoop> self = new AtomicReference<>();
        Endpoints endpoints =
                Endpoints.open(
                        0,
                        List.of(Loopback.FIRST),
                        (address, port) -> {
                            if (address.equals(Loopback.second())) {
                                self.get().stop();
                            }
                            return Endpoint.open(address, port);
                        });
        EchoLoop loop = loop(endpoints, time.clocks(), () -> PERFECT);
        self.set(loop);
        loop.follow(List.of(Loopback.FIRST, Loopback.second()));
        Threads.awaitEnd(start(loop));
        assertTrue(Loopback.canBind(Loopback.second(), endpoints.port()));
        assertEquals(1, events.of(ServerEvent.Listening.class).size(), "its end is no news");
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    /** One address has come and gone by then, and with it a reader. */
    @Test
    void readerStillAtWorkReportsNothingAfterTheEnd() throws IOException, InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch atWork = new CountDownLatch(1);
        Supplier<ServerSettings> slow =
                () -> {
                    atWork.countDown();
                    Threads.await(
                            () ->
                                    thread.get().getState() == Thread.State.WAITING
                                            || !thread.get().isAlive(),
                            "the loop to wait for its reader");
                    return PERFECT;
                };
        Endpoints endpoints = open(List.of(Loopback.FIRST, Loopback.second()));
        opened.get(Loopback.second()).close();
        EchoLoop loop = loop(endpoints, time.clocks(), slow);
        thread.set(EchoThreads.daemon(loop, "loop"));
        thread.get().start();
        events.awaitListening(2);
        try (TestClient client = new TestClient(Loopback.FIRST, endpoints.port())) {
            client.send("Ping");
            assertTrue(atWork.await(20, TimeUnit.SECONDS));
            loop.stop();
            Threads.awaitEnd(thread.get());
        }
        assertEquals(1, events.datagrams().size());
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    @Test
    void defectThatEndsTheLoopFreesThePortAndIsReported() throws Exception {
        EchoClocks failing =
                new EchoClocks(
                        () -> {
                            throw new IllegalStateException("on purpose");
                        },
                        time.clocks().wall());
        Endpoints endpoints = open(List.of(Loopback.FIRST));
        FutureTask<Boolean> running =
                new FutureTask<>(loop(endpoints, failing, () -> PERFECT), true);
        EchoThreads.daemon(running, "loop").start();
        ExecutionException defect =
                assertThrows(ExecutionException.class, () -> running.get(20, TimeUnit.SECONDS));
        assertEquals("on purpose", defect.getCause().getMessage());
        assertTrue(Loopback.canBind(Loopback.FIRST, endpoints.port()));
        assertInstanceOf(ServerEvent.Stopped.class, events.last());
    }

    private Endpoints open(List<InetAddress> addresses) throws IOException {
        return Endpoints.open(
                0,
                addresses,
                (address, port) -> {
                    Endpoint endpoint = Endpoint.open(address, port);
                    opened.put(address, endpoint);
                    return endpoint;
                });
    }

    private EchoLoop loop(
            Endpoints endpoints, EchoClocks clocks, Supplier<ServerSettings> settings) {
        Responder responder =
                new Responder(
                        new AdmissionControl(other -> false, settings),
                        queue,
                        new FateHistory(0),
                        new ClientHabits(),
                        clocks,
                        sink);
        CaughtPaths caught =
                new CaughtPaths(
                        endpoints, ClientSockets.UNKNOWN, List::of, time::nanoTime, doorbell::ring);
        return new EchoLoop(endpoints, responder, caught, sink, clocks, doorbell);
    }

    private static Thread start(EchoLoop loop) {
        Thread thread = EchoThreads.daemon(loop, "loop");
        thread.start();
        return thread;
    }

    private PendingReply due(String text, ReplyPath path) {
        return new PendingReply(
                text.getBytes(StandardCharsets.US_ASCII),
                Datagrams.from("127.0.0.1", 50_001),
                path,
                new Fate(false, 0, 1, ReplyText.UPPER_CASE),
                time.nanoTime());
    }
}
