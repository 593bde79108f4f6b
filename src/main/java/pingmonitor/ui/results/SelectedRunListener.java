package pingmonitor.ui.results;

import java.util.Optional;
import java.util.function.Consumer;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** Keeps a view up to date with the selected run: passes on the whole run when it is selected, then its changes. */
final class SelectedRunListener {
    private final Disposables disposables = new Disposables();
    private final Consumer<Optional<RunModel>> show;
    private final Consumer<RunChange> change;
    private Runnable endListening = () -> {};

    /**
     * @param show takes the run that is selected, now and whenever another one is
     * @param change takes each change of that run
     */
    SelectedRunListener(
            RunListModel runs, Consumer<Optional<RunModel>> show, Consumer<RunChange> change) {
        this.show = show;
        this.change = change;
        disposables.add(() -> endListening.run());
        disposables.follow(runs.selectedProperty(), this::select);
    }

    /** Stops listening. */
    void dispose() {
        disposables.dispose();
    }

    private void select(Optional<RunModel> run) {
        endListening.run();
        show.accept(run);
        endListening = run.map(selected -> selected.listen(change)).orElse(() -> {});
    }
}
