package pingmonitor.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What a command talks to.
 *
 * @param out is flushed by whoever writes
 * @param err takes one line for each error
 * @param locale language of all texts for people
 */
record Terminal(PrintStream out, PrintStream err, Locale locale) {
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
