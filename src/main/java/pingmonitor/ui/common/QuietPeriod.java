package pingmonitor.ui.common;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * The time around the first pings of runs, in which the window does nothing that can wait: on a small machine it would
 * make their RTT longer than it was. It lasts while any run waits for the fate of its first ping. FX thread only.
 */
final class QuietPeriod {
    /**
     * Longest wait for one run: after it the name is still being looked up, or a reply takes so long that it is not
     * harmed.
     */
    private static final Duration MAX_WAIT = Duration.millis(400);

    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final Map<RunModel, PauseTransition> waiting = new HashMap<>();

    ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Waits from now on for the fate of the run's first ping. */
    void keep(RunModel run) {
        PauseTransition wait = new PauseTransition(MAX_WAIT);
        wait.setOnFinished(event -> end(run));
        waiting.put(run, wait);
        kept.set(true);
        wait.playFromStart();
        run.listen(change -> follow(run, change));
    }

    /** The run begins only now: its longest wait counts from here, unless it is over. */
    void renew(RunModel run) {
        Optional.ofNullable(waiting.get(run)).ifPresent(PauseTransition::playFromStart);
    }

    private void follow(RunModel run, RunChange change) {
        if (change.finished() || change.statistics().done() > 0) {
            end(run);
        }
    }

    private void end(RunModel run) {
        Optional.ofNullable(waiting.remove(run)).ifPresent(PauseTransition::stop);
        kept.set(!waiting.isEmpty());
    }
}
