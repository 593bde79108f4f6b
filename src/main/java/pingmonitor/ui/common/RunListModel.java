package pingmonitor.ui.common;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingPlan;

/** The runs of this sitting, the one that goes on and the one that is looked at. FX thread only. */
public final class RunListModel {
    private final PingEngine.Factory engines;
    private final LongSupplier nanoTime;
    private final ObservableList<RunModel> all = FXCollections.observableArrayList();
    private final ObservableList<RunModel> unmodifiable =
            FXCollections.unmodifiableObservableList(all);
    private final ObjectProperty<Optional<RunModel>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunModel>> active =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final QuietPeriod hush = new QuietPeriod();
    private Optional<IdleGate> beginning = Optional.empty();
    private long startedNanos;

    public RunListModel(PingEngine.Factory engines) {
        this(engines, System::nanoTime);
    }

    /**
     * @param nanoTime the clock that tells how long a run has been going on
     */
    public RunListModel(PingEngine.Factory engines, LongSupplier nanoTime) {
        this.engines = engines;
        this.nanoTime = nanoTime;
    }

    /** Every run of this sitting, oldest first. */
    public ObservableList<RunModel> all() {
        return unmodifiable;
    }

    /** The run that is looked at; empty before the first. */
    public ObjectProperty<Optional<RunModel>> selectedProperty() {
        return selected;
    }

    /** The run that goes on, if one does. */
    public ReadOnlyObjectProperty<Optional<RunModel>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** How long the run that goes on has been doing so; zero without one. */
    public Duration activeFor() {
        return active.get().isPresent()
                ? Duration.ofNanos(nanoTime.getAsLong() - startedNanos)
                : Duration.ZERO;
    }

    /** Whether a run's first ping is about to leave or on its way: whatever can wait then does. */
    public ReadOnlyBooleanProperty hushProperty() {
        return hush.keptProperty();
    }

    /** Starts a run and selects it. One that goes on is stopped first. */
    public RunModel start(PingPlan plan) {
        stop();
        RunModel run = new RunModel(all.size() + 1, plan, engines);
        all.add(run);
        startedNanos = nanoTime.getAsLong();
        active.set(Optional.of(run));
        selected.set(Optional.of(run));
        run.runningProperty()
                .addListener(
                        (property, was, is) -> {
                            if (active.get().equals(Optional.of(run))) {
                                active.set(Optional.empty());
                            }
                        });
        hush.keep(run);
        Runnable work =
                () -> {
                    run.task().run();
                    run.ended();
                };
        Thread thread = new Thread(work, "ping-run-" + run.number());
        thread.setDaemon(true);
        // On a small machine the window's turning to the run would make the first ping's RTT longer
        // than it was.
        beginning = Optional.of(IdleGate.then(() -> begin(thread, run)));
        return run;
    }

    private void begin(Thread thread, RunModel run) {
        hush.renew();
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            run.task().broke(noThread);
            run.ended();
        }
    }

    /** Stops the run that goes on, if one does; its last events follow within a second. */
    public void stop() {
        active.get().ifPresent(run -> run.task().cancel());
        // Its thread tells that it was stopped.
        beginning.ifPresent(IdleGate::waitNoLonger);
    }
}
