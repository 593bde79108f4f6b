package pingmonitor.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

/**
 * Runs tasks that can wait until the scene is on the screen: one after each frame, in order. FX thread only.
 */
public final class PostFrameTasks {
    private final Scene scene;
    private final ObservableBooleanValue quiet;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Runnable laidOut = this::laidOut;
    private boolean waiting;

    /**
     * For the frames of a scene, of which there are none before its window is shown.
     *
     * @param quiet while it is true no task is run
     */
    public PostFrameTasks(Scene scene, ObservableBooleanValue quiet) {
        this.scene = scene;
        this.quiet = quiet;
        quiet.addListener((property, was, is) -> goOn());
    }

    /** Adds a task behind those that wait. */
    public void add(Runnable task) {
        tasks.add(task);
        if (tasks.size() == 1) {
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
            tasks.element().run();
        } finally {
            tasks.remove();
            if (!tasks.isEmpty()) {
                await();
            }
        }
    }
}
