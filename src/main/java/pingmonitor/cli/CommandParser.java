package pingmonitor.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import pingmonitor.selftest.SelfTestWindow;
import pingmonitor.text.Messages;

/** Finds the command in the words of a command line, and says in one sentence what is wrong with them. */
final class CommandParser {
    private static final List<String> COMMANDS =
            List.of("ping", "monitor", "serve", "find", "history", "report", "self-test");

    private final Locale locale;
    private final SelfTestWindow window;

    CommandParser(Locale locale, SelfTestWindow window) {
        this.locale = locale;
        this.window = window;
    }

    /**
     * The command, with its options as typed.
     *
     * @throws CommandFailedException when the words make no command
     */
    CommandOptions parse(String... words) {
        try {
            CommandLine.ParseResult parsed = program(needed(words)).parseArgs(words);
            return (CommandOptions)
                    (parsed.hasSubcommand() ? parsed.subcommand() : parsed)
                            .commandSpec()
                            .userObject();
        } catch (CommandLine.ParameterException e) {
            throw failure(e, e.getCommandLine().getCommand());
        }
    }

    /** The program with all its commands. */
    CommandLine program() {
        return program(COMMANDS);
    }

    /** picocli reads all of a command by reflection as soon as it is added: that takes longer than the parsing. */
    private static List<String> needed(String... words) {
        String first = words.length == 0 ? "" : words[0];
        if (COMMANDS.contains(first)) {
            return List.of(first);
        }
        boolean version = words.length == 1 && ProgramOptions.VERSION.equals(first);
        return version ? List.of() : COMMANDS;
    }

    private CommandLine program(List<String> commands) {
        CommandLine program = new CommandLine(new ProgramOptions(locale, COMMANDS));
        commands.forEach(name -> program.addSubcommand(options(name)));
        return program.setResourceBundle(Messages.bundle(CommandParser.class, "usage", locale))
                // Nobody expects a word that begins with @ to name a file of further words.
                .setExpandAtFiles(false);
    }

    private CommandOptions options(String command) {
        return switch (command) {
            case "ping" -> new PingOptions(locale);
            case "monitor" -> new MonitorOptions(locale);
            case "serve" -> new ServeOptions(locale);
            case "find" -> new FindOptions(locale);
            case "history" -> new HistoryOptions(locale);
            case "report" -> new ReportOptions(locale);
            case "self-test" -> new SelfTestOptions(locale, window);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static CommandFailedException failure(
            CommandLine.ParameterException e, CommandOptions command) {
        String help = command.howToGetHelp();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return command.failure("error.unknownOption", word, help);
            }
            return command instanceof ProgramOptions program
                    ? command.failure("error.unknownCommand", word, program.commands(), help)
                    : command.failure("error.tooManyWords", word, help);
        } else if (e instanceof CommandLine.MissingParameterException missing) {
            return missing(missing.getMissing(), command);
        } else if (e instanceof CommandLine.OverwrittenOptionException twice) {
            OptionSpec option = (OptionSpec) twice.getOverwritten();
            return command.failure("error.optionTwice", option.longestName(), help);
        }
        return command.failure("error.other", e.getMessage().lines().findFirst().orElse(""), help);
    }

    private static CommandFailedException missing(List<ArgSpec> specs, CommandOptions command) {
        String help = command.howToGetHelp();
        if (!specs.isEmpty() && specs.get(0) instanceof OptionSpec option) {
            return command.failure("error.optionWithoutValue", option.longestName(), help);
        }
        String words = specs.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
        boolean port = specs.size() == 1 && "port".equals(specs.get(0).descriptionKey());
        return port ? command.portMissing() : command.failure("error.wordMissing", words, help);
    }
}
