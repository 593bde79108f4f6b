package pingmonitor.cli;

import java.time.Duration;
import java.util.Locale;
import pingmonitor.ping.PlanInput;
import pingmonitor.text.Messages;

/** The meaning of the options of {@code find}. */
final class FindArguments {
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Grammar.Parsed parsed;
    private final Messages messages;

    FindArguments(Grammar.Parsed parsed, Locale locale) {
        this.parsed = parsed;
        this.messages = Messages.beside(FindArguments.class, locale);
    }

    /**
     * How long to look.
     *
     * @throws CommandFailedException when it cannot be used
     */
    Duration time() {
        return parsed.option(Grammar.FOR).map(this::time).orElse(USUAL);
    }

    private Duration time(String typed) {
        return PlanInput.timeout(typed)
                .valueIfValid()
                .filter(time -> time.compareTo(LEAST) >= 0)
                .orElseThrow(() -> new CommandFailedException(messages.text("error.for", typed)));
    }
}
