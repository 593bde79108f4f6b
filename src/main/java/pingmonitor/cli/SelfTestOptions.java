package pingmonitor.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pingmonitor.selftest.SelfTestWindow;

/** The options of {@code self-test}. */
@Command(name = "self-test")
final class SelfTestOptions extends CommandOptions {
    private final SelfTestWindow window;

    @Option(names = "--window")
    private boolean inWindow;

    @Option(names = "--json")
    private boolean json;

    /**
     * @param window what {@code --window} opens
     */
    SelfTestOptions(Locale locale, SelfTestWindow window) {
        super(locale);
        this.window = window;
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        return inWindow
                ? new SelfTestInWindow(terminal, window, ending, SelfTestInWindow.LIMIT).run(json)
                : new SelfTestCommand(terminal, engines, ending).run(json);
    }
}
