package pingmonitor.ui.common;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * The moment around a run's first ping, in which the window does nothing that can wait: on a small machine it would make
 * that ping's RTT longer than it was. FX thread only.
 */
final class Hush {
    /** A first ping that takes so long is not harmed by some work of the window. */
    private static final Duration LONGEST = Duration.millis(400);

    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final PauseTransition longest = new PauseTransition(LONGEST);

    Hush() {
        longest.setOnFinished(event -> kept.set(false));
    }

    ReadOnlyBooleanProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** From now until the fate of the run's first ping is known. */
    void keep(Run run) {
        kept.set(true);
        longest.playFromStart();
        run.listen(this::follow);
    }

    private void follow(RunChange change) {
        if (change.finished() || change.statistics().done() > 0) {
            longest.stop();
            kept.set(false);
        }
    }
}
