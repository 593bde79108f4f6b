package pingmonitor.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.ping.PingPlan;
import pingmonitor.text.Messages;

/** Which commands, options and words there are, and their help. What the values mean is not known here. */
final class Grammar {
    static final String PROGRAM = "udp-ping-monitor";
    static final String HOST = "HOST";
    static final String COUNT = "--count";
    static final String CONTINUOUS = "--continuous";
    static final String TIMEOUT = "--timeout";
    static final String PAUSE = "--pause";
    static final String INTERVAL = "--interval";
    static final String SIZE = "--size";
    static final String IPV4 = "-4";
    static final String IPV6 = "-6";
    static final String NO_VERDICTS = "--no-verdicts";
    static final String LOSS = "--loss";
    static final String PRESET = "--preset";
    static final String DELAY = "--delay";
    static final String DELAY_SPREAD = "--delay-spread";
    static final String REPLY = "--reply";
    static final String DUPLICATES = "--duplicates";
    static final String REORDER = "--reorder";
    static final String SEED = "--seed";
    static final String LIMIT = "--limit";
    static final String MAP_PORT = "--map-port";
    static final String MAP_LEASE = "--map-lease";
    static final String MAP_PERMANENT = "--map-permanent";
    static final String ANNOUNCE = "--announce";
    static final String NAME = "--name";
    static final String FOR = "--for";
    static final String JSON = "--json";
    static final String WINDOW = "--window";

    private static final String HELP = "--help";
    private static final String VERSION = "--version";

    /** What can be asked for. */
    enum Command {
        PING("ping"),
        SERVE("serve"),
        FIND("find"),
        SELF_TEST("self-test");

        private final String word;

        Command(String word) {
            this.word = word;
        }
    }

    private final Messages messages;
    private final CommandLine root;

    Grammar(Messages messages) {
        this.messages = messages;
        this.root = new CommandLine(program());
        root.addSubcommand(Command.PING.word, new CommandLine(ping()));
        root.addSubcommand(Command.SERVE.word, new CommandLine(serve()));
        root.addSubcommand(Command.FIND.word, new CommandLine(find()));
        root.addSubcommand(Command.SELF_TEST.word, new CommandLine(selfTest()));
        // Nobody expects that a word which begins with @ is the name of a file of further words.
        root.setExpandAtFiles(false);
    }

    /** The words and options of one command line. */
    static final class Parsed {
        private final CommandLine.ParseResult result;

        private Parsed(CommandLine.ParseResult result) {
            this.result = result;
        }

        boolean helpAsked() {
            return has(HELP);
        }

        boolean versionAsked() {
            return has(VERSION);
        }

        String help() {
            return result.commandSpec().commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
        }

        /** The command; only where neither help nor the version is asked for. */
        Command command() {
            return Arrays.stream(Command.values())
                    .filter(command -> command.word.equals(result.commandSpec().name()))
                    .findFirst()
                    .orElseThrow();
        }

        boolean has(String option) {
            return result.hasMatchedOption(option);
        }

        /** The value given to an option. */
        Optional<String> option(String name) {
            return Optional.ofNullable(result.matchedOptionValue(name, (String) null));
        }

        /** The word in a place that must not be empty, from 0. */
        String word(int place) {
            return result.matchedPositionalValue(place, "");
        }

        /** The word in a place that may be empty. */
        Optional<String> wordIfGiven(int place) {
            return Optional.ofNullable(result.matchedPositionalValue(place, (String) null));
        }

        /** How to ask for the command's help. */
        String howToGetHelp() {
            return seeHelp(result.commandSpec().commandLine());
        }
    }

    /**
     * @throws CommandFailedException when the words make no command
     */
    Parsed parse(String... args) {
        try {
            CommandLine.ParseResult result = root.parseArgs(args);
            Parsed parsed = new Parsed(result.subcommands().stream().findFirst().orElse(result));
            boolean complete =
                    result.hasSubcommand() || parsed.helpAsked() || parsed.versionAsked();
            if (!complete) {
                throw new CommandFailedException(
                        messages.text("error.noCommand", commands(), seeHelp(root)));
            }
            return parsed;
        } catch (CommandLine.ParameterException e) {
            throw new CommandFailedException(words(e));
        }
    }

    private String words(CommandLine.ParameterException e) {
        String help = seeHelp(e.getCommandLine());
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return messages.text("error.unknownOption", word, help);
            }
            return e.getCommandLine() == root
                    ? messages.text("error.unknownCommand", word, commands(), help)
                    : messages.text("error.tooManyWords", word, help);
        } else if (e instanceof CommandLine.MissingParameterException missing) {
            List<ArgSpec> specs = missing.getMissing();
            return !specs.isEmpty() && specs.get(0) instanceof OptionSpec option
                    ? messages.text("error.optionWithoutValue", option.longestName(), help)
                    : wordsMissing(
                            specs.stream()
                                    .map(ArgSpec::paramLabel)
                                    .collect(Collectors.joining(", ")),
                            help);
        } else if (e instanceof CommandLine.OverwrittenOptionException twice) {
            OptionSpec option = (OptionSpec) twice.getOverwritten();
            return messages.text("error.optionTwice", option.longestName(), help);
        }
        return messages.text("error.other", e.getMessage().lines().findFirst().orElse(""), help);
    }

    private String wordsMissing(String words, String help) {
        return words.equals(messages.text("help.label.port"))
                ? portMissing(messages, help)
                : messages.text("error.wordMissing", words, help);
    }

    /** What is said where a command needs a port that is not given. */
    static String portMissing(Messages messages, String help) {
        return messages.text(
                "error.portMissing",
                messages.text("help.label.port"),
                Integer.toString(PingPlan.DEFAULT_PORT),
                help);
    }

    private static String seeHelp(CommandLine command) {
        return command.getCommandSpec().qualifiedName(" ") + " " + HELP;
    }

    private static String commands() {
        return Arrays.stream(Command.values())
                .map(command -> command.word)
                .collect(Collectors.joining(", "));
    }

    private CommandSpec program() {
        CommandSpec spec = described(CommandSpec.create(), messages.text("help.program"));
        spec.name(PROGRAM);
        spec.addOption(flag(messages.text("help.version"), "-V", VERSION));
        spec.usageMessage().synopsisSubcommandLabel(messages.text("help.synopsis.command"));
        spec.usageMessage().footer(literal(messages.text("help.program.footer")));
        return spec;
    }

    private CommandSpec ping() {
        CommandSpec spec = described(CommandSpec.create(), messages.text("help.ping"));
        spec.addPositional(word(0, HOST, messages.text("help.host")));
        spec.addPositional(
                wordToLeaveOut(1, messages.text("help.label.port"), messages.text("help.port")));
        spec.addOption(value("N", messages.text("help.count"), "-c", COUNT));
        spec.addOption(flag(messages.text("help.continuous"), CONTINUOUS));
        spec.addOption(
                value(messages.text("help.label.time"), messages.text("help.timeout"), TIMEOUT));
        spec.addOption(value(messages.text("help.label.time"), messages.text("help.pause"), PAUSE));
        spec.addOption(
                value(
                        messages.text("help.label.time"),
                        messages.text("help.interval"),
                        "-i",
                        INTERVAL));
        spec.addOption(value("BYTES", messages.text("help.size"), SIZE));
        spec.addOption(flag(messages.text("help.ipv4"), IPV4));
        spec.addOption(flag(messages.text("help.ipv6"), IPV6));
        spec.addOption(flag(messages.text("help.noVerdicts"), NO_VERDICTS));
        spec.addOption(flag(messages.text("help.json"), JSON));
        spec.usageMessage().footer(literal(messages.text("help.ping.footer")));
        return spec;
    }

    private CommandSpec serve() {
        CommandSpec spec = described(CommandSpec.create(), messages.text("help.serve"));
        String percent = messages.text("help.label.percent");
        spec.addPositional(
                word(0, messages.text("help.label.port"), messages.text("help.servePort")));
        spec.addOption(value(percent, messages.text("help.loss"), LOSS));
        spec.addOption(
                value(
                        messages.text("help.label.name"),
                        messages.text("help.preset", presets()),
                        PRESET));
        spec.addOption(value("upper|echo", messages.text("help.reply"), REPLY));
        spec.addOption(value(messages.text("help.label.time"), messages.text("help.delay"), DELAY));
        spec.addOption(value("constant|uniform", messages.text("help.delaySpread"), DELAY_SPREAD));
        spec.addOption(value(percent, messages.text("help.duplicates"), DUPLICATES));
        spec.addOption(
                value(
                        percent,
                        messages.text(
                                "help.reorder", Long.toString(Impairments.REORDER_HOLD_MILLIS)),
                        REORDER));
        spec.addOption(value("N", messages.text("help.seed"), SEED));
        spec.addOption(
                value(
                        "N|off",
                        messages.text(
                                "help.limit",
                                Long.toString((long) AbuseLimits.DEFAULT.perClient())),
                        LIMIT));
        spec.addOption(flag(messages.text("help.mapPort"), MAP_PORT));
        spec.addOption(
                value(messages.text("help.label.time"), messages.text("help.mapLease"), MAP_LEASE));
        spec.addOption(flag(messages.text("help.mapPermanent"), MAP_PERMANENT));
        spec.addOption(flag(messages.text("help.announce"), ANNOUNCE));
        spec.addOption(
                value(
                        messages.text("help.label.name"),
                        messages.text("help.name", Integer.toString(ServiceName.MOST_BYTES)),
                        NAME));
        spec.addOption(flag(messages.text("help.json"), JSON));
        spec.usageMessage().footer(literal(messages.text("help.serve.footer")));
        return spec;
    }

    private CommandSpec find() {
        CommandSpec spec = described(CommandSpec.create(), messages.text("help.find"));
        spec.addOption(value(messages.text("help.label.time"), messages.text("help.for"), FOR));
        spec.addOption(flag(messages.text("help.json"), JSON));
        spec.usageMessage().footer(literal(messages.text("help.find.footer")));
        return spec;
    }

    private CommandSpec selfTest() {
        CommandSpec spec = described(CommandSpec.create(), messages.text("help.selfTest"));
        spec.addOption(flag(messages.text("help.selfTest.window"), WINDOW));
        spec.addOption(flag(messages.text("help.json"), JSON));
        spec.usageMessage().footer(literal(messages.text("help.selfTest.footer")));
        return spec;
    }

    static String presets() {
        return Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.joining(", "));
    }

    private CommandSpec described(CommandSpec spec, String description) {
        spec.usageMessage()
                .sortOptions(false)
                .synopsisHeading(literal(messages.text("help.heading.usage")) + " ")
                .description(literal(description))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%n" + literal(messages.text("help.heading.commands")) + "%n")
                .footerHeading("%n");
        spec.addOption(
                OptionSpec.builder("-h", HELP)
                        .type(boolean.class)
                        .usageHelp(true)
                        .description(literal(messages.text("help.help")))
                        .build());
        return spec;
    }

    private OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(literal(description))
                .build();
    }

    private OptionSpec value(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(literal(description))
                .build();
    }

    private PositionalParamSpec word(int place, String label, String description) {
        return word(place, label, description, true);
    }

    private PositionalParamSpec wordToLeaveOut(int place, String label, String description) {
        return word(place, label, description, false);
    }

    private static PositionalParamSpec word(
            int place, String label, String description, boolean required) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(place))
                .type(String.class)
                .arity(required ? "1" : "0..1")
                .required(required)
                .paramLabel(label)
                .description(literal(description))
                .build();
    }

    /** The help's texts are formats to the library. */
    private static String literal(String text) {
        return text.replace("%", "%%");
    }
}
