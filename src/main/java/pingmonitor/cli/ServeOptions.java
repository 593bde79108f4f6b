package pingmonitor.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ping.input.DurationText;
import pingmonitor.ping.input.NumberInput;
import pingmonitor.ping.input.PlanInput;
import pingmonitor.router.Consent;
import pingmonitor.router.ForwardingPlan;

/** The options of {@code serve}, and the server that they make. */
@Command(name = "serve")
final class ServeOptions extends CommandOptions {
    private static final Pattern PERCENTAGE = Pattern.compile("\\d{1,3}(\\.\\d{1,9})? ?%?");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    /** Number of seeds that can be drawn: each is short enough to be typed again. */
    private static final int DRAWN_SEEDS = 1_000_000;

    @Parameters(index = "0", paramLabel = PORT, descriptionKey = "port")
    private String port = "";

    @Option(names = "--loss", paramLabel = PERCENT)
    private Optional<String> loss;

    @Option(names = "--preset", paramLabel = NAME)
    private Optional<String> preset;

    @Option(names = "--reply", paramLabel = "upper|echo")
    private Optional<String> reply;

    @Option(names = "--delay", paramLabel = TIME)
    private Optional<String> delay;

    @Option(names = "--delay-spread", paramLabel = "constant|uniform")
    private Optional<String> delaySpread;

    @Option(names = "--duplicates", paramLabel = PERCENT)
    private Optional<String> duplicates;

    @Option(names = "--reorder", paramLabel = PERCENT)
    private Optional<String> reorder;

    @Option(names = "--seed", paramLabel = "N")
    private Optional<String> seed;

    @Option(names = "--limit", paramLabel = "N|off")
    private Optional<String> limit;

    @Option(names = "--map-port")
    private boolean mapPort;

    @Option(names = "--map-lease", paramLabel = TIME)
    private Optional<String> mapLease;

    @Option(names = "--map-permanent")
    private boolean mapPermanent;

    @Option(names = "--announce")
    private boolean announce;

    @Option(names = "--name", paramLabel = NAME)
    private Optional<String> name;

    @Option(names = "--json")
    private boolean json;

    ServeOptions(Locale locale) {
        super(locale);
    }

    @Override
    int run(Terminal terminal, EngineFactories engines, Ending ending) {
        return new ServeCommand(terminal, engines, ending)
                .run(plan(), announcing(), mapping(), json);
    }

    private EchoPlan plan() {
        return new EchoPlan(
                valid(PlanInput.port(port)),
                impairments(),
                seed.map(this::seed)
                        .orElseGet(() -> (long) new SplittableRandom().nextInt(DRAWN_SEEDS)),
                limit.map(this::limits).orElse(RateLimitSettings.DEFAULT));
    }

    /** What was asked of the router; empty where nothing was. */
    private Optional<MappingRequest> mapping() {
        boolean wanted = mapPermanent || mapPort;
        Optional<Duration> lease = mapLease.map(this::lease);
        if (!wanted && lease.isPresent()) {
            throw failure("error.onlyWith", "--map-lease", "--map-port");
        }
        return wanted
                ? Optional.of(
                        new MappingRequest(
                                mapPermanent ? Consent.PERMANENT_TOO : Consent.GIVEN,
                                lease.orElse(ForwardingPlan.USUAL_LEASE)))
                : Optional.empty();
    }

    private Duration lease(String typed) {
        return DurationText.parse(typed, TimeUnit.SECONDS)
                .filter(lease -> lease.compareTo(ForwardingPlan.MIN_LEASE) >= 0)
                .filter(lease -> lease.compareTo(ForwardingPlan.MAX_LEASE) <= 0)
                .orElseThrow(() -> failure("error.lease", typed));
    }

    private Announcing announcing() {
        Optional<ServiceName> checked = name.map(this::name);
        if (checked.isPresent() && !announce) {
            throw failure("error.onlyWith", "--name", "--announce");
        }
        return new Announcing(announce, checked);
    }

    /**
     * The announcement on the local network.
     *
     * @param wanted whether anything
     * @param name empty for the one of this machine
     */
    record Announcing(boolean wanted, Optional<ServiceName> name) {}

    private ServiceName name(String typed) {
        return ServiceName.of(typed)
                .orElseThrow(() -> failure("error.name", Integer.toString(ServiceName.MAX_BYTES)));
    }

    /** The preset, and what was asked for beside it. */
    private Impairments impairments() {
        Impairments base = preset.map(this::preset).orElse(Preset.BOOK).impairments();
        return new Impairments(
                share("--loss", loss).orElse(base.loss()),
                new Delay(
                        delay.map(this::delay).orElse(base.delay().mean()),
                        delaySpread.map(this::spread).orElse(base.delay().spread())),
                share("--duplicates", duplicates).orElse(base.duplicates()),
                share("--reorder", reorder).orElse(base.reordering()),
                reply.map(this::replyText).orElse(base.replyText()));
    }

    private Preset preset(String id) {
        return Preset.byId(id).orElseThrow(() -> failure("error.preset", id, presets()));
    }

    private static String presets() {
        return Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.joining(", "));
    }

    private Optional<Double> share(String option, Optional<String> given) {
        return given.map(
                typed -> {
                    String percent = NumberInput.plain(typed).replace(',', '.');
                    String number = percent.replace("%", "");
                    boolean valid =
                            PERCENTAGE.matcher(percent).matches()
                                    && Double.parseDouble(number) <= 100;
                    if (!valid) {
                        throw failure("error.percent", typed, option);
                    }
                    return Double.parseDouble(number) / 100;
                });
    }

    private Duration delay(String typed) {
        return PlanInput.pause(typed)
                .valueIfValid()
                .filter(delay -> delay.compareTo(Delay.MAX_MEAN) <= 0)
                .orElseThrow(() -> failure("error.delay", typed));
    }

    private Delay.Spread spread(String typed) {
        return switch (typed) {
            case "constant" -> Delay.Spread.CONSTANT;
            case "uniform" -> Delay.Spread.UNIFORM;
            default -> throw failure("error.delaySpread", typed);
        };
    }

    private ReplyText replyText(String typed) {
        return ReplyText.byId(typed).orElseThrow(() -> failure("error.reply", typed));
    }

    private RateLimitSettings limits(String typed) {
        if (typed.equals("off")) {
            return RateLimitSettings.OFF;
        }
        String number = NumberInput.whole(typed);
        if (WHOLE_NUMBER.matcher(number).matches()) {
            int perSecond = Integer.parseInt(number);
            if (perSecond >= 1 && perSecond <= RateLimitSettings.MAX_PER_CLIENT) {
                return RateLimitSettings.ofClient(perSecond);
            }
        }
        throw failure("error.limit", typed, Integer.toString(RateLimitSettings.MAX_PER_CLIENT));
    }

    private long seed(String typed) {
        try {
            return Long.parseLong(NumberInput.whole(typed));
        } catch (NumberFormatException e) {
            throw failure("error.seed", typed);
        }
    }
}
