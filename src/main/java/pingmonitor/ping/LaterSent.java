package pingmonitor.ping;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells that a run began and that a ping was sent a moment later, so that between a ping's leaving and the waiting for its
 * reply nothing is done and nobody woken: whoever shows it would take the processor that the reply needs. The order of
 * the events stays. Not safe for threads.
 */
final class LaterSent implements Consumer<PingEvent> {
    /** Nobody sees it; a reply that takes longer is not harmed by whoever is told. */
    static final long AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Consumer<PingEvent> sink;
    private final Queue<PingEvent> held = new ArrayDeque<>();
    private boolean holdsPing;

    LaterSent(Consumer<PingEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(PingEvent event) {
        if (event instanceof PingEvent.Started) {
            held.add(event);
        } else if (event instanceof PingEvent.Sent) {
            if (holdsPing) {
                // One at a time: with several under way the others' replies are as near.
                tell();
            }
            held.add(event);
            holdsPing = true;
        } else {
            tell();
            sink.accept(event);
        }
    }

    /** Whether there is something to tell. */
    boolean holds() {
        return !held.isEmpty();
    }

    /** Tells what is held, if anything is. */
    void tell() {
        holdsPing = false;
        while (!held.isEmpty()) {
            sink.accept(held.remove());
        }
    }
}
