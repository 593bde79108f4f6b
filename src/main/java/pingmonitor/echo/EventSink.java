package pingmonitor.echo;

import java.util.function.Consumer;

/** Hands events on, one at a time; a listener that throws does no harm to the server. */
final class EventSink {
    private static final System.Logger LOG = System.getLogger(EventSink.class.getName());

    private final Consumer<ServerEvent> listener;
    private final FirstDefect defects = new FirstDefect(LOG);

    EventSink(Consumer<ServerEvent> listener) {
        this.listener = listener;
    }

    synchronized void emit(ServerEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "a listener failed on " + event, e);
        }
    }

    /** Whether the calling thread is just now in the listener. */
    boolean isTelling() {
        return Thread.holdsLock(this);
    }
}
