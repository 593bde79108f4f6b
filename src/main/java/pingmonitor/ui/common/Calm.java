package pingmonitor.ui.common;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Waits until the window has drawn what it had to: then its frames come in time again. Not for ever, since somebody waits
 * too. FX thread only.
 */
final class Calm {
    private static final Duration STEP = Duration.millis(50);

    /** So much later than due a step ends on a frame of a window that has little to do. */
    private static final Duration LATE = Duration.millis(35);

    /** Nobody minds so short a wait. */
    private static final int LEAST_STEPS = 2;

    private static final int MOST_STEPS = 5;

    private final Runnable then;
    private final PauseTransition step = new PauseTransition(STEP);
    private int steps;
    private long beganNanos;

    private Calm(Runnable then) {
        this.then = then;
        step.setOnFinished(event -> ended());
    }

    /** Does something after a tenth of a second at the least, and a quarter at about the most. */
    static void then(Runnable then) {
        new Calm(then).next();
    }

    private void next() {
        steps++;
        beganNanos = System.nanoTime();
        step.playFromStart();
    }

    private void ended() {
        double tookMillis = (System.nanoTime() - beganNanos) / 1e6;
        boolean calm = steps >= LEAST_STEPS && tookMillis < STEP.add(LATE).toMillis();
        if (calm || steps == MOST_STEPS) {
            // This is the beginning of a frame, which is to be laid out first.
            Platform.runLater(then);
        } else {
            next();
        }
    }
}
