package pingmonitor.ui.results;

import java.util.Optional;
import java.util.function.Consumer;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;

/** Keeps a view up to date with the selected run: passes on the whole run when it is selected, then its changes. */
final class SelectedRunListener {
    private final Consumer<Optional<RunModel>> show;
    private final Consumer<RunChange> change;
    private Runnable endListening = () -> {};

    private SelectedRunListener(Consumer<Optional<RunModel>> show, Consumer<RunChange> change) {
        this.show = show;
        this.change = change;
    }

    /**
     * Listens until disposed of.
     *
     * @param show takes the run that is selected, now and whenever another one is
     * @param change takes each change of that run
     */
    static void follow(
            RunListModel runs,
            Disposables disposables,
            Consumer<Optional<RunModel>> show,
            Consumer<RunChange> change) {
        SelectedRunListener listener = new SelectedRunListener(show, change);
        disposables.add(() -> listener.endListening.run());
        disposables.follow(runs.selectedProperty(), listener::select);
    }

    private void select(Optional<RunModel> run) {
        endListening.run();
        show.accept(run);
        endListening = run.map(selected -> selected.listen(change)).orElse(() -> {});
    }
}
