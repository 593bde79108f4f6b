package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual pages and the page about the terminal say what the help says, and leave out nothing of it. */
class ManualTest {
    private static final Path PAGES = Path.of("src/packaging/linux");
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])--?[a-z0-9][a-z-]*", Pattern.CASE_INSENSITIVE);

    private static final Path TERMINAL = Path.of("src/docs/terminal.md");
    private static final boolean REWRITE = Boolean.getBoolean("manual.rewrite");
    private static final Map<String, ManualPage> WRITERS =
            Map.of(
                    "udp-ping-monitor.1",
                    new ManualPage(
                            Locale.ENGLISH,
                            List.of("SYNOPSIS", "COMMANDS", "OPTIONS", "EXIT STATUS"),
                            "options"),
                    "udp-ping-monitor.pt.1",
                    new ManualPage(
                            Locale.forLanguageTag("pt"),
                            List.of("SINOPSE", "COMANDOS", "OPÇÕES", "CÓDIGO DE SAÍDA"),
                            "opções"));

    @ParameterizedTest
    @ValueSource(strings = {"udp-ping-monitor.1", "udp-ping-monitor.pt.1"})
    void thePageSaysWhatTheHelpSays(String page) throws IOException {
        assertUpToDate(PAGES.resolve(page), WRITERS.get(page)::rewritten);
    }

    @Test
    void thePageAboutTheTerminalSaysWhatTheHelpSays() throws IOException {
        assertUpToDate(TERMINAL, TerminalReference::rewritten);
    }

    private static void assertUpToDate(Path file, UnaryOperator<String> writer) throws IOException {
        String wanted = writer.apply(Files.readString(file));
        if (REWRITE) {
            Files.writeString(file, wanted);
        }
        assertEquals(
                wanted,
                Files.readString(file),
                "The help has changed. To rewrite the pages:"
                        + " mvn test -Dtest=ManualTest -Dmanual.rewrite=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp-ping-monitor.1", "udp-ping-monitor.pt.1"})
    void thePageNamesAllThatHelpNames(String page) throws IOException {
        String manual =
                Files.readString(PAGES.resolve(page))
                        .replaceAll("\\\\f[BIR]", "")
                        .replace("\\-", "-");
        List<String> commands = commands();
        assertFalse(commands.isEmpty(), "no command");
        assertEquals(List.of(), missing(options(help()), manual), "of the program");
        for (String command : commands) {
            String part = section(manual, command);
            assertFalse(part.isEmpty(), "no section: " + command);
            Set<String> options = options(help(command));
            options.removeAll(options(help()));
            assertEquals(List.of(), missing(options, part), command);
        }
    }

    private static List<String> missing(Set<String> wanted, String text) {
        Set<String> there = options(text);
        return wanted.stream().filter(option -> !there.contains(option)).toList();
    }

    private static String section(String manual, String title) {
        return Pattern.compile("(?ms)^\\.SS " + title + "$.*?(?=^\\.S[SH] )")
                .matcher(manual)
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("");
    }

    private static List<String> commands() {
        return help().lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> !line.startsWith("   "))
                .map(line -> line.trim().split(" ")[0])
                .toList();
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the synopsis, where short options stand in one word. */
    private static String help(String... command) {
        String[] words =
                Stream.concat(Arrays.stream(command), Stream.of("--help")).toArray(String[]::new);
        return CliRun.of(new FakeEngines(), words).out().stream()
                .dropWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
