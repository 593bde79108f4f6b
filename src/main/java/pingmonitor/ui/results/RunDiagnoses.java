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
import pingmonitor.monitor.LiveRun;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.SerialExecutor;

/**
 * What may be wrong with the runs of this window. Each run is examined in the background by itself, at its end or at a
 * clear sign before it. Outlives every change of language. FX thread only.
 */
public final class RunDiagnoses {
    private static final Logger LOG = System.getLogger(RunDiagnoses.class.getName());

    /** Before the first. */
    private static final long NO_ORDER = 0;

    private final Examiner examiner;
    private final FxBridge bridge = new FxBridge(this::refresh);
    private final Map<RunModel, RunDiagnosis> diagnoses = new LinkedHashMap<>();
    private final BooleanProperty unfolded = new SimpleBooleanProperty(true);

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
        return diagnoses.get(run).shown.getReadOnlyProperty();
    }

    /** Whether the person has put away what was found out about a run. */
    BooleanProperty dismissedProperty(RunModel run) {
        return diagnoses.get(run).dismissed;
    }

    /** Whether the steps are to be seen, and not only what the evidence means. */
    BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Ends what goes on in the background. */
    public void close() {
        diagnoses.values().forEach(RunDiagnosis::close);
    }

    private void watch(RunModel run) {
        // A look at the server of a run that is over would be in this one's way.
        diagnoses.values().stream()
                .filter(each -> each.run.state() != LiveRun.State.RUNNING)
                .forEach(RunDiagnosis::endLook);
        RunDiagnosis diagnosis = new RunDiagnosis(run);
        diagnoses.put(run, diagnosis);
        run.listen(diagnosis::consider);
    }

    private void refresh() {
        diagnoses.values().forEach(RunDiagnosis::show);
    }

    /** What one order has brought. */
    private record Found(long order, List<Finding> findings) {}

    /** One run's orders to examine it, done one after the other on a thread of its own, and what they brought. */
    private final class RunDiagnosis {
        private final RunModel run;
        private final ReadOnlyObjectWrapper<List<Finding>> shown =
                new ReadOnlyObjectWrapper<>(List.of());
        private final BooleanProperty dismissed = new SimpleBooleanProperty();
        private final SignWatch watch = new SignWatch();
        private final ThreadPoolExecutor worker;
        private volatile Found found = new Found(NO_ORDER, List.of());

        /** The order whose findings are to be shown. */
        private volatile long wanted = NO_ORDER;

        /** The order that may still look for more; any other ends early. */
        private volatile long looking = NO_ORDER;

        private long orders;
        private boolean sign;

        RunDiagnosis(RunModel run) {
            this.run = run;
            this.worker = SerialExecutor.worker("diagnosis-" + run.number());
        }

        private void consider(RunChange change) {
            boolean before = sign;
            sign = !change.finished() && watch.look(change.statistics());
            boolean worthwhile = change.finished() && Diagnosis.worthwhile(run.session());
            if (worthwhile || sign && !before) {
                order();
            } else if (before && !sign) {
                // What it showed is over; the end of the run tells what there was.
                wanted = NO_ORDER;
                shown.set(List.of());
            }
        }

        private void order() {
            long mine = ++orders;
            wanted = mine;
            looking = mine;
            worker.execute(() -> examine(mine));
        }

        private void examine(long order) {
            if (wanted != order) {
                return;
            }
            try {
                examiner.examine(
                        run.session(),
                        () -> looking != order,
                        findings -> {
                            found = new Found(order, findings);
                            bridge.signal();
                        });
            } catch (RuntimeException | Error defect) {
                LOG.log(Logger.Level.ERROR, "examining a run broke", defect);
            }
        }

        void show() {
            Found latest = found;
            if (latest.order() == wanted) {
                shown.set(latest.findings());
            }
        }

        void endLook() {
            looking = NO_ORDER;
        }

        void close() {
            endLook();
            worker.shutdown();
        }
    }
}
