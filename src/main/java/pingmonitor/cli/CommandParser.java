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
    final CommandLine program;

    CommandParser(Locale locale, SelfTestWindow window) {
        program =
                new CommandLine(new ProgramOptions(locale))
                        .addSubcommand(new PingOptions(locale))
                        .addSubcommand(new ServeOptions(locale))
                        .addSubcommand(new FindOptions(locale))
                        .addSubcommand(new SelfTestOptions(locale, window))
                        .setResourceBundle(Messages.bundle(CommandParser.class, "usage", locale))
                        // Nobody expects a word that begins with @ to name a file of further words.
                        .setExpandAtFiles(false);
    }

    /**
     * The command, with its options as typed.
     *
     * @throws CommandFailedException when the words make no command
     */
    CommandOptions parse(String... words) {
        try {
            CommandLine.ParseResult parsed = program.parseArgs(words);
            return (CommandOptions)
                    (parsed.hasSubcommand() ? parsed.subcommand() : parsed)
                            .commandSpec()
                            .userObject();
        } catch (CommandLine.ParameterException e) {
            throw failure(e, e.getCommandLine().getCommand());
        }
    }

    private CommandFailedException failure(
            CommandLine.ParameterException e, CommandOptions command) {
        String help = command.howToGetHelp();
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return command.failure("error.unknownOption", word, help);
            }
            return e.getCommandLine() == program
                    ? command.failure("error.unknownCommand", word, command.commands(), help)
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
