package pingmonitor.ui.results;

import java.lang.System.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadPoolExecutor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import pingmonitor.diagnosis.Diagnosis;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.diagnosis.Finding;
import pingmonitor.diagnosis.SignWatch;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.SerialExecutor;

/**
 * What may be wrong with the runs of this sitting. Each is examined in the background, at its end or at a clear sign before it;
 * outlives every change of language. FX thread only.
 */
public final class RunDiagnoses {
    private static final Logger LOG = System.getLogger(RunDiagnoses.class.getName());

    /** Before the first. */
    private static final long NO_ORDER = 0;

    private final Examiner examiner;
    private final FxBridge bridge = new FxBridge(this::refresh);
    private final Map<RunModel, State> states = new LinkedHashMap<>();
    private final BooleanProperty unfolded = new SimpleBooleanProperty(true);
    private final ThreadPoolExecutor worker = SerialExecutor.worker("diagnosis");

    /** Read on the worker too: what is not the newest order ends early. */
    private volatile long newestOrder;

    /** Examines every run that is started from now on. */
    public RunDiagnoses(RunListModel runs, Examiner examiner) {
        this.examiner = examiner;
        runs.all()
                .addListener(
                        (ListChangeListener<RunModel>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(this::watch);
                                    }
                                });
    }

    /** What was found out about a run so far, likeliest first; changes when more is. */
    ReadOnlyObjectProperty<List<Finding>> of(RunModel run) {
        return states.get(run).shown.getReadOnlyProperty();
    }

    /** Whether the person has put away what was found out about a run. */
    BooleanProperty dismissedProperty(RunModel run) {
        return states.get(run).dismissed;
    }

    /** Whether the steps are to be seen, and not only what the evidence means. */
    BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Ends what goes on in the background. */
    public void close() {
        newestOrder++;
        worker.shutdown();
    }

    private void watch(RunModel run) {
        // A look at the server of the run before would be in this one's way.
        newestOrder++;
        State state = new State(run);
        states.put(run, state);
        run.listen(state::consider);
    }

    private void order(State state) {
        long mine = ++newestOrder;
        state.wanted = mine;
        worker.execute(() -> examine(state, mine));
    }

    private void examine(State state, long order) {
        if (state.wanted != order) {
            return;
        }
        try {
            examiner.examine(
                    state.run.session(),
                    () -> newestOrder != order,
                    findings -> {
                        state.found = new Found(order, findings);
                        bridge.signal();
                    });
        } catch (RuntimeException | Error defect) {
            LOG.log(Logger.Level.ERROR, "examining a run broke", defect);
        }
    }

    private void refresh() {
        states.values().forEach(State::show);
    }

    /** What one order has brought. */
    private record Found(long order, List<Finding> findings) {}

    private final class State {
        private final RunModel run;
        private final ReadOnlyObjectWrapper<List<Finding>> shown =
                new ReadOnlyObjectWrapper<>(List.of());
        private final BooleanProperty dismissed = new SimpleBooleanProperty();
        private final SignWatch watch = new SignWatch();
        private volatile Found found = new Found(NO_ORDER, List.of());

        /** The order whose findings are to be shown. */
        private volatile long wanted = NO_ORDER;

        private boolean sign;

        State(RunModel run) {
            this.run = run;
        }

        private void consider(RunChange change) {
            boolean before = sign;
            sign = !change.finished() && watch.look(change.statistics());
            boolean worthwhile = change.finished() && Diagnosis.worthwhile(run.session());
            if (worthwhile || sign && !before) {
                order(this);
            } else if (before && !sign) {
                // What it showed is over; the end of the run tells what there was.
                wanted = NO_ORDER;
                shown.set(List.of());
            }
        }

        void show() {
            Found latest = found;
            if (latest.order() == wanted) {
                shown.set(latest.findings());
            }
        }
    }
}
