package pingmonitor.ui.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Shows, one after the other, all of the window that is not seen at once. FX thread only. */
final class SelfTestTour {
    private final Scene scene;
    private final Deque<Runnable> ahead;
    private final Consumer<Throwable> broken;
    private long pings;

    /**
     * @param steps in order
     * @param broken is told of a step that breaks; no step follows it
     */
    SelfTestTour(Scene scene, List<Runnable> steps, Consumer<Throwable> broken) {
        this.scene = scene;
        this.ahead = new ArrayDeque<>(steps);
        this.broken = broken;
    }

    /** The tour through a window. */
    static SelfTestTour of(MainWindow window, Appearance look, Consumer<Throwable> broken) {
        List<Runnable> steps = new ArrayList<>();
        MainView view = window.view();
        for (int tab = view.tabs() - 1; tab >= 0; tab--) {
            int shown = tab;
            steps.add(() -> view.tab(shown));
        }
        steps.add(look::toggleTheme);
        steps.add(look::toggleTheme);
        steps.add(view::help);
        steps.add(view::help);
        return new SelfTestTour(window.scene(), steps, broken);
    }

    /**
     * Takes the next step when another ping is settled, so that each is seen for about a ping's time.
     *
     * @param settled pings so far
     */
    void goOn(long settled) {
        if (settled > pings && !ahead.isEmpty()) {
            pings = settled;
            step();
        }
    }

    /** Takes all steps that are left, one a pulse, and runs something afterwards. */
    void finish(Runnable afterwards) {
        Runnable[] listener = new Runnable[1];
        listener[0] =
                () -> {
                    boolean isOver = ahead.isEmpty();
                    if (!isOver && step()) {
                        Platform.requestNextPulse();
                        return;
                    }
                    scene.removePostLayoutPulseListener(listener[0]);
                    if (isOver) {
                        Platform.runLater(afterwards);
                    }
                };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    /** Takes a step; whether it did not break. */
    private boolean step() {
        try {
            ahead.remove().run();
            return true;
        } catch (RuntimeException | Error defect) {
            ahead.clear();
            // Not here: whoever hears of it closes the window, which may be in the midst of a
            // pulse.
            Platform.runLater(() -> broken.accept(defect));
            return false;
        }
    }
}
