package pingmonitor.echo;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes events to the listener, one at a time. A listener that throws does no harm to the server. */
final class EventSink {
    private static final System.Logger LOG = System.getLogger(EventSink.class.getName());

    private final Consumer<ServerEvent> listener;
    private final FirstDefect defects = new FirstDefect(LOG);
    private boolean ended;

    EventSink(Consumer<ServerEvent> listener) {
        this.listener = listener;
    }

    /** Passes an event on; ignores it after {@link ServerEvent.Stopped}. */
    synchronized void emit(ServerEvent event) {
        if (ended) {
            return;
        }
        ended = event instanceof ServerEvent.Stopped;
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "a listener failed on " + event, e);
        }
    }

    /** Emits the event, if there is one. The supplier runs while no other event is being emitted. */
    synchronized void emitIfAny(Supplier<? extends Optional<? extends ServerEvent>> event) {
        event.get().ifPresent(this::emit);
    }

    /** Whether the calling thread is in the listener now. */
    boolean isTelling() {
        return Thread.holdsLock(this);
    }
}
