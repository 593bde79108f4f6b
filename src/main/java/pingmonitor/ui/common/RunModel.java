package pingmonitor.ui.common;

import java.lang.System.Logger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;

/** One run of this sitting: its session, its task, and the changes carried to the FX thread. */
public final class RunModel {
    private static final Logger LOG = System.getLogger(RunModel.class.getName());

    private final int number;
    private final Session session;
    private final PingTask task;
    private final FxBridge bridge;
    private final Map<Long, PingRow> touched = new LinkedHashMap<>();
    private final List<Consumer<RunChange>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    /** FX thread only. */
    private boolean finishTold;

    /** FX thread only. */
    private int savedPings;

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);

    RunModel(int number, PingPlan plan, PingEngine.Factory engines) {
        this(number, plan, engines, FxBridge::gathering);
    }

    RunModel(
            int number,
            PingPlan plan,
            PingEngine.Factory engines,
            Function<Runnable, FxBridge> bridges) {
        this.number = number;
        this.bridge = bridges.apply(this::deliver);
        this.session = new Session(plan);
        this.task = new PingTask(plan, this::happened, engines);
    }

    /** From 1, in order of starting. */
    public int number() {
        return number;
    }

    /** What happened so far; may be read at any time. */
    public Session session() {
        return session;
    }

    /** The task that runs it. */
    public PingTask task() {
        return task;
    }

    /** Whether the run goes on; changes on the FX thread, after its last change was delivered. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /**
     * Tells every change from now on, on the FX thread. Whoever begins to listen reads the session first; a change may
     * then name a row that was already read. The change that says that the run is finished is the last, and comes once.
     *
     * @return ends the listening
     */
    public Runnable listen(Consumer<RunChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How many pings no file holds; FX thread only. */
    public int unsavedPings() {
        return session.rowCount() - savedPings;
    }

    /** Says that a file holds the first so many pings; FX thread only. */
    public void savedUpTo(int pings) {
        savedPings = Math.max(savedPings, pings);
    }

    /** To be called on the run's thread when the task has ended: one that was stopped before it began says nothing itself. */
    void ended() {
        try {
            if (session.outcome().isEmpty()) {
                happened(new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.now()));
            }
        } finally {
            over = true;
            bridge.signal();
        }
    }

    private void happened(PingEvent event) {
        synchronized (touched) {
            session.apply(event).ifPresent(row -> touched.put(row.sequence(), row));
        }
        bridge.signal();
    }

    private void deliver() {
        if (finishTold) {
            // The end of the run's thread comes after its last event, sometimes a delivery later.
            return;
        }
        List<PingRow> rows;
        boolean finished;
        synchronized (touched) {
            rows = new ArrayList<>(touched.values());
            touched.clear();
            finished = over || session.outcome().isPresent();
        }
        // Before the listeners: one may let the toolkit go on while it is told.
        finishTold = finished;
        RunChange change = new RunChange(rows, session.statistics(), finished);
        if (!session.plan().untilStopped()) {
            task.progress(change.statistics().done(), session.plan().count());
        }
        listeners.forEach(listener -> tell(listener, change));
        if (finished) {
            running.set(false);
        }
    }

    /** A view that breaks keeps no other from the rows, and the run from no end. */
    private static void tell(Consumer<RunChange> listener, RunChange change) {
        try {
            listener.accept(change);
        } catch (RuntimeException | Error defect) {
            LOG.log(Logger.Level.ERROR, "showing a run broke", defect);
        }
    }
}
