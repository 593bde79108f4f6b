package pingmonitor.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ping.DurationText;
import pingmonitor.ping.NumberInput;
import pingmonitor.ping.PlanInput;
import pingmonitor.ping.Validated;
import pingmonitor.report.ProblemText;
import pingmonitor.router.Consent;
import pingmonitor.router.ForwardingPlan;
import pingmonitor.text.Messages;

/** The meaning of the words and options of {@code serve}. */
final class ServeArguments {
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,9})? ?%?");

    private static final Pattern LIMIT = Pattern.compile("\\d{1,9}");

    /** A seed drawn for the person is short enough to be typed again. */
    private static final int DRAWN_SEEDS = 1_000_000;

    private final Grammar.Parsed parsed;
    private final Messages messages;
    private final ProblemText problems;

    ServeArguments(Grammar.Parsed parsed, Locale locale) {
        this.parsed = parsed;
        this.messages = Messages.beside(ServeArguments.class, locale);
        this.problems = new ProblemText(locale);
    }

    /**
     * @throws CommandFailedException when a value cannot be used
     */
    EchoPlan plan() {
        Validated<Integer> port = PlanInput.port(parsed.word(0));
        return new EchoPlan(
                port.valueIfValid()
                        .orElseThrow(
                                () ->
                                        new CommandFailedException(
                                                problems.of(
                                                        port.problemIfInvalid().orElseThrow()))),
                impairments(),
                parsed.option(Grammar.SEED)
                        .map(this::seed)
                        .orElseGet(() -> (long) new SplittableRandom().nextInt(DRAWN_SEEDS)),
                parsed.option(Grammar.LIMIT).map(this::limits).orElse(AbuseLimits.DEFAULT));
    }

    /**
     * What was asked of the router; empty where nothing was.
     *
     * @throws CommandFailedException when a value cannot be used
     */
    Optional<MappingRequest> mapping() {
        boolean permanent = parsed.has(Grammar.MAP_PERMANENT);
        boolean wanted = permanent || parsed.has(Grammar.MAP_PORT);
        Optional<Duration> lease = parsed.option(Grammar.MAP_LEASE).map(this::lease);
        if (!wanted && lease.isPresent()) {
            throw new CommandFailedException(
                    messages.text("error.onlyWith", Grammar.MAP_LEASE, Grammar.MAP_PORT));
        }
        return wanted
                ? Optional.of(
                        new MappingRequest(
                                permanent ? Consent.PERMANENT_TOO : Consent.GIVEN,
                                lease.orElse(ForwardingPlan.USUAL_LEASE)))
                : Optional.empty();
    }

    private Duration lease(String typed) {
        return DurationText.parse(typed, TimeUnit.SECONDS)
                .filter(lease -> lease.compareTo(ForwardingPlan.MIN_LEASE) >= 0)
                .filter(lease -> lease.compareTo(ForwardingPlan.MAX_LEASE) <= 0)
                .orElseThrow(() -> new CommandFailedException(messages.text("error.lease", typed)));
    }

    /**
     * Whether and how to announce the server.
     *
     * @throws CommandFailedException when the name cannot be used
     */
    Announcing announcing() {
        Optional<ServiceName> name = parsed.option(Grammar.NAME).map(this::name);
        if (name.isPresent() && !parsed.has(Grammar.ANNOUNCE)) {
            throw new CommandFailedException(
                    messages.text("error.onlyWith", Grammar.NAME, Grammar.ANNOUNCE));
        }
        return new Announcing(parsed.has(Grammar.ANNOUNCE), name);
    }

    /**
     * What the local network is told.
     *
     * @param wanted whether anything
     * @param name empty for the one of this machine
     */
    record Announcing(boolean wanted, Optional<ServiceName> name) {}

    private ServiceName name(String typed) {
        return ServiceName.of(typed)
                .orElseThrow(
                        () ->
                                new CommandFailedException(
                                        messages.text(
                                                "error.name",
                                                Integer.toString(ServiceName.MOST_BYTES))));
    }

    /** The preset, and what was asked for beside it. */
    private Impairments impairments() {
        Impairments base =
                parsed.option(Grammar.PRESET).map(this::preset).orElse(Preset.BOOK).impairments();
        return new Impairments(
                share(Grammar.LOSS).orElse(base.loss()),
                new Delay(
                        parsed.option(Grammar.DELAY).map(this::delay).orElse(base.delay().mean()),
                        parsed.option(Grammar.DELAY_SPREAD)
                                .map(this::spread)
                                .orElse(base.delay().spread())),
                share(Grammar.DUPLICATES).orElse(base.duplicates()),
                share(Grammar.REORDER).orElse(base.reordering()),
                parsed.option(Grammar.REPLY).map(this::replyText).orElse(base.replyText()));
    }

    private Preset preset(String id) {
        return Preset.byId(id)
                .orElseThrow(
                        () ->
                                new CommandFailedException(
                                        messages.text("error.preset", id, Grammar.presets())));
    }

    private Optional<Double> share(String option) {
        return parsed.option(option)
                .map(
                        typed -> {
                            String percent = NumberInput.plain(typed).replace(',', '.');
                            String number = percent.replace("%", "");
                            boolean valid =
                                    PERCENT.matcher(percent).matches()
                                            && Double.parseDouble(number) <= 100;
                            if (!valid) {
                                throw new CommandFailedException(
                                        messages.text("error.percent", typed, option));
                            }
                            return Double.parseDouble(number) / 100;
                        });
    }

    private Duration delay(String typed) {
        return PlanInput.pause(typed)
                .valueIfValid()
                .filter(delay -> delay.compareTo(Delay.MAX_MEAN) <= 0)
                .orElseThrow(() -> new CommandFailedException(messages.text("error.delay", typed)));
    }

    private Delay.Spread spread(String typed) {
        return switch (typed) {
            case "constant" -> Delay.Spread.CONSTANT;
            case "uniform" -> Delay.Spread.UNIFORM;
            default -> throw new CommandFailedException(messages.text("error.delaySpread", typed));
        };
    }

    private ReplyText replyText(String typed) {
        return ReplyText.byId(typed)
                .orElseThrow(() -> new CommandFailedException(messages.text("error.reply", typed)));
    }

    private AbuseLimits limits(String typed) {
        if (typed.equals("off")) {
            return AbuseLimits.OFF;
        }
        String number = NumberInput.whole(typed);
        if (LIMIT.matcher(number).matches()) {
            int perSecond = Integer.parseInt(number);
            if (perSecond >= 1 && perSecond <= AbuseLimits.MOST_PER_CLIENT) {
                return AbuseLimits.ofClient(perSecond);
            }
        }
        throw new CommandFailedException(
                messages.text("error.limit", typed, Integer.toString(AbuseLimits.MOST_PER_CLIENT)));
    }

    private long seed(String typed) {
        try {
            return Long.parseLong(NumberInput.whole(typed));
        } catch (NumberFormatException e) {
            throw new CommandFailedException(messages.text("error.seed", typed));
        }
    }
}
