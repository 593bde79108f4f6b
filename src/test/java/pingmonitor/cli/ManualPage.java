package pingmonitor.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes into a manual page (roff) what the help says: synopsis, commands, options and exit codes. All else is by hand:
 * the other sections, in each entry what stands below {@value #MORE}, and in each section what stands below {@value
 * #END}.
 */
final class ManualPage {
    static final String MORE = ".\\\" more";
    static final String END = ".\\\" end of what the help says";

    private final CommandLine program;
    private final Map<String, Consumer<List<String>>> sections = new LinkedHashMap<>();
    private final String options;

    /**
     * @param titles of the four sections, in the language of the page
     * @param options the word for options
     */
    ManualPage(Locale locale, List<String> titles, String options) {
        this.program = new CommandParser(locale, CompletableFuture::new).program();
        this.options = options;
        sections.put(titles.get(0), this::synopsis);
        sections.put(titles.get(1), this::commands);
        sections.put(titles.get(2), this::options);
        sections.put(titles.get(3), this::exitCodes);
    }

    /** The page with what the help says today. */
    String rewritten(String page) {
        StringBuilder result = new StringBuilder();
        for (String section : page.split("(?m)^(?=\\.SH )")) {
            String title = section.lines().findFirst().orElse("").replace(".SH ", "");
            result.append(
                    sections.containsKey(title)
                            ? section(title, section.lines().skip(1).toList())
                            : section);
        }
        return result.toString();
    }

    private String section(String title, List<String> lines) {
        List<String> entries = new ArrayList<>();
        sections.get(title).accept(entries);
        Map<String, List<String>> byHand = byHand(lines);
        StringBuilder result = new StringBuilder(".SH " + title + "\n");
        String command = "";
        for (String entry : entries) {
            command = entry.startsWith(".SS ") ? entry : command;
            result.append(entry);
            List<String> more = byHand.remove(command + head(entry));
            if (more != null) {
                result.append(MORE).append('\n');
                more.forEach(line -> result.append(line).append('\n'));
            }
        }
        if (!byHand.isEmpty()) {
            throw new IllegalStateException("No entry for the text of " + byHand.keySet());
        }
        int end = lines.indexOf(END);
        if (end >= 0) {
            lines.subList(end, lines.size()).forEach(line -> result.append(line).append('\n'));
        }
        return result.toString();
    }

    /** The lines below {@link #MORE} by the entry that they belong to. */
    private static Map<String, List<String>> byHand(List<String> lines) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        String command = "";
        String entry = "";
        boolean more = false;
        for (int i = 0; i < lines.size() && !lines.get(i).equals(END); i++) {
            String line = lines.get(i);
            if (line.startsWith(".SS ")) {
                command = line + "\n";
                more = false;
            } else if (line.equals(".TP")) {
                entry = lines.get(i + 1);
                more = false;
            } else if (line.equals(MORE)) {
                texts.put(command + entry, new ArrayList<>());
                more = true;
            } else if (more) {
                texts.get(command + entry).add(line);
            }
        }
        return texts;
    }

    private static String head(String entry) {
        return entry.lines().skip(1).findFirst().orElse("");
    }

    private void synopsis(List<String> entries) {
        entries.add(bold(name()) + "\n");
        for (CommandSpec command : specs()) {
            entries.add(
                    ".PP\n"
                            + bold(name() + " " + command.name())
                            + (" [\\fI" + options + "\\fR]")
                            + words(command)
                            + "\n");
        }
        String ofProgram =
                program.getCommandSpec().options().stream()
                        .map(option -> bold(option.longestName()))
                        .collect(Collectors.joining(" | "));
        entries.add(".PP\n" + bold(name()) + " [" + ofProgram + "]\n");
    }

    private void commands(List<String> entries) {
        for (CommandSpec command : specs()) {
            entries.add(
                    entry(
                            bold(command.name()) + words(command),
                            command.usageMessage().description()));
        }
    }

    private void options(List<String> entries) {
        program.getCommandSpec().options().forEach(option -> entries.add(entry(option)));
        for (CommandSpec command : specs()) {
            entries.add(".SS " + escaped(command.name()) + "\n");
            command.positionalParameters().forEach(word -> entries.add(entry(word)));
            command.options().stream()
                    .filter(option -> !option.usageHelp())
                    .forEach(option -> entries.add(entry(option)));
        }
    }

    private void exitCodes(List<String> entries) {
        for (CommandSpec command : specs()) {
            entries.add(entry(bold(command.name()), exitCodes(command)));
        }
    }

    /** The last sentence of the help, without the words before its colon. */
    static String exitCodes(CommandSpec command) {
        String footer = String.join(" ", command.usageMessage().footer());
        return footer.substring(footer.lastIndexOf(": ") + 2);
    }

    private List<CommandSpec> specs() {
        return program.getSubcommands().values().stream().map(CommandLine::getCommandSpec).toList();
    }

    private String name() {
        return program.getCommandName();
    }

    private static String words(CommandSpec command) {
        return command.positionalParameters().stream()
                .map(word -> " " + usage(word))
                .collect(Collectors.joining());
    }

    private static String usage(ArgSpec word) {
        boolean optional = word.arity().min() == 0;
        return optional ? "[" + label(word) + "]" : label(word);
    }

    private static String entry(ArgSpec spec) {
        String head =
                spec instanceof OptionSpec option
                        ? Stream.of(option.names())
                                .map(ManualPage::bold)
                                .collect(Collectors.joining(", "))
                        : usage(spec);
        boolean value = spec.isOption() && spec.arity().max() > 0;
        return entry(head + (value ? "=" + label(spec) : ""), spec.description());
    }

    private static String entry(String head, String... text) {
        return ".TP\n" + head + "\n" + sentences(String.join(" ", text)) + "\n";
    }

    /** What is in capitals is replaced by a value, what is not is typed as it is. */
    private static String label(ArgSpec spec) {
        return Arrays.stream(spec.paramLabel().split("\\|"))
                .map(
                        word ->
                                word.equals(word.toUpperCase(Locale.ROOT))
                                        ? "\\fI" + escaped(word) + "\\fR"
                                        : bold(word))
                .collect(Collectors.joining("|"));
    }

    private static String bold(String word) {
        return "\\fB" + escaped(word) + "\\fR";
    }

    /** One sentence a line, options in bold. */
    private static String sentences(String text) {
        return escaped(text)
                .replaceAll("(?<![\\w-])(?:\\\\-){2}[a-z]+(?:\\\\-[a-z]+)*", "\\\\fB$0\\\\fR")
                .replaceAll("(?<=\\.) (?=\\p{Lu})", "\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
