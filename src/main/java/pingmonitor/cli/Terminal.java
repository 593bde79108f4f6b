package pingmonitor.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What a command talks to.
 *
 * @param out takes UTF-8; is flushed by whoever writes
 * @param err takes one line for each error
 * @param locale language of all texts for people
 */
record Terminal(PrintStream out, PrintStream err, Locale locale) {}
