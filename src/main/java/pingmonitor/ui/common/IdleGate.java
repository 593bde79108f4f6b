package pingmonitor.ui.common;

import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Waits until the window has drawn what it had to: then its frames come in time again. Not for ever, since somebody waits
 * too. FX thread only.
 */
final class IdleGate {
    private static final Duration STEP = Duration.millis(50);
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(90);

    /** Hardly anyone minds so short a wait. What the window does at a stretch may make it longer. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** A step that ends on a frame of a window that has little to do takes no longer. */
    private static final long STEP_IN_CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(85);

    private final Runnable then;
    private final PauseTransition step = new PauseTransition(STEP);
    private final long firstNanos = System.nanoTime();
    private long stepNanos = firstNanos;
    private boolean over;

    private IdleGate(Runnable then) {
        this.then = then;
        step.setOnFinished(event -> stepped());
    }

    /** Does something once: after a tenth of a second at the least. */
    static IdleGate then(Runnable then) {
        IdleGate calm = new IdleGate(then);
        calm.step.play();
        return calm;
    }

    /** Does it at once, unless it is done. */
    void waitNoLonger() {
        if (!over) {
            over = true;
            step.stop();
            then.run();
        }
    }

    private void stepped() {
        long now = System.nanoTime();
        boolean calm = now - stepNanos < STEP_IN_CALM_NANOS && now - firstNanos >= LEAST_NANOS;
        if (calm || now - firstNanos >= MOST_NANOS) {
            // This is the beginning of a frame, which is to be laid out first.
            Platform.runLater(this::waitNoLonger);
        } else {
            stepNanos = now;
            step.playFromStart();
        }
    }
}
