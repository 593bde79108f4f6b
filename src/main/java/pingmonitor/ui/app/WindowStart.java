package pingmonitor.ui.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Application;
import pingmonitor.log.ProgramLog;
import pingmonitor.settings.ApplicationFolders;
import pingmonitor.text.Messages;

/** Opens the window. Not part of the launcher, so that a terminal command loads no class of JavaFX. */
public final class WindowStart {
    private static final System.Logger LOG = System.getLogger(WindowStart.class.getName());

    /** Exit code of a start without a window. */
    private static final int FAILED = 1;

    /** Held here, because an unreferenced logger is collected together with its filter. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private static final Logger CONTROLS_LOG = Logger.getLogger("javafx.scene.control");

    private WindowStart() {}

    /** Starts the toolkit and returns when the window is closed; ends the process when there can be no window. */
    public static void main(String[] args) {
        PrintStream terminal =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        ProgramLog log =
                ProgramLog.install(
                        ApplicationFolders.ofThisPerson().logs(), ProgramFacts::lines, terminal);
        quietLogs();
        RendererChoice.choose();
        NativeLibraryCache.choose();
        DeferredStderr.begin();
        try {
            Application.launch(MonitorApp.class, args);
        } catch (RuntimeException | Error failure) {
            tell(failure, terminal);
            log.close();
            System.exit(FAILED);
        }
    }

    private static void tell(Throwable failure, PrintStream terminal) {
        if (isTold(failure)) {
            // It was told in a dialog and is in the log.
            return;
        }
        Messages messages =
                Messages.beside(WindowStart.class, Locale.getDefault(Locale.Category.DISPLAY));
        Optional<String> known =
                new NoWindowText(messages)
                        .words(failure, Optional.ofNullable(System.getenv("DISPLAY")));
        if (known.isPresent()) {
            DeferredStderr.forget();
        } else {
            DeferredStderr.release();
            LOG.log(System.Logger.Level.ERROR, "there can be no window", failure);
        }
        terminal.println(known.orElseGet(() -> messages.text("noWindow.other")));
        terminal.println(messages.text("noWindow.terminal"));
    }

    private static boolean isTold(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(StartFailedException.class::isInstance);
    }

    /** Keeps what tells a person nothing out of the log. */
    static void quietLogs() {
        // Started from a jar, JavaFX warns that it is on the class path, and works.
        JAVAFX_LOG.setFilter(
                entry ->
                        !String.valueOf(entry.getMessage())
                                .startsWith("Unsupported JavaFX configuration"));
        // A table that is scrolled while rows arrive logs its recount at level INFO.
        CONTROLS_LOG.setLevel(Level.WARNING);
    }
}
