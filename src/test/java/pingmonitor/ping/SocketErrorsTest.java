package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pingmonitor.host.TimerResolution;
import pingmonitor.ping.delay.SchedulerDelay;
import pingmonitor.ping.loss.LossLocators;

/** Whatever the system says of a socket, the run tells it and comes to its end. */
@Timeout(60)
class SocketErrorsTest {
    private static final List<Pacing> PACINGS =
            List.of(
                    new Pacing.StopAndWait(Duration.ZERO),
                    new Pacing.FixedRate(Duration.ofMillis(5)));

    private final List<PingEvent> events = new CopyOnWriteArrayList<>();

    static Stream<Arguments> errors() {
        return Map.ofEntries(
                        Map.entry(new NoRouteToHostException("x"), Problem.Kind.NO_ROUTE),
                        Map.entry(new IOException("Network is unreachable"), Problem.Kind.NO_ROUTE),
                        Map.entry(new SocketException("Network is down"), Problem.Kind.NO_ROUTE),
                        Map.entry(
                                new IOException("Operation not permitted"),
                                Problem.Kind.NOT_PERMITTED),
                        Map.entry(
                                new IOException("Message too long"), Problem.Kind.MESSAGE_TOO_LONG),
                        Map.entry(
                                new IOException("No buffer space available"),
                                Problem.Kind.NO_BUFFERS),
                        Map.entry(
                                new SocketException("Too many open files"),
                                Problem.Kind.TOO_MANY_OPEN),
                        Map.entry(new ClosedChannelException(), Problem.Kind.PORT_CLOSED),
                        Map.entry(new ClosedByInterruptException(), Problem.Kind.PORT_CLOSED),
                        Map.entry(new AsynchronousCloseException(), Problem.Kind.PORT_CLOSED),
                        Map.entry(new SocketException("Invalid argument"), Problem.Kind.OTHER),
                        Map.entry(new IOException(), Problem.Kind.OTHER))
                .entrySet()
                .stream()
                .flatMap(
                        error ->
                                PACINGS.stream()
                                        .map(
                                                pacing ->
                                                        Arguments.of(
                                                                error.getKey(),
                                                                error.getValue(),
                                                                pacing)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorAtEverySendingIsToldOfEveryPing(
            IOException error, Problem.Kind kind, Pacing pacing) {
        run(pacing, new Broken(error, new CountDownLatch(1)));
        List<PingEvent.SendFailed> failed = of(PingEvent.SendFailed.class);
        assertEquals(3, failed.size(), events.toString());
        assertTrue(failed.stream().allMatch(each -> each.problem().kind() == kind));
        assertEquals(0, of(PingEvent.Sent.class).size());
        assertEnded();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorAtEveryReceivingIsToldOnceOfEachKindOfPort(
            IOException error, Problem.Kind kind, Pacing pacing) throws IOException {
        runUntilHeard(pacing, new Deaf(error));
        List<PingEvent.ReceiveFailed> failed = of(PingEvent.ReceiveFailed.class);
        List<PingEvent.Unreachable> refused = of(PingEvent.Unreachable.class);
        if (ProblemClassifier.refusal(error).isPresent()) {
            assertTrue(!refused.isEmpty(), events.toString());
        } else {
            assertEquals(1, failed.size(), events.toString());
            assertEquals(kind, failed.get(0).problem().kind());
            assertEquals(3, of(PingEvent.TimedOut.class).size(), events.toString());
        }
        assertEquals(3, of(PingEvent.Sent.class).size());
        assertEnded();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whenNoFreshPortCanBeOpenedTheRunComesToItsEnd(
            IOException error, Problem.Kind kind, Pacing pacing) {
        int[] opened = {0};
        Transport.Factory onlyOne =
                remote -> {
                    if (opened[0]++ > 0) {
                        throw error;
                    }
                    return new Broken(
                            new IOException("Network is unreachable"), new CountDownLatch(1));
                };
        run(pacing, onlyOne);
        List<PingEvent.SendFailed> failed = of(PingEvent.SendFailed.class);
        assertEquals(3, failed.size(), events.toString());
        assertEnded();
    }

    @Test
    void aPortUnreachableAtEverySendingEndsInWordsToo() {
        run(
                new Pacing.StopAndWait(Duration.ZERO),
                new Broken(new PortUnreachableException(), new CountDownLatch(1)));
        assertEquals(3, of(PingEvent.SendFailed.class).size(), events.toString());
        assertEnded();
    }

    @Test
    void afterAPortWasClosedByTheSystemTheNextPingLeavesFromAnother() {
        ScriptedNet net = new ScriptedNet(plan(new Pacing.StopAndWait(Duration.ZERO), 1_000));
        net.echo(1);
        net.run.onReceiveFailed(net.links.get(0), new AsynchronousCloseException());
        net.passMillis(1_001);
        net.echo(3);
        net.run.onReceiveFailed(net.links.get(0), new AsynchronousCloseException());
        assertEquals(
                "start, sent 1, reply 1 0ms, sent 2, deaf PORT_CLOSED, timeout 2, sent 3,"
                        + " reply 3 0ms",
                net.story());
        assertEquals(List.of(0, 0, 1), net.sentFrom);
    }

    private void run(Pacing pacing, Transport transport) {
        run(pacing, remote -> transport);
    }

    private void run(Pacing pacing, Transport.Factory transports) {
        new Pinger(
                        plan(pacing, 5),
                        new LossLocators(),
                        events::add,
                        InetAddress::getAllByName,
                        transports)
                .run();
    }

    /** The reader of a run that is so short may have no processor before its end: time waits for it. */
    private void runUntilHeard(Pacing pacing, Transport transport) throws IOException {
        CountDownLatch heard = new CountDownLatch(1);
        Consumer<PingEvent> sink =
                event -> {
                    events.add(event);
                    if (event instanceof PingEvent.ReceiveFailed
                            || event instanceof PingEvent.Unreachable) {
                        heard.countDown();
                    }
                };
        new PingDriver(
                        plan(pacing, 5),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000),
                        new LossLocators(),
                        sink,
                        remote -> transport,
                        () -> false,
                        new Waiting(heard))
                .drive();
    }

    private void assertEnded() {
        PingEvent last = events.get(events.size() - 1);
        assertEquals(PingEvent.Outcome.COMPLETED, ((PingEvent.Finished) last).outcome());
    }

    private <T extends PingEvent> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static PingPlan plan(Pacing pacing, long timeoutMillis) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                3,
                Duration.ofMillis(timeoutMillis),
                pacing,
                0,
                false);
    }

    /** This machine's time, with no sleep before something was heard. */
    private record Waiting(CountDownLatch heard) implements RunClock {
        @Override
        public long nanoTime() {
            return SYSTEM.nanoTime();
        }

        @Override
        public void sleep(Object blocker, long nanos) {
            try {
                assertTrue(heard.await(30, TimeUnit.SECONDS), "nothing was heard");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            SYSTEM.sleep(blocker, nanos);
        }

        @Override
        public long sleepUnitNanos() {
            return SYSTEM.sleepUnitNanos();
        }

        @Override
        public TimerResolution fineTimer() {
            return SYSTEM.fineTimer();
        }

        @Override
        public void wake(Thread thread) {
            SYSTEM.wake(thread);
        }

        @Override
        public SchedulerDelay runQueue() {
            return SYSTEM.runQueue();
        }
    }

    /** Nothing can be sent; nothing ever comes in. */
    private record Broken(IOException error, CountDownLatch closed) implements Transport {
        @Override
        public void send(ByteBuffer message) throws IOException {
            throw error;
        }

        @Override
        public void receive(ByteBuffer buffer) throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new ClosedChannelException();
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** What is sent goes nowhere, and reading fails again and again until it is closed. */
    private static final class Deaf implements Transport {
        private final IOException error;
        private volatile boolean closed;

        Deaf(IOException error) {
            this.error = error;
        }

        @Override
        public void send(ByteBuffer message) {
            // It goes nowhere.
        }

        @Override
        public void receive(ByteBuffer buffer) throws IOException {
            if (closed) {
                throw new ClosedChannelException();
            }
            throw error;
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
