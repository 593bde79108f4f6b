package pingmonitor.ui.app;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Everything in the window that is not seen at once, looked at one after the other. FX thread only. */
final class Tour {
    private final Scene scene;
    private final Deque<Runnable> ahead = new ArrayDeque<>();
    private long pings;

    Tour(MainWindow window, Look look) {
        scene = window.scene();
        MainView view = window.view();
        for (int tab = view.tabs() - 1; tab >= 0; tab--) {
            int shown = tab;
            ahead.add(() -> view.tab(shown));
        }
        ahead.add(look::toggleTheme);
        ahead.add(look::toggleTheme);
        ahead.add(view::help);
        ahead.add(view::help);
    }

    /**
     * Turns to what is next when another ping is settled, so that each thing is seen for about a ping's time.
     *
     * @param settled pings so far
     */
    void goOn(long settled) {
        if (settled > pings && !ahead.isEmpty()) {
            pings = settled;
            ahead.remove().run();
        }
    }

    /** Looks at all that is left, each thing for a pulse, and does something afterwards. */
    void finish(Runnable afterwards) {
        Runnable[] listener = new Runnable[1];
        listener[0] =
                () -> {
                    if (!ahead.isEmpty()) {
                        ahead.remove().run();
                        Platform.requestNextPulse();
                    } else {
                        scene.removePostLayoutPulseListener(listener[0]);
                        Platform.runLater(afterwards);
                    }
                };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }
}
