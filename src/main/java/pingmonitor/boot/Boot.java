package pingmonitor.boot;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the jar starts: says in plain words what is missing here, or starts the program. Runs on Java 8 and names the
 * program only in a string, because an older Java could not even read its classes.
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
        Optional<StartupProblem> hindrance = window ? check.forWindow() : check.forCommand();
        if (hindrance.isPresent()) {
            Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
            StartupReporter.say(hindrance.get(), new BootTexts(locale), window);
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
