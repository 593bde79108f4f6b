package pingmonitor.ui.app;

import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/**
 * Stops the blinking of the text cursor when nobody has done anything for a while, as GTK does. Blinking keeps a clock
 * that wakes the toolkit sixty times a second.
 */
final class CaretBlinkStopper {
    private static final Duration IDLE_TIME = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition quiet = new PauseTransition(IDLE_TIME);

    private CaretBlinkStopper(Scene scene) {
        this.scene = scene;
        quiet.setOnFinished(event -> rest());
    }

    /** To be called once for a scene. */
    static void in(Scene scene) {
        CaretBlinkStopper caret = new CaretBlinkStopper(scene);
        scene.addEventFilter(InputEvent.ANY, caret::wake);
        scene.focusOwnerProperty().addListener((property, was, is) -> caret.quiet.playFromStart());
        caret.quiet.playFromStart();
    }

    private void wake(Event event) {
        quiet.playFromStart();
    }

    private void rest() {
        if (scene.getFocusOwner() instanceof TextInputControl text
                && text.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(false);
        }
    }
}
