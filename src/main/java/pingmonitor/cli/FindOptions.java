package pingmonitor.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pingmonitor.ping.input.PlanInput;

/** The options of {@code find}. */
@Command(name = "find")
final class FindOptions extends CommandOptions {
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(5);
    private static final Duration MIN_TIME = Duration.ofSeconds(1);

    @Option(names = "--for", paramLabel = TIME)
    private Optional<String> time;

    @Option(names = "--json")
    private boolean json;

    FindOptions(Locale locale) {
        super(locale);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        Duration howLong = time.map(this::time).orElse(DEFAULT_TIME);
        return new FindCommand(terminal, engines, ending).run(howLong, json);
    }

    private Duration time(String typed) {
        return PlanInput.timeout(typed)
                .valueIfValid()
                .filter(howLong -> howLong.compareTo(MIN_TIME) >= 0)
                .orElseThrow(() -> failure("error.for", typed));
    }
}
