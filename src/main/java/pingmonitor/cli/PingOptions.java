package pingmonitor.cli;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.ping.loss.KnownServers;

/** The options of {@code ping}, and the plan that they make. */
@Command(name = "ping")
final class PingOptions extends CommandOptions {
    @Parameters(index = "0", paramLabel = "HOST", descriptionKey = "host")
    private String host = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = PORT, descriptionKey = "port")
    private Optional<String> port;

    @Option(
            names = {"-c", "--count"},
            paramLabel = "N")
    private Optional<String> count;

    @Option(names = "--continuous")
    private boolean continuous;

    @Option(names = "--timeout", paramLabel = TIME)
    private Optional<String> timeout;

    @Option(names = "--pause", paramLabel = TIME)
    private Optional<String> pause;

    @Option(
            names = {"-i", "--interval"},
            paramLabel = TIME)
    private Optional<String> interval;

    @Option(names = "--size", paramLabel = "BYTES")
    private Optional<String> size;

    @Option(names = "-4")
    private boolean ipv4;

    @Option(names = "-6")
    private boolean ipv6;

    @Option(names = "--no-verdicts")
    private boolean noVerdicts;

    @Option(names = "--save")
    private boolean save;

    @Option(names = "--name", paramLabel = NAME, descriptionKey = "udp-ping-monitor.ping.name")
    private Optional<String> name;

    @Option(names = "--json")
    private boolean json;

    PingOptions(Locale locale) {
        super(locale);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        KnownServers known =
                PlanInput.isInvitation(host) ? KnownServers.invited() : new KnownServers();
        PingPlan plan = plan();
        return new PingCommand(terminal, engines, ending)
                .run(plan, known, json, saving(plan, terminal, engines));
    }

    private RunSaving saving(PingPlan plan, Terminal terminal, EngineFactories engines) {
        if (!save && name.isPresent()) {
            throw failure("error.onlyWith", "--name", "--save");
        } else if (!save) {
            return RunSaving.none();
        }
        SpaceKeeping.beforeRun(terminal, engines);
        return RunSaving.by(engines.histories().get().keepers(), plan, name.orElse(""));
    }

    private PingPlan plan() {
        HostAndPort server = server();
        return new PingPlan(
                valid(PlanInput.host(server.host())),
                valid(PlanInput.port(server.port())),
                family(),
                count(),
                valid(timeout, PlanInput::timeout).orElse(PingPlan.DEFAULT_TIMEOUT),
                pacing(),
                valid(size, PlanInput::messageBytes).orElse(0),
                !noVerdicts);
    }

    /** In two words, or in one that has both, such as {@code 192.168.1.20:12000} or an invitation in quotes. */
    private HostAndPort server() {
        Optional<HostAndPort> both = PlanInput.hostAndPort(host);
        if (both.isEmpty() && port.isEmpty()) {
            // What is wrong with the word itself is worth more than what is missing behind it.
            valid(PlanInput.host(host));
            throw portMissing();
        }
        both.flatMap(server -> port.filter(given -> !given.strip().equals(server.port())))
                .ifPresent(
                        given -> {
                            throw failure("error.twoPorts", host, both.get().port(), given);
                        });
        return both.orElseGet(() -> new HostAndPort(host, port.orElseThrow()));
    }

    private long count() {
        notTogether("--count", "--continuous");
        long number = valid(count, PlanInput::count).orElse(PingPlan.DEFAULT_COUNT);
        return continuous ? PingPlan.UNTIL_STOPPED : number;
    }

    private Pacing pacing() {
        notTogether("--interval", "--pause");
        Optional<Pacing> fixedRate =
                valid(interval, PlanInput::interval).map(Pacing.FixedRate::new);
        return fixedRate.orElseGet(
                () ->
                        new Pacing.StopAndWait(
                                valid(pause, PlanInput::pause)
                                        .orElse(Pacing.StopAndWait.DEFAULT_PAUSE)));
    }

    private AddressFamily family() {
        notTogether("-4", "-6");
        if (ipv4) {
            return AddressFamily.IPV4;
        }
        return ipv6 ? AddressFamily.IPV6 : AddressFamily.ANY;
    }
}
