package pingmonitor.boot;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Entry point of the jar: starts the program, or says in plain words why it cannot run. It runs on Java 8 and names the
 * program only in a string, because an old Java cannot read the program's classes.
 */
public final class Boot {
    private static final String PROGRAM = "pingmonitor.Launcher";

    /** As the JVM itself has it when a program cannot be started. */
    private static final int NO_WINDOW = 1;

    /** As the terminal commands have it: for {@code ping}, 1 means that no reply came. */
    private static final int NO_COMMAND = 2;

    private Boot() {}

    /** Starts the window or a terminal command, or says why not and ends the process. */
    public static void main(String[] args) throws Throwable {
        boolean window = args.length == 0;
        StartupCheck check = new StartupCheck(CurrentJava.ofThisProcess(), new ClassPath());
        Optional<StartupProblem> problem = window ? check.forWindow() : check.forCommand();
        if (problem.isPresent()) {
            Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
            StartupReporter.report(problem.get(), new BootTexts(locale), window);
            System.exit(window ? NO_WINDOW : NO_COMMAND);
        }
        start(args);
    }

    private static void start(String[] args) throws Throwable {
        try {
            Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            // What the program throws is its own matter, as if it had been started directly.
            throw e.getCause();
        }
    }
}
