package pingmonitor.ui.app;

import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The window's keys, which work wherever the cursor is. Those that act on what a page over the window hides do nothing
 * while there is one.
 */
final class MainKeys {
    private final Supplier<MainView> view;
    private final MainModel models;
    private final Runnable quit;

    MainKeys(Supplier<MainView> view, MainModel models, Runnable quit) {
        this.view = view;
        this.models = models;
        this.quit = quit;
    }

    void addTo(Scene scene) {
        key(scene, KeyCode.F1, () -> view.get().help());
        key(scene, KeyCode.F5, uncovered(models.runStarter()::startOrStopByKey));
        shortcut(scene, KeyCode.S, uncovered(() -> view.get().save()));
        shortcut(scene, KeyCode.Q, quit);
        for (KeyCode plus : new KeyCode[] {KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS}) {
            shortcut(scene, plus, models.look()::larger);
        }
        for (KeyCode minus : new KeyCode[] {KeyCode.MINUS, KeyCode.SUBTRACT}) {
            shortcut(scene, minus, models.look()::smaller);
        }
        for (KeyCode zero : new KeyCode[] {KeyCode.DIGIT0, KeyCode.NUMPAD0}) {
            shortcut(scene, zero, models.look()::usualSize);
        }
        // Not an accelerator: an open list or menu takes Esc for itself first.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    private Runnable uncovered(Runnable action) {
        return () -> {
            if (!view.get().covered()) {
                action.run();
            }
        };
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            view.get().escape();
            event.consume();
        }
    }

    private static void key(Scene scene, KeyCode code, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(code), action);
    }

    private static void shortcut(Scene scene, KeyCode code, Runnable action) {
        // On many keyboards plus is typed with Shift.
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(
                                code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
                        action);
    }
}
