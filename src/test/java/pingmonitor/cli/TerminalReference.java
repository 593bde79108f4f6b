package pingmonitor.cli;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes into the page about the terminal (Markdown) what the help says, between comments that name the part. */
final class TerminalReference {
    private TerminalReference() {}

    /** The page with what the help says today. */
    static String rewritten(String page) {
        CommandLine program = new CommandParser(Locale.ENGLISH, CompletableFuture::new).program();
        String result = part(page, "synopsis", "```\n" + synopsis(program) + "```\n");
        for (CommandLine command : program.getSubcommands().values()) {
            String name = command.getCommandName();
            result = part(result, "options of " + name, options(command.getCommandSpec()));
        }
        return part(result, "exit codes", exitCodes(program));
    }

    private static String part(String page, String name, String text) {
        String start = "<!-- From the help: " + name + " -->\n";
        String end = "<!-- End -->\n";
        Matcher part =
                Pattern.compile("(?s)" + Pattern.quote(start) + ".*?" + Pattern.quote(end))
                        .matcher(page);
        if (!part.find()) {
            throw new IllegalStateException("The page has no line " + start);
        }
        return page.substring(0, part.start())
                + start
                + "\n"
                + text
                + "\n"
                + end
                + page.substring(part.end());
    }

    private static String synopsis(CommandLine program) {
        return program.getSubcommands().values().stream()
                .map(
                        command ->
                                command.getCommandSpec().qualifiedName(" ")
                                        + " "
                                        + synopsisOf(command))
                .collect(Collectors.joining());
    }

    private static String synopsisOf(CommandLine command) {
        CommandLine.Help help = new CommandLine.Help(command.getCommandSpec(), Ansi.OFF);
        int indent = command.getCommandSpec().qualifiedName(" ").length() + 1;
        return help.synopsis(0).substring(indent).replace(System.lineSeparator(), "\n");
    }

    private static String options(CommandSpec command) {
        return "| word or option | what |\n|---|---|\n"
                + command.args().stream()
                        .filter(arg -> !(arg instanceof OptionSpec option && option.usageHelp()))
                        .map(arg -> "| " + names(arg) + " | " + cell(arg.description()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String names(ArgSpec arg) {
        String value = arg.arity().max() > 0 && arg.isOption() ? "=" + arg.paramLabel() : "";
        return arg instanceof OptionSpec option
                ? cell("`" + String.join("`, `", option.names()) + value + "`")
                : "`" + arg.paramLabel() + "`";
    }

    private static String exitCodes(CommandLine program) {
        return "| command | exit codes |\n|---|---|\n"
                + program.getSubcommands().values().stream()
                        .map(
                                command ->
                                        "| `"
                                                + command.getCommandName()
                                                + "` | "
                                                + ManualPage.exitCodes(command.getCommandSpec())
                                                + " |\n")
                        .collect(Collectors.joining());
    }

    private static String cell(String... text) {
        return String.join(" ", text).replace("|", "\\|");
    }
}
