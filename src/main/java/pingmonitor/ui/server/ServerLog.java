package pingmonitor.ui.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import pingmonitor.echo.ServerEvent;

/**
 * The newest datagrams and their fates, hints about their clients, and how many datagrams there were. Written by the
 * server's thread, shown by the FX thread.
 */
public final class ServerLog {
    /** As many lines are kept; the oldest go. */
    public static final int CAPACITY = 5_000;

    private final Deque<ServerEvent.OfClient> arrived = new ArrayDeque<>();
    private long arrivedCount;
    private final ObservableList<ServerEvent.OfClient> lines = FXCollections.observableArrayList();
    private final ObservableList<ServerEvent.OfClient> unmodifiable =
            FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();

    ServerLog() {}

    /** The newest datagrams and hints, oldest first. */
    public ObservableList<ServerEvent.OfClient> lines() {
        return unmodifiable;
    }

    /** Those of the lines that are about a datagram. */
    public List<ServerEvent.OfDatagram> datagrams() {
        return lines.stream()
                .filter(ServerEvent.OfDatagram.class::isInstance)
                .map(ServerEvent.OfDatagram.class::cast)
                .toList();
    }

    /** How many datagrams there were since the last clearing. Changes before the lines do. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Begins anew. */
    public void clear() {
        synchronized (arrived) {
            arrived.clear();
            arrivedCount = 0;
        }
        total.set(0);
        lines.clear();
    }

    /** Adds a line; from any thread. It is shown at the next {@link #takeOver}. */
    void add(ServerEvent.OfClient line) {
        synchronized (arrived) {
            if (arrived.size() == CAPACITY) {
                arrived.remove();
            }
            arrived.add(line);
            arrivedCount += line instanceof ServerEvent.OfDatagram ? 1 : 0;
        }
    }

    /** Shows what arrived; on the FX thread. */
    void takeOver() {
        List<ServerEvent.OfClient> fresh;
        long count;
        synchronized (arrived) {
            fresh = List.copyOf(arrived);
            count = arrivedCount;
            arrived.clear();
            arrivedCount = 0;
        }
        if (fresh.isEmpty()) {
            return;
        }
        total.set(total.get() + count);
        int tooMany = lines.size() + fresh.size() - CAPACITY;
        if (tooMany >= lines.size()) {
            lines.setAll(fresh);
        } else {
            if (tooMany > 0) {
                lines.remove(0, tooMany);
            }
            lines.addAll(fresh);
        }
    }
}
