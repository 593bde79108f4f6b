package pingmonitor.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What a command talks to.
 *
 * @param out is flushed by whoever writes
 * @param err takes one line for each error
 * @param locale language of all texts for people
 * @param isInteractive whether the output is shown to a person as it comes
 */
record Terminal(PrintStream out, PrintStream err, Locale locale, boolean isInteractive) {
    /** One whose output goes into a file or to another program. */
    Terminal(PrintStream out, PrintStream err, Locale locale) {
        this(out, err, locale, false);
    }

    /**
     * Prints a line.
     *
     * @param json whether it is for a program; such a line ends alike on every system
     */
    void printLine(String line, boolean json) {
        if (json) {
            out.print(line + "\n");
        } else {
            out.println(line);
        }
    }
}
