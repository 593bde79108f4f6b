package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps a server's events, and lets a test wait for them. */
final class Recorder implements Consumer<ServerEvent> {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final List<ServerEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(ServerEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<ServerEvent> all() {
        return List.copyOf(events);
    }

    synchronized <E extends ServerEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<ServerEvent.OfDatagram> datagrams() {
        return of(ServerEvent.OfDatagram.class);
    }

    ServerEvent last() {
        List<ServerEvent> all = all();
        return all.get(all.size() - 1);
    }

    void awaitDatagrams(int count) {
        await(
                all ->
                        all.stream().filter(ServerEvent.OfDatagram.class::isInstance).count()
                                >= count);
    }

    void awaitListening(int times) {
        await(all -> all.stream().filter(ServerEvent.Listening.class::isInstance).count() >= times);
    }

    synchronized void await(Predicate<List<ServerEvent>> condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.test(events)) {
            long leftNanos = deadline - System.nanoTime();
            assertTrue(leftNanos > 0, () -> "waited in vain after " + events.size() + " events");
            try {
                TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
