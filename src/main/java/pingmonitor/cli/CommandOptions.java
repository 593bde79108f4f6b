package pingmonitor.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Validated;
import pingmonitor.report.ProblemText;
import pingmonitor.text.Messages;

/**
 * The options of one command, declared by annotations; their descriptions are in {@code usage.properties}. picocli
 * fills in the words as typed. They are checked when the command runs, not by type converters: help is shown beside a
 * wrong value, and what is wrong is said in the words that the window has for it, too.
 */
@Command(sortOptions = false)
abstract class CommandOptions {
    /** Labels that the help translates. */
    static final String TIME = "${bundle:label.time}";

    static final String PERCENT = "${bundle:label.percent}";
    static final String NAME = "${bundle:label.name}";
    static final String PORT = "${bundle:label.port}";

    private final Locale locale;

    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    CommandOptions(Locale locale) {
        this.locale = locale;
    }

    /**
     * Runs the command to its end; its exit code.
     *
     * @throws CommandFailedException when a value cannot be used
     */
    abstract int run(Terminal terminal, EngineFactories engines, Ending ending);

    /** The help, when it is asked for. */
    final Optional<String> help() {
        return help ? Optional.of(spec.commandLine().getUsageMessage(Ansi.OFF)) : Optional.empty();
    }

    /** How to ask for the help of this command. */
    final String howToGetHelp() {
        return spec.qualifiedName(" ") + " --help";
    }

    /** What is said where a command needs a port that is not given. */
    final CommandFailedException portMissing() {
        return failure(
                "error.portMissing", Integer.toString(PingPlan.DEFAULT_PORT), howToGetHelp());
    }

    /**
     * In place of picocli's exclusive groups, whose error has the names of both options in an English sentence only.
     */
    final void notTogether(String one, String other) {
        ParseResult given = spec.commandLine().getParseResult();
        if (given.hasMatchedOption(one) && given.hasMatchedOption(other)) {
            throw failure("error.notTogether", one, other);
        }
    }

    final <T> Optional<T> valid(Optional<String> typed, Function<String, Validated<T>> check) {
        return typed.map(check).map(this::valid);
    }

    final <T> T valid(Validated<T> checked) {
        return checked.valueIfValid()
                .orElseThrow(
                        () ->
                                new CommandFailedException(
                                        new ProblemText(locale)
                                                .of(checked.problemIfInvalid().orElseThrow())));
    }

    final CommandFailedException failure(String key, Object... details) {
        return new CommandFailedException(
                Messages.beside(CommandOptions.class, locale).text(key, details));
    }
}
