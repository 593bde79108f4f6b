package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.host.TimerResolution;
import pingmonitor.ping.delay.SchedulerDelay;
import pingmonitor.ping.loss.LossLocators;

/** The time keeper on a clock that its own sleeping moves; replies come while it sleeps. */
@Timeout(60)
class PingDriverTest {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000 * MICRO;
    private static final InetSocketAddress SERVER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000);

    private final Clock clock = new Clock();
    private final Network network = new Network();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<PingEvent> events = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private Consumer<PingEvent> atEvent = event -> {};

    @Test
    void aPingWithoutReplyTimesOutInItsTimeAndSleepsGrowWithItsAge() throws IOException {
        PingDriver driver = driver(2, Duration.ofMillis(100), new Pacing.StopAndWait(millis(50)));
        assertEquals(PingEvent.Outcome.COMPLETED, driver.drive());
        assertEquals(2, of(PingEvent.TimedOut.class).size());
        assertEquals(
                100 * MILLI, timeOf(PingEvent.TimedOut.class) - network.sent.get(0), 3 * MILLI);
        assertEquals(MILLI, clock.sleeps.get(0), 50 * MICRO, "right after the ping left");
        assertTrue(clock.sleeps.stream().anyMatch(each -> each > 10 * MILLI));
        assertTrue(clock.sleeps.size() < 150, clock.sleeps.size() + " sleeps");
        assertEquals(0, of(PingEvent.HeldUp.class).size());
    }

    @Test
    void thatAPingLeftIsToldSomeMillisecondsLater() throws IOException {
        driver(1, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0))).drive();
        assertInstanceOf(PingEvent.Started.class, events.get(0));
        assertEquals(
                DeferredEvents.AFTER_NANOS,
                timeOf(PingEvent.Sent.class) - network.sent.get(0),
                2 * MILLI);
    }

    @Test
    void atAFixedRateEveryPingLeavesOnItsBeat() throws IOException {
        clock.lateness = 60 * MICRO;
        driver(20, Duration.ofMillis(30), new Pacing.FixedRate(millis(10))).drive();
        long first = network.sent.get(0);
        for (int i = 1; i < 20; i++) {
            long error = network.sent.get(i) - first - i * 10 * MILLI;
            assertTrue(Math.abs(error) < 10 * MICRO, error + " ns at ping " + (i + 1));
        }
        assertTrue(clock.sleeps.size() >= 19, "nor is the time between spun away");
    }

    @Test
    void aKeeperThatHadToWaitForAProcessorAtSendingSaysSoOfThatPing() throws IOException {
        network.atSend =
                () -> {
                    clock.now += 5 * MILLI;
                    clock.waited += 5 * MILLI;
                };
        driver(1, Duration.ofMillis(10), new Pacing.StopAndWait(millis(0))).drive();
        PingEvent.HeldUp heldUp = (PingEvent.HeldUp) of(PingEvent.HeldUp.class).get(0);
        assertEquals(5 * MILLI, heldUp.heldUpNanos(), MILLI / 2);
    }

    @Test
    void aReadersThreadKeepsNoProgramAliveAndEndsWithTheRun() throws IOException {
        driver(1, Duration.ofMillis(10), new Pacing.StopAndWait(millis(0))).drive();
        assertEquals(List.of(true), network.daemons);
        assertEquals(List.of(false), network.readers.stream().map(Thread::isAlive).toList());
    }

    @Test
    void aPauseOfTheWholeProgramIsToldOfThePingUnderWay() throws IOException {
        clock.atSleep(5, nanos -> clock.now += 30 * MILLI);
        driver(1, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0))).drive();
        PingEvent.HeldUp heldUp = (PingEvent.HeldUp) of(PingEvent.HeldUp.class).get(0);
        assertEquals(30 * MILLI, heldUp.heldUpNanos(), MILLI);
    }

    @Test
    void waitingForAProcessorIsNoPauseButIsToldWhereTheKeepersWorkTookLong() throws IOException {
        clock.atSleep(
                5,
                nanos -> {
                    clock.now += 30 * MILLI;
                    clock.waited += 30 * MILLI;
                });
        driver(1, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0))).drive();
        assertEquals(List.of(), of(PingEvent.HeldUp.class));
    }

    @Test
    void aReplyWakesNoKeeperThatIsAboutToWake() throws IOException {
        PingDriver[] driver = new PingDriver[1];
        List<Integer> wakes = new ArrayList<>();
        clock.atSleep(
                1,
                nanos -> {
                    driver[0].datagram(link(), network.reply(), clock.now);
                    wakes.add(clock.wakes);
                });
        driver[0] = driver(1, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0)));
        assertEquals(PingEvent.Outcome.COMPLETED, driver[0].drive());
        assertEquals(List.of(0), wakes);
        assertEquals(1, of(PingEvent.Replied.class).size());
    }

    @Test
    void aReplyWakesAKeeperThatWouldSleepPastTheNextPing() throws IOException {
        PingDriver[] driver = new PingDriver[1];
        List<Integer> wakes = new ArrayList<>();
        clock.whenLonger(
                20 * MILLI,
                nanos -> {
                    clock.now += MILLI;
                    driver[0].datagram(link(), network.reply(), clock.now);
                    wakes.add(clock.wakes);
                });
        driver[0] = driver(2, Duration.ofMillis(1_000), new Pacing.StopAndWait(millis(0)));
        driver[0].drive();
        assertEquals(List.of(1), wakes);
        assertEquals(2, network.sent.size());
    }

    @Test
    void aStopEndsTheRunAtTheNextWaking() throws IOException {
        clock.atSleep(3, nanos -> stopped.set(true));
        PingDriver driver = driver(5, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0)));
        assertEquals(PingEvent.Outcome.STOPPED, driver.drive());
        assertEquals(3, clock.sleeps.size());
        assertTrue(network.closed.getCount() == 0, "no port is left open");
    }

    @Test
    void aStopWhoseWakingWasUsedUpByWhoeverIsToldIsNotSleptOver() throws IOException {
        PingDriver driver = driver(5, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0)));
        atEvent =
                event -> {
                    if (event instanceof PingEvent.Sent) {
                        stopped.set(true);
                    }
                };
        assertEquals(PingEvent.Outcome.STOPPED, driver.drive());
        assertEquals(timeOf(PingEvent.Sent.class), timeOf(PingEvent.Finished.class), 100 * MICRO);
    }

    @Test
    void aDefectElsewhereWakesTheKeeperAndEndsTheRun() throws IOException {
        PingDriver[] driver = new PingDriver[1];
        clock.atSleep(2, nanos -> driver[0].broken(new StackOverflowError("defect")));
        driver[0] = driver(5, Duration.ofMillis(100), new Pacing.StopAndWait(millis(0)));
        assertThrows(StackOverflowError.class, driver[0]::drive);
        assertEquals(1, clock.wakes);
        assertEquals(1, of(PingEvent.Sent.class).size(), "the ping that had left is told");
        assertTrue(network.closed.getCount() == 0, "no port is left open");
    }

    private PingDriver driver(long count, Duration timeout, Pacing pacing) throws IOException {
        PingPlan plan =
                new PingPlan(
                        "127.0.0.1", 12_000, AddressFamily.ANY, count, timeout, pacing, 0, false);
        return new PingDriver(
                plan,
                SERVER,
                new LossLocators(),
                event -> {
                    events.add(event);
                    told.add(clock.now);
                    atEvent.accept(event);
                },
                remote -> network,
                stopped::get,
                clock);
    }

    private PingSocket link() {
        return new PingSocket(network);
    }

    private List<PingEvent> of(Class<? extends PingEvent> kind) {
        return events.stream().filter(kind::isInstance).toList();
    }

    private long timeOf(Class<? extends PingEvent> kind) {
        for (int i = 0; i < events.size(); i++) {
            if (kind.isInstance(events.get(i))) {
                return told.get(i);
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Goes on by a little at each look and by as much as is slept. */
    private static final class Clock implements RunClock {
        private static final long LOOK = 50;

        final List<Long> sleeps = new ArrayList<>();
        volatile long now = Long.MAX_VALUE - 40 * MILLI;
        volatile long waited;
        long lateness;
        int wakes;
        private int nth = -1;
        private long longer = Long.MAX_VALUE;
        private Optional<LongConsumer> then = Optional.empty();

        /** Something happens in that sleep, after its time. */
        void atSleep(int number, LongConsumer happens) {
            nth = number;
            then = Optional.of(happens);
        }

        /** Something happens instead of the first sleep that is to last so long. */
        void whenLonger(long nanos, LongConsumer happens) {
            longer = nanos;
            nth = -1;
            then = Optional.of(happens);
        }

        @Override
        public synchronized long nanoTime() {
            now += LOOK;
            return now;
        }

        @Override
        public long sleepUnitNanos() {
            return 0;
        }

        @Override
        public TimerResolution fineTimer() {
            return SYSTEM.fineTimer();
        }

        @Override
        public void sleep(Object blocker, long nanos) {
            sleeps.add(nanos);
            if (nanos > longer) {
                longer = Long.MAX_VALUE;
                then.orElseThrow().accept(nanos);
                return;
            }
            now += Math.max(0, nanos) + lateness;
            if (sleeps.size() == nth) {
                then.orElseThrow().accept(nanos);
            }
        }

        @Override
        public void wake(Thread thread) {
            wakes++;
        }

        @Override
        public SchedulerDelay runQueue() {
            return new SchedulerDelay(new Account());
        }

        private final class Account implements SchedulerDelay.Source {
            @Override
            public int read(byte[] into) {
                byte[] line = ("0 " + waited + " 0\n").getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(line, 0, into, 0, line.length);
                return line.length;
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        }
    }

    /** Takes every ping; nothing comes back by itself. */
    private final class Network implements Transport {
        final List<Long> sent = new ArrayList<>();
        final CountDownLatch closed = new CountDownLatch(1);
        final List<Thread> readers = new CopyOnWriteArrayList<>();
        final List<Boolean> daemons = new CopyOnWriteArrayList<>();
        Runnable atSend = () -> {};
        private byte[] last = new byte[0];

        @Override
        public void send(ByteBuffer message) {
            sent.add(clock.now);
            last = new byte[message.remaining()];
            message.get(last);
            atSend.run();
        }

        ByteBuffer reply() {
            return ByteBuffer.wrap(last);
        }

        @Override
        public void receive(ByteBuffer buffer) throws IOException {
            if (readers.isEmpty()) {
                daemons.add(Thread.currentThread().isDaemon());
                readers.add(Thread.currentThread());
            }
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
}
