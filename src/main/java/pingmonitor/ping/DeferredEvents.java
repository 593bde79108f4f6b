package pingmonitor.ping;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells that a run began and that a ping was sent a moment later, so that between a ping's leaving and the waiting for
 * its reply nothing is done and nobody woken: whoever shows it would take the processor that the reply needs. The order
 * of the events stays. Not safe for threads.
 */
final class DeferredEvents implements Consumer<PingEvent> {
    /** Nobody sees it; a reply that takes longer is not harmed by whoever is told. */
    static final long AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Consumer<PingEvent> sink;
    private final LongSupplier nanoTime;
    private final Queue<PingEvent> held = new ArrayDeque<>();
    private boolean holdsPing;
    private long sinceNanos;

    DeferredEvents(Consumer<PingEvent> sink, LongSupplier nanoTime) {
        this.sink = sink;
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(PingEvent event) {
        if (event instanceof PingEvent.Started) {
            hold(event);
        } else if (event instanceof PingEvent.Sent) {
            if (holdsPing) {
                // One at a time: with several under way the others' replies are as near.
                tell();
            }
            hold(event);
            holdsPing = true;
        } else {
            tell();
            sink.accept(event);
        }
    }

    /** When what is held is to be told; empty when nothing is. */
    OptionalLong dueNanos() {
        return held.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sinceNanos + AFTER_NANOS);
    }

    /** Tells what has been held long enough. */
    void tellDue() {
        if (!held.isEmpty() && nanoTime.getAsLong() - sinceNanos >= AFTER_NANOS) {
            tell();
        }
    }

    /** Tells what is held, if anything is. */
    void tell() {
        holdsPing = false;
        while (!held.isEmpty()) {
            sink.accept(held.remove());
        }
    }

    private void hold(PingEvent event) {
        held.add(event);
        sinceNanos = nanoTime.getAsLong();
    }
}
