package pingmonitor.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pingmonitor.monitor.MonitorSet;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.TargetPlan;
import pingmonitor.ping.input.DurationText;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.report.FigureText;

/** The options of {@code monitor}, and the targets that they make. */
@Command(name = "monitor")
final class MonitorOptions extends CommandOptions {
    private static final Duration MIN_TIME = Duration.ofSeconds(1);
    private static final Duration MAX_TIME = Duration.ofHours(24 * 366);

    @Parameters(arity = "0..*", paramLabel = "HOST", descriptionKey = "host")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--port", paramLabel = PORT)
    private Optional<String> port;

    @Option(
            names = {"-i", "--interval"},
            paramLabel = TIME)
    private Optional<String> interval;

    @Option(names = "--timeout", paramLabel = TIME)
    private Optional<String> timeout;

    @Option(names = "--for", paramLabel = TIME)
    private Optional<String> time;

    @Option(
            names = {"-c", "--count"},
            paramLabel = "N")
    private Optional<String> count;

    @Option(names = "--losses", paramLabel = "N")
    private Optional<String> losses;

    @Option(names = "--on-outage", paramLabel = "${bundle:label.commandLine}")
    private Optional<String> onOutage;

    @Option(names = "--name", paramLabel = NAME)
    private Optional<String> name;

    @Option(names = "--no-keep")
    private boolean noKeep;

    @Option(names = "--remember")
    private boolean remember;

    @Option(names = "-4")
    private boolean ipv4;

    @Option(names = "-6")
    private boolean ipv6;

    @Option(names = "--no-verdicts")
    private boolean noVerdicts;

    @Option(names = "--json")
    private boolean json;

    MonitorOptions(Locale locale) {
        super(locale);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        Optional<Duration> howLong = time.map(this::time);
        RememberedTargets remembered = new RememberedTargets(engines.targets());
        List<TargetPlan> targets = targets(remembered);
        if (remember) {
            remembered
                    .save(targets)
                    .ifPresent(
                            why -> {
                                throw failure("error.monitor.remember", why);
                            });
        }
        if (!noKeep && engines.settings().get().peek().runs().kept()) {
            SpaceKeeping.beforeRun(terminal, engines);
        }
        return new MonitorCommand(terminal, engines, ending).run(targets, howLong, onOutage, json);
    }

    private List<TargetPlan> targets(RememberedTargets remembered) {
        if (!hosts.isEmpty()) {
            atMost(hosts.size());
            List<TargetPlan> targets = hosts.stream().map(this::target).toList();
            refuseTwice(targets);
            return targets;
        }
        List<TargetPlan> before = remembered.load();
        if (before.isEmpty()) {
            throw failure("error.monitor.noTarget", howToGetHelp());
        }
        atMost(before.size());
        return before;
    }

    /** Their lines could not be told apart. */
    private void refuseTwice(List<TargetPlan> targets) {
        Set<String> before = new HashSet<>();
        for (TargetPlan target : targets) {
            String endpoint = FigureText.endpoint(target.plan().host(), target.plan().port());
            if (!before.add(endpoint.toLowerCase(Locale.ROOT))) {
                throw failure("error.monitor.twice", endpoint);
            }
        }
    }

    private void atMost(int targets) {
        if (targets > MonitorSet.MAX_TARGETS) {
            throw failure("error.monitor.tooMany", Integer.toString(MonitorSet.MAX_TARGETS));
        }
    }

    private TargetPlan target(String word) {
        HostAndPort server = server(word);
        PingPlan plan =
                new PingPlan(
                        valid(PlanInput.host(server.host())),
                        valid(PlanInput.port(server.port())),
                        family(),
                        valid(count, PlanInput::count).orElse(PingPlan.UNTIL_STOPPED),
                        valid(timeout, PlanInput::timeout).orElse(PingPlan.DEFAULT_TIMEOUT),
                        new Pacing.FixedRate(
                                valid(interval, PlanInput::interval)
                                        .orElse(Pacing.FixedRate.DEFAULT_INTERVAL)),
                        0,
                        !noVerdicts);
        return new TargetPlan(nameOf(plan), plan, losses(), !noKeep);
    }

    private HostAndPort server(String word) {
        Optional<HostAndPort> both = PlanInput.hostAndPort(word);
        if (both.isEmpty() && port.isEmpty()) {
            // What is wrong with the word itself is worth more than what is missing behind it.
            valid(PlanInput.host(word));
            throw failure("error.monitor.portMissing", word, howToGetHelp());
        }
        return both.orElseGet(() -> new HostAndPort(word, port.orElseThrow()));
    }

    /** Several targets cannot have the same name. */
    private String nameOf(PingPlan plan) {
        String given = name.map(String::strip).orElse("");
        String own =
                given.isEmpty() || hosts.size() == 1
                        ? given
                        : given + " " + FigureText.endpoint(plan.host(), plan.port());
        if (own.length() > TargetPlan.MAX_NAME
                || own.codePoints().anyMatch(Character::isISOControl)) {
            throw failure("error.monitor.name", Integer.toString(TargetPlan.MAX_NAME));
        }
        return own;
    }

    private int losses() {
        return losses.map(
                        typed ->
                                PlanInput.count(typed)
                                        .valueIfValid()
                                        .filter(number -> number <= TargetPlan.MAX_MIN_LOSSES)
                                        .map(Long::intValue)
                                        .orElseThrow(() -> failure("error.monitor.losses", typed)))
                .orElse(TargetPlan.DEFAULT_MIN_LOSSES);
    }

    private Duration time(String typed) {
        return DurationText.parse(typed, TimeUnit.SECONDS)
                .filter(
                        howLong ->
                                howLong.compareTo(MIN_TIME) >= 0
                                        && howLong.compareTo(MAX_TIME) <= 0)
                .orElseThrow(() -> failure("error.monitor.for", typed));
    }

    private AddressFamily family() {
        notTogether("-4", "-6");
        if (ipv4) {
            return AddressFamily.IPV4;
        }
        return ipv6 ? AddressFamily.IPV6 : AddressFamily.ANY;
    }
}
