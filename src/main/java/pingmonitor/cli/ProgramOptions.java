package pingmonitor.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pingmonitor.version.ProgramVersion;

/** The options before any command: without one of them, or a command, there is nothing to do. */
@Command(name = "udp-ping-monitor", synopsisSubcommandLabel = "${bundle:label.command}")
final class ProgramOptions extends CommandOptions {
    static final String VERSION = "--version";

    private final Locale locale;
    private final List<String> commands;

    @Option(names = {"-V", VERSION})
    private boolean version;

    ProgramOptions(Locale locale, List<String> commands) {
        super(locale);
        this.locale = locale;
        this.commands = commands;
    }

    /** The names of all commands. */
    String commands() {
        return String.join(", ", commands);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        if (!version) {
            throw failure("error.noCommand", commands(), howToGetHelp());
        }
        ProgramVersion.lines(locale).forEach(terminal.out()::println);
        terminal.out().flush();
        return 0;
    }
}
