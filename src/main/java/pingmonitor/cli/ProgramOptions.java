package pingmonitor.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pingmonitor.version.ProgramVersion;

/** The options before any command: without one of them, or a command, there is nothing to do. */
@Command(name = "udp-ping-monitor", synopsisSubcommandLabel = "${bundle:label.command}")
final class ProgramOptions extends CommandOptions {
    private final Locale locale;

    @Option(names = {"-V", "--version"})
    private boolean version;

    ProgramOptions(Locale locale) {
        super(locale);
        this.locale = locale;
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
