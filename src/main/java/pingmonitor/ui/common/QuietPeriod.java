package pingmonitor.ui.common;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * The moment around a run's first ping, in which the window does nothing that can wait: on a small machine it would make
 * that ping's RTT longer than it was. FX thread only.
 */
final class QuietPeriod {
    /** After so long the name is still being looked up, or a reply takes so long that it is not harmed. */
    private static final Duration LONGEST = Duration.millis(400);

    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final PauseTransition longest = new PauseTransition(LONGEST);

    private Optional<RunModel> about = Optional.empty();

    QuietPeriod() {
        longest.setOnFinished(event -> kept.set(false));
    }

    ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** From now until the fate of the run's first ping is known. */
    void keep(RunModel run) {
        about = Optional.of(run);
        kept.set(true);
        longest.playFromStart();
        run.listen(change -> follow(run, change));
    }

    /** The run begins only now: what is said of the longest time counts from here. */
    void renew() {
        if (kept.get()) {
            longest.playFromStart();
        }
    }

    private void follow(RunModel run, RunChange change) {
        boolean known = change.finished() || change.statistics().done() > 0;
        // A run may end while the next is already kept quiet for.
        if (known && about.equals(Optional.of(run))) {
            longest.stop();
            kept.set(false);
        }
    }
}
