package pingmonitor.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

/**
 * Work that nobody waits for as long as the scene is not on the screen: one piece after each frame, in order. FX thread
 * only.
 */
public final class PostFrameTasks {
    private final Scene scene;
    private final ObservableBooleanValue quiet;
    private final Deque<Runnable> ahead = new ArrayDeque<>();
    private final Runnable laidOut = this::laidOut;
    private boolean waiting;

    /**
     * After the frames of a scene; there are none before its window is shown.
     *
     * @param quiet while it is true nothing is done
     */
    public PostFrameTasks(Scene scene, ObservableBooleanValue quiet) {
        this.scene = scene;
        this.quiet = quiet;
        quiet.addListener((property, was, is) -> goOn());
    }

    /** Does something after the next frame that has nothing else to be followed by. */
    public void add(Runnable piece) {
        ahead.add(piece);
        if (ahead.size() == 1) {
            await();
        }
    }

    private void await() {
        scene.addPostLayoutPulseListener(laidOut);
        Platform.requestNextPulse();
    }

    private void laidOut() {
        scene.removePostLayoutPulseListener(laidOut);
        // The frame itself is drawn after this.
        Platform.runLater(this::step);
    }

    private void goOn() {
        if (waiting && !quiet.get()) {
            waiting = false;
            await();
        }
    }

    private void step() {
        if (quiet.get()) {
            waiting = true;
            return;
        }
        try {
            ahead.element().run();
        } finally {
            ahead.remove();
            if (!ahead.isEmpty()) {
                await();
            }
        }
    }
}
