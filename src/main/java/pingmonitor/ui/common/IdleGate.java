package pingmonitor.ui.common;

import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Waits until the window has drawn what it had to, so that its frames come in time again; 250 ms at most. FX thread
 * only.
 */
final class IdleGate {
    private static final Duration STEP = Duration.millis(50);

    /** A step that ends on a frame of an idle window takes no longer. */
    private static final long MAX_IDLE_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(85);

    private static final long MIN_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(90);

    /** A person hardly notices so short a wait. One long piece of the window's work may exceed it. */
    private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Runnable then;
    private final PauseTransition step = new PauseTransition(STEP);
    private final long firstNanos = System.nanoTime();
    private long stepNanos = firstNanos;

    private IdleGate(Runnable then) {
        this.then = then;
        step.setOnFinished(event -> stepped());
    }

    /** Runs something once, when the window is idle. */
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
