package pingmonitor.ui.results;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Runs an action one pulse after the next layout, because scrolling controls know their new sizes only then. Several
 * requests before it run it once.
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

    /** Requests the action. Without effect while the node is in no window. */
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
