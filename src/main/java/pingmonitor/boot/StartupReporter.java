package pingmonitor.boot;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Reports why the program does not start: on stderr, and on request in a window where there is no terminal. */
final class StartupReporter {
    private StartupReporter() {}

    /**
     * Reports a problem. With a window it returns when the person has closed it.
     *
     * @param mayWait whether a window may be shown; a script would wait for ever until somebody closes it
     */
    static void report(StartupProblem problem, BootTexts texts, boolean mayWait) {
        String text = problem.in(texts);
        System.err.println(text);
        if (mayWait && !inTerminal()) {
            MessageWindow.show(texts.text("title"), text);
        }
    }

    private static boolean inTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there may be a console without a terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
