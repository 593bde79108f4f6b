package pingmonitor.ui.common;

import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Waits until the window has drawn what it had to, which shows in frames that come in time again; at most a quarter of a second,
 * since somebody waits too. FX thread only.
 */
final class IdleGate {
    private static final Duration STEP = Duration.millis(50);

    /** A step that ends on a frame of an idle window takes no longer. */
    private static final long MAX_IDLE_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(85);

    private static final long MIN_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(90);

    /** Hardly anyone minds so short a wait. Work of the window in one piece may make it longer. */
    private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Runnable then;
    private final PauseTransition step = new PauseTransition(STEP);
    private final long firstNanos = System.nanoTime();
    private long stepNanos = firstNanos;

    private IdleGate(Runnable then) {
        this.then = then;
        step.setOnFinished(event -> stepped());
    }

    /** Does something once, when the window is idle. */
    static void then(Runnable then) {
        new IdleGate(then).step.play();
    }

    private void stepped() {
        long now = System.nanoTime();
        long waitedNanos = now - firstNanos;
        boolean idle = now - stepNanos < MAX_IDLE_STEP_NANOS && waitedNanos >= MIN_WAIT_NANOS;
        if (idle || waitedNanos >= MAX_WAIT_NANOS) {
            // This is the beginning of a frame, which is to be laid out first.
            Platform.runLater(then);
        } else {
            stepNanos = now;
            step.playFromStart();
        }
    }
}
