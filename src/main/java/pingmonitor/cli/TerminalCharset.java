package pingmonitor.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import pingmonitor.host.OperatingSystem;

/**
 * The character set of what the commands print: UTF-8, so that a file or another program gets the same on every system.
 * Only a console of Windows shows its own code page and nothing else, such as 850 in Brazil.
 */
final class TerminalCharset {
    /** From this on Java names the character set of the output also where no console shows it. */
    private static final int JAVA_THAT_ALWAYS_NAMES_ONE = 19;

    private TerminalCharset() {}

    /** That of the standard output of this process. */
    static Charset ofOutput() {
        return ofStream("sun.stdout.encoding");
    }

    /** That of the standard error of this process. */
    static Charset ofErrors() {
        return ofStream("sun.stderr.encoding");
    }

    /**
     * The character set on a system.
     *
     * @param console that of the console that shows the output, if one does
     */
    static Charset of(OperatingSystem system, Optional<Charset> console) {
        return system == OperatingSystem.WINDOWS
                ? console.orElse(StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
    }

    private static Charset ofStream(String property) {
        boolean namedForConsolesOnly = Runtime.version().feature() < JAVA_THAT_ALWAYS_NAMES_ONE;
        return of(
                OperatingSystem.current(),
                namedForConsolesOnly ? named(System.getProperty(property, "")) : ofConsole());
    }

    private static Optional<Charset> ofConsole() {
        return Optional.ofNullable(System.console())
                .filter(TerminalCharset::isTerminal)
                .map(Console::charset);
    }

    /** The character set of this name; empty if there is none, as for an empty name. */
    static Optional<Charset> named(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** From Java 22 on there may be a console without a terminal, which it says itself. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
