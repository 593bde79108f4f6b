package pingmonitor.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pingmonitor.host.OperatingSystem;

/**
 * The character set of what the commands print: UTF-8, so that a file or another program gets the same on every system.
 * Only a console of Windows shows its own code page and nothing else, such as 850 in Brazil.
 */
final class TerminalCharset {
    private TerminalCharset() {}

    /** That of this process. */
    static Charset current() {
        return of(OperatingSystem.current(), consoleCharset());
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

    private static Optional<Charset> consoleCharset() {
        return Optional.ofNullable(System.console())
                .filter(TerminalCharset::isTerminal)
                .map(Console::charset);
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
