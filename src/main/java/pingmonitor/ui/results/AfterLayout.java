package pingmonitor.ui.results;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Does something once a node has its place: one pulse after the layout that is due, because scrolling controls learn
 * their new measures only then. However often it is asked for, it is done once.
 */
final class AfterLayout {
    private static final int PULSES = 2;

    private final Node node;
    private final Runnable action;
    private int pulsesToGo;

    AfterLayout(Node node, Runnable action) {
        this.node = node;
        this.action = action;
    }

    /** Asks for it; a node that is in no window has nothing to be done. */
    void request() {
        Scene scene = node.getScene();
        if (scene == null || pulsesToGo > 0) {
            return;
        }
        pulsesToGo = PULSES;
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> pulse(scene, listener[0]);
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private void pulse(Scene scene, Runnable listener) {
        pulsesToGo--;
        if (pulsesToGo > 0) {
            Platform.requestNextPulse();
        } else {
            scene.removePostLayoutPulseListener(listener);
            action.run();
        }
    }
}
