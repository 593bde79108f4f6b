package pingmonitor.ui.common;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.ProgressIndicator;
import pingmonitor.monitor.LiveRun;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;

/** What the window knows of one live run: carries its changes to the FX thread. FX thread only. */
public final class RunModel {
    private static final Logger LOG = System.getLogger(RunModel.class.getName());

    private final LiveRun live;
    private final FxBridge bridge;
    private final List<Consumer<RunChange>> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyDoubleWrapper progress =
            new ReadOnlyDoubleWrapper(ProgressIndicator.INDETERMINATE_PROGRESS);

    /** By number; guards itself and {@link #ended}, which threads of the run write. */
    private final Map<Long, PingRow> touched = new LinkedHashMap<>();

    private boolean ended;
    private boolean finishTold;
    private long savedPings;

    RunModel(LiveRun live) {
        this(live, FxBridge::gathering);
    }

    RunModel(LiveRun live, Function<Runnable, FxBridge> bridges) {
        this.live = live;
        this.bridge = bridges.apply(this::deliver);
        live.listen(this::changed);
    }

    /** Its place in the order of starting, from 1. */
    public int number() {
        return live.number();
    }

    /** What happened so far; may be read at any time, on any thread. */
    public SessionView session() {
        return live.session();
    }

    /** How far the run is now, which the listeners are told some time later. */
    public LiveRun.State state() {
        return live.state();
    }

    /** Time since the run was started. */
    public Duration age() {
        return live.age();
    }

    /** Stops this run; its last changes follow within a second. */
    public void stop() {
        live.stop();
    }

    /** Whether the run goes on; changes after its last change was delivered. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /**
     * Settled pings over the planned count, 0 to 1; indeterminate before the first event and in a run without a count.
     */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /**
     * Tells every change from now on. Whoever begins to listen reads the session first; a change may then name a row
     * that was already read. The change that says that the run is finished is the last, and comes once.
     *
     * @return ends the listening
     */
    public Runnable listen(Consumer<RunChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Number of pings that no file holds. */
    public long unsavedPings() {
        return session().rowCount() - savedPings;
    }

    /** Says that a file holds the first so many pings. */
    public void savedUpTo(long pings) {
        savedPings = Math.max(savedPings, pings);
    }

    /** On a thread of the run. */
    private void changed(Optional<PingRow> row, LiveRun.State state) {
        synchronized (touched) {
            row.ifPresent(each -> touched.put(each.sequence(), each));
            ended = state == LiveRun.State.ENDED;
        }
        bridge.signal();
    }

    private void deliver() {
        if (finishTold) {
            // A signal that came during the last delivery leads to one more.
            return;
        }
        List<PingRow> rows;
        boolean finished;
        synchronized (touched) {
            rows = new ArrayList<>(touched.values());
            touched.clear();
            finished = ended;
        }
        // Before the listeners: one may let the toolkit go on while it is told.
        finishTold = finished;
        RunChange change = new RunChange(rows, session().statistics(), finished);
        if (!session().plan().untilStopped()) {
            progress.set((double) change.statistics().done() / session().plan().count());
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
