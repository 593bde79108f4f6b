package pingmonitor.ui.common;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import pingmonitor.monitor.LiveRun;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingPlan;

/**
 * The runs of this window since it was opened, the newest that goes on and the one that is looked at. FX thread only.
 */
public final class RunListModel {
    private final RunRegistry registry;
    private final ObservableList<RunModel> all = FXCollections.observableArrayList();
    private final ObservableList<RunModel> unmodifiable =
            FXCollections.unmodifiableObservableList(all);
    private final ObjectProperty<Optional<RunModel>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunModel>> active =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final QuietPeriod quiet = new QuietPeriod();

    /** Of a registry of its own. */
    public RunListModel(PingEngine.Factory engines) {
        this(new RunRegistry(engines));
    }

    /**
     * @param registry every run that it makes from now on is listed; it makes them on the FX thread
     */
    public RunListModel(RunRegistry registry) {
        this.registry = registry;
        registry.listen(this::add);
    }

    /** Every run, oldest first. */
    public ObservableList<RunModel> all() {
        return unmodifiable;
    }

    /** The run that is looked at; empty before the first. */
    public ObjectProperty<Optional<RunModel>> selectedProperty() {
        return selected;
    }

    /** The newest run, as long as it goes on. */
    public ReadOnlyObjectProperty<Optional<RunModel>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Whether the first ping of any run is about to leave or on its way: whatever can wait then does. */
    public ReadOnlyBooleanProperty quietProperty() {
        return quiet.keptProperty();
    }

    /** Starts a run beside those that go on, and selects it. */
    public RunModel start(PingPlan plan) {
        LiveRun live = registry.prepare(plan);
        RunModel run = all.get(all.size() - 1);
        // On a small machine the window's turning to the run would make the first ping's RTT longer
        // than it was.
        IdleGate.then(
                () -> {
                    quiet.renew(run);
                    live.start();
                });
        return run;
    }

    /** Stops the active run, if there is one; its last changes follow within a second. */
    public void stop() {
        active.get().ifPresent(RunModel::stop);
    }

    /** Stops every run that goes on. */
    public void stopAll() {
        registry.stopAll();
    }

    private void add(LiveRun live) {
        RunModel run = new RunModel(live);
        all.add(run);
        active.set(Optional.of(run));
        selected.set(Optional.of(run));
        run.runningProperty()
                .addListener(
                        (property, was, is) -> {
                            if (active.get().equals(Optional.of(run))) {
                                active.set(Optional.empty());
                            }
                        });
        quiet.keep(run);
    }
}
