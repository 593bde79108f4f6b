package pingmonitor.echo;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import pingmonitor.host.TimerResolution;

/**
 * The server's own thread: it sends the delayed replies when they are due, follows the machine's addresses with a
 * reader for each, and at last ends it all.
 */
final class EchoLoop implements Runnable {
    /** So long after a delayed reply the next one may still come. */
    private static final long FINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final System.Logger LOG = System.getLogger(EchoLoop.class.getName());

    private final Endpoints endpoints;
    private final Responder responder;
    private final CaughtPaths caught;
    private final EventSink events;
    private final EchoClocks clocks;
    private final WakeSignal doorbell;
    private final List<Thread> readers = new ArrayList<>();
    private final Queue<Endpoint> ended = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Optional<List<InetAddress>>> news =
            new AtomicReference<>(Optional.empty());
    private final FirstDefect defects = new FirstDefect(LOG);
    private Optional<TimerResolution> fineTimer = Optional.empty();
    private long delayedNanos;
    private volatile boolean stopping;

    /**
     * @param doorbell rings also when a reply is due earlier than all before
     */
    EchoLoop(
            Endpoints endpoints,
            Responder responder,
            CaughtPaths caught,
            EventSink events,
            EchoClocks clocks,
            WakeSignal doorbell) {
        this.endpoints = endpoints;
        this.responder = responder;
        this.caught = caught;
        this.events = events;
        this.clocks = clocks;
        this.doorbell = doorbell;
    }

    /** The addresses of this machine now; from any thread. */
    void follow(List<InetAddress> addresses) {
        news.set(Optional.of(addresses));
        doorbell.ring();
    }

    /** Ends the loop soon, also while it waits for a reply to leave; from any thread. */
    void stop() {
        stopping = true;
        endpoints.close();
        doorbell.ring();
    }

    @Override
    public void run() {
        try {
            tellListening();
            startReaders();
            while (!stopping) {
                await(responder.nanosToNextReply());
                sendDue();
                followAddresses();
            }
        } finally {
            end();
        }
    }

    private void await(long nanos) {
        doorbell.await(nanos == Long.MAX_VALUE ? untilCoarse() : afterFine(nanos));
    }

    /** Delayed replies are to leave when they are due, to the millisecond. */
    private long afterFine(long nanos) {
        delayedNanos = clocks.nanoTime().getAsLong();
        fineTimer = fineTimer.or(() -> Optional.of(TimerResolution.raise()));
        return nanos;
    }

    /** Lets the timer be as it was once no reply has been delayed for a while; how long to wait until then. */
    private long untilCoarse() {
        if (fineTimer.isPresent()) {
            long leftNanos = delayedNanos + FINE_NANOS - clocks.nanoTime().getAsLong();
            if (leftNanos > 0) {
                return leftNanos;
            }
            fineTimer.ifPresent(TimerResolution::close);
            fineTimer = Optional.empty();
        }
        return Long.MAX_VALUE;
    }

    /** A defect costs the reply it is about; the others are still due. */
    private void sendDue() {
        try {
            responder.sendDue();
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "failed on a delayed reply", e);
        }
    }

    private void followAddresses() {
        for (Endpoint gone = ended.poll(); gone != null; gone = ended.poll()) {
            endpoints.close(gone);
        }
        news.getAndSet(Optional.empty()).ifPresent(endpoints::follow);
        // Those that were ended on purpose are no news.
        if (endpoints.takeChanged() && !stopping) {
            tellListening();
        }
        startReaders();
    }

    private void startReaders() {
        List<Endpoint> opened = endpoints.takeOpened();
        if (!opened.isEmpty()) {
            readers.removeIf(reader -> !reader.isAlive());
        }
        for (Endpoint endpoint : opened) {
            EndpointReader reader =
                    new EndpointReader(
                            endpoint,
                            sender ->
                                    endpoint.isWildcard()
                                            ? caught.of(sender, endpoint)
                                            : Optional.of(endpoint),
                            responder,
                            this::hasEnded);
            Thread thread =
                    EchoThreads.daemon(reader, "echo-" + endpoint.address().getHostAddress());
            readers.add(thread);
            thread.start();
        }
    }

    private void hasEnded(Endpoint endpoint) {
        ended.add(endpoint);
        doorbell.ring();
    }

    private void tellListening() {
        events.emit(
                new ServerEvent.Listening(
                        endpoints.port(),
                        endpoints.addresses(),
                        endpoints.receiveBufferBytes(),
                        clocks.wall().instant()));
    }

    private void end() {
        try {
            // Also what was opened since it was told to stop.
            endpoints.close();
            readers.forEach(EchoThreads::join);
            responder.abandon();
        } finally {
            fineTimer.ifPresent(TimerResolution::close);
            // Also after a defect: a view must not show a stopped server as running.
            events.emit(new ServerEvent.Stopped(clocks.wall().instant()));
        }
    }
}
