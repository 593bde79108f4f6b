package pingmonitor.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.HostAndPort;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.PlanInput;
import pingmonitor.ping.Validated;
import pingmonitor.ping.loss.KnownServers;
import pingmonitor.report.ProblemText;
import pingmonitor.text.Messages;

/** The meaning of the words and options of {@code ping}. */
final class PingArguments {
    private final Grammar.Parsed parsed;
    private final Messages messages;
    private final ProblemText problems;

    PingArguments(Grammar.Parsed parsed, Locale locale) {
        this.parsed = parsed;
        this.messages = Messages.beside(PingArguments.class, locale);
        this.problems = new ProblemText(locale);
    }

    /**
     * @throws CommandFailedException when a value cannot be used
     */
    PingPlan plan() {
        HostAndPort server = server();
        return new PingPlan(
                valid(PlanInput.host(server.host())),
                valid(PlanInput.port(server.port())),
                family(),
                count(),
                option(Grammar.TIMEOUT, PlanInput::timeout).orElse(PingPlan.DEFAULT_TIMEOUT),
                pacing(),
                option(Grammar.SIZE, PlanInput::messageBytes).orElse(0),
                !parsed.has(Grammar.NO_VERDICTS));
    }

    /** The servers that are known to be of this program: that of an invitation. */
    KnownServers known() {
        return PlanInput.isInvitation(parsed.word(0)) ? KnownServers.invited() : new KnownServers();
    }

    /** In two words, or in one that has both, such as {@code 192.168.1.20:12000} or an invitation in quotes. */
    private HostAndPort server() {
        String word = parsed.word(0);
        Optional<String> port = parsed.wordIfGiven(1);
        Optional<HostAndPort> both = PlanInput.hostAndPort(word);
        if (both.isEmpty()) {
            if (port.isEmpty()) {
                // What is wrong with the word itself is worth more than what is missing behind it.
                valid(PlanInput.host(word));
                throw new CommandFailedException(
                        Grammar.portMissing(messages, parsed.howToGetHelp()));
            }
            return new HostAndPort(word, port.get());
        }
        if (port.isPresent() && !port.get().strip().equals(both.get().port())) {
            throw new CommandFailedException(
                    messages.text("error.twoPorts", word, both.get().port(), port.get()));
        }
        return both.get();
    }

    private long count() {
        notTogether(Grammar.COUNT, Grammar.CONTINUOUS);
        long count = option(Grammar.COUNT, PlanInput::count).orElse(PingPlan.DEFAULT_COUNT);
        return parsed.has(Grammar.CONTINUOUS) ? PingPlan.UNTIL_STOPPED : count;
    }

    private Pacing pacing() {
        notTogether(Grammar.INTERVAL, Grammar.PAUSE);
        Optional<Pacing> fixedRate =
                option(Grammar.INTERVAL, PlanInput::interval).map(Pacing.FixedRate::new);
        return fixedRate.orElseGet(
                () ->
                        new Pacing.StopAndWait(
                                option(Grammar.PAUSE, PlanInput::pause)
                                        .orElse(Pacing.StopAndWait.DEFAULT_PAUSE)));
    }

    private AddressFamily family() {
        notTogether(Grammar.IPV4, Grammar.IPV6);
        if (parsed.has(Grammar.IPV4)) {
            return AddressFamily.IPV4;
        }
        return parsed.has(Grammar.IPV6) ? AddressFamily.IPV6 : AddressFamily.ANY;
    }

    private void notTogether(String one, String other) {
        if (parsed.has(one) && parsed.has(other)) {
            throw new CommandFailedException(messages.text("error.notTogether", one, other));
        }
    }

    private <T> Optional<T> option(String name, Function<String, Validated<T>> check) {
        return parsed.option(name).map(check).map(this::valid);
    }

    private <T> T valid(Validated<T> checked) {
        return checked.valueIfValid()
                .orElseThrow(
                        () ->
                                new CommandFailedException(
                                        problems.of(checked.problemIfInvalid().orElseThrow())));
    }
}
