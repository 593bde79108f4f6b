package pingmonitor.ui.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import pingmonitor.echo.ServerEvent;

/** The newest datagrams and their fates, and how many there were. Written by the server's thread, shown by the FX thread. */
public final class ServerLog {
    /** As many lines are kept; the oldest go. */
    public static final int CAPACITY = 5_000;

    private final Deque<ServerEvent.OfDatagram> arrived = new ArrayDeque<>();
    private long arrivedCount;
    private final ObservableList<ServerEvent.OfDatagram> lines =
            FXCollections.observableArrayList();
    private final ObservableList<ServerEvent.OfDatagram> unmodifiable =
            FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();

    ServerLog() {}

    /** The newest datagrams, oldest first. */
    public ObservableList<ServerEvent.OfDatagram> lines() {
        return unmodifiable;
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
    void add(ServerEvent.OfDatagram datagram) {
        synchronized (arrived) {
            if (arrived.size() == CAPACITY) {
                arrived.remove();
            }
            arrived.add(datagram);
            arrivedCount++;
        }
    }

    /** Shows what arrived; on the FX thread. */
    void takeOver() {
        List<ServerEvent.OfDatagram> fresh;
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
