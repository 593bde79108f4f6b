package pingmonitor.echo;

import java.util.function.Consumer;

/** Hands events on, one at a time; a listener that throws does no harm to the server. */
final class EventSink {
    private static final System.Logger LOG = System.getLogger(EventSink.class.getName());

    private final Consumer<ServerEvent> listener;
    private boolean hasThrown;

    EventSink(Consumer<ServerEvent> listener) {
        this.listener = listener;
    }

    synchronized void emit(ServerEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // Once is enough: it would be the same for every datagram.
            if (!hasThrown) {
                hasThrown = true;
                LOG.log(System.Logger.Level.WARNING, "a listener failed on " + event, e);
            }
        }
    }

    /** Whether the calling thread is just now in the listener. */
    boolean isTelling() {
        return Thread.holdsLock(this);
    }
}
