package pingmonitor.ui.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Opens the window. Apart from the launcher, so that a terminal command loads no class of JavaFX. */
public final class WindowStart {
    /** Kept, because a logger nobody holds may be forgotten together with its filter. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private static final Logger CONTROLS_LOG = Logger.getLogger("javafx.scene.control");

    private WindowStart() {}

    /** Starts the toolkit and returns when the window is closed. */
    public static void main(String[] args) {
        quietLogs();
        Application.launch(MonitorApp.class, args);
    }

    /** Nothing that is no news to a person stands in a terminal. */
    static void quietLogs() {
        // Started from a jar, JavaFX is on the class path; it warns of that, and works.
        JAVAFX_LOG.setFilter(
                entry ->
                        !String.valueOf(entry.getMessage())
                                .startsWith("Unsupported JavaFX configuration"));
        // A table that is scrolled while rows arrive tells itself, at level INFO, that it counts
        // again.
        CONTROLS_LOG.setLevel(Level.WARNING);
    }
}
