package pingmonitor.ping;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pingmonitor.host.BootClock;
import pingmonitor.host.TimerResolution;
import pingmonitor.ping.delay.LocalDelay;
import pingmonitor.ping.delay.PauseDetector;
import pingmonitor.ping.delay.SchedulerDelay;

/**
 * Drives a {@link PingRun} with real time and real sockets: the thread that made it keeps the time, a reader thread for
 * every port tells what comes in, and a lock keeps them apart.
 */
final class PingDriver implements SocketReaders.Receiver {
    private final Object lock = new Object();
    private final Thread timeKeeper = Thread.currentThread();
    private final BooleanSupplier stopped;
    private final RunClock clock;
    private final SocketReaders readers;
    private final DeferredEvents sink;
    private final PingRun run;
    private final CacheWarmUp path;
    private final WakeTimer alarm;
    private volatile long wakeNanos;
    private volatile Optional<Throwable> defect = Optional.empty();

    /**
     * @param extensions makes what accompanies the run
     * @param stopped whether the person has asked to stop; whoever makes it true wakes the calling thread
     * @throws IOException when not even the first port can be opened
     */
    PingDriver(
            PingPlan plan,
            InetSocketAddress remote,
            RunExtension.Factory extensions,
            Consumer<PingEvent> sink,
            Transport.Factory transports,
            BooleanSupplier stopped,
            RunClock clock)
            throws IOException {
        this.stopped = stopped;
        this.sink = new DeferredEvents(sink, clock::nanoTime);
        this.clock = clock;
        this.readers = new SocketReaders(transports, this, clock::runQueue, clock::nanoTime);
        synchronized (lock) {
            SocketPool.LinkOpener opener = () -> readers.open(remote);
            this.run =
                    new PingRun(
                            plan,
                            remote,
                            this.sink,
                            extensions,
                            opener,
                            clock::nanoTime,
                            new RunTimeline(
                                    InstantSource.system(), clock::nanoTime, BootClock::nanos));
        }
        this.path = new CacheWarmUp();
        this.alarm =
                new WakeTimer(
                        path::touch,
                        clock::nanoTime,
                        nanos -> clock.sleep(this, nanos),
                        clock.sleepUnitNanos());
    }

    /** Runs to the end and leaves no thread and no port behind. */
    PingEvent.Outcome drive() {
        try {
            return keepTime();
        } finally {
            synchronized (lock) {
                end();
            }
            readers.join();
            path.close();
        }
    }

    /** A run that broke has told less than what happened: the ping that had just left is missing. */
    private void end() {
        try {
            sink.tell();
        } finally {
            run.close();
        }
    }

    private PingEvent.Outcome keepTime() {
        TimerResolution fine = clock.fineTimer();
        try (SchedulerDelay queue = clock.runQueue()) {
            path.touch();
            synchronized (lock) {
                run.begin();
            }
            return keepTime(queue);
        } finally {
            fine.close();
        }
    }

    private PingEvent.Outcome keepTime(SchedulerDelay queue) {
        PauseDetector pauses = PauseDetector.ofSleeper();
        long wokenNanos = clock.nanoTime();
        while (true) {
            OptionalLong sendNanos;
            boolean stopping = stopped.getAsBoolean();
            synchronized (lock) {
                if (stopping) {
                    run.stop();
                }
                run.onTime();
                // After what may just have left.
                sink.tellDue();
                if (run.outcome().isPresent()) {
                    return run.outcome().get();
                }
                wakeNanos =
                        PauseDetector.stepNanos(
                                clock.nanoTime(), wantedNanos(), run.latestSentNanos());
                sendNanos = run.sendNanos();
            }
            tellIfLong(wokenNanos, queue);
            pauses.attend(clock.nanoTime());
            // Whoever was told of a ping may have waited for something itself, which uses up a
            // waking that came meanwhile.
            if (stopped.getAsBoolean() == stopping && defect.isEmpty()) {
                sleep(sendNanos);
            }
            wokenNanos = clock.nanoTime();
            OptionalLong pauseNanos = pauses.check(wakeNanos, wokenNanos, queue.waitedNanos());
            if (pauseNanos.isPresent()) {
                heldUp(wokenNanos - pauseNanos.getAsLong(), wokenNanos);
            }
            if (defect.isPresent()) {
                throw Defect.rethrown(defect.get());
            }
        }
    }

    /**
     * A ping has perhaps just left, and its reply needs the processor more than the system's account does: that is only
     * asked when the work took long.
     */
    private void tellIfLong(long wokenNanos, SchedulerDelay queue) {
        long nowNanos = clock.nanoTime();
        if (nowNanos - wokenNanos >= LocalDelay.MIN_NANOS) {
            long waitedNanos = queue.waitedNanos();
            if (waitedNanos >= LocalDelay.MIN_NANOS) {
                heldUp(nowNanos - waitedNanos, nowNanos);
            }
        }
    }

    private void sleep(OptionalLong sendNanos) {
        if (sendNanos.equals(OptionalLong.of(wakeNanos))) {
            alarm.sleepExactly(wakeNanos);
        } else {
            alarm.sleep(wakeNanos);
        }
    }

    @Override
    public void datagram(PingSocket link, ByteBuffer datagram, long stampNanos) {
        tell(() -> run.onDatagram(link, datagram, stampNanos));
    }

    @Override
    public void heldUp(long fromNanos, long untilNanos) {
        synchronized (lock) {
            run.onHeldUp(fromNanos, untilNanos);
        }
    }

    @Override
    public void refused(PingSocket link, long stampNanos, PingEvent.Refusal refusal) {
        tell(() -> run.onUnreachable(link, stampNanos, refusal));
    }

    @Override
    public void failed(PingSocket link, IOException error) {
        tell(() -> run.onReceiveFailed(link, error));
    }

    @Override
    public void broken(Throwable problem) {
        // Never to be lost on a reader's thread: the time keeper passes it on.
        defect = Optional.of(problem);
        clock.wake(timeKeeper);
    }

    private void tell(Runnable news) {
        synchronized (lock) {
            try {
                news.run();
            } catch (RuntimeException | Error e) {
                broken(e);
            }
            // Only when it would sleep too long: back to back, the reader sends the next ping
            // itself.
            if (wantedNanos() - wakeNanos < 0) {
                clock.wake(timeKeeper);
            }
        }
    }

    /** When the time keeper is to be awake at the latest. */
    private long wantedNanos() {
        long runNanos = run.wakeNanos();
        OptionalLong tellNanos = sink.dueNanos();
        boolean sooner = tellNanos.isPresent() && tellNanos.getAsLong() - runNanos < 0;
        return sooner ? tellNanos.getAsLong() : runNanos;
    }
}
