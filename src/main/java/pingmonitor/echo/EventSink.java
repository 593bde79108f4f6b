package pingmonitor.echo;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands events on, one at a time; a listener that throws does no harm to the server. */
final class EventSink {
    private static final System.Logger LOG = System.getLogger(EventSink.class.getName());

    private final Consumer<ServerEvent> listener;
    private final FirstDefect defects = new FirstDefect(LOG);
    private boolean ended;

    EventSink(Consumer<ServerEvent> listener) {
        this.listener = listener;
    }

    /** After {@link ServerEvent.Stopped} nothing more is told. */
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

    /** Hands on what there is to be told; it is asked for when nobody else tells. */
    synchronized void emitIfAny(Supplier<? extends Optional<? extends ServerEvent>> event) {
        event.get().ifPresent(this::emit);
    }

    /** Whether the calling thread is just now in the listener. */
    boolean isTelling() {
        return Thread.holdsLock(this);
    }
}
