package pingmonitor.boot;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Says why the program does not start: on stderr, and on request in a window when nobody would see that. */
final class StartupReporter {
    private StartupReporter() {}

    /**
     * Says it and returns when it was read.
     *
     * @param mayWait whether a person started the program to see a window; a script would wait for ever until somebody
     *     closes one
     */
    static void say(StartupProblem hindrance, BootTexts texts, boolean mayWait) {
        String text = hindrance.in(texts);
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
