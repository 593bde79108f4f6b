package pingmonitor.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.fate.Delay;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.ReplyText;
import pingmonitor.ping.AddressFamily;

/** The settings as the text of a properties file, one sorted line a value. */
final class SettingsText {
    private static final String VERSION = "version";
    private static final String VERSION_WRITTEN = "1";

    private static final String USUAL = "usual";
    private static final String OFF = "off";

    /** Decimal places of a nanosecond in a millisecond. */
    private static final int NANO_DIGITS = 6;

    private SettingsText() {}

    /** The text to write. */
    static String of(Settings settings) {
        Properties values = new Properties();
        values.setProperty(VERSION, VERSION_WRITTEN);

        Settings.Ping ping = settings.ping();
        values.setProperty("ping.host", kept(ping.host()));
        values.setProperty("ping.port", kept(ping.port()));
        values.setProperty("ping.count", kept(ping.count()));
        values.setProperty("ping.untilStopped", Boolean.toString(ping.untilStopped()));
        values.setProperty("ping.timeout", kept(ping.timeout()));
        values.setProperty("ping.pause", kept(ping.pause()));
        values.setProperty("ping.fixedRate", Boolean.toString(ping.fixedRate()));
        values.setProperty("ping.interval", kept(ping.interval()));
        values.setProperty("ping.size", kept(ping.size()));
        values.setProperty("ping.family", word(ping.family()));
        values.setProperty("ping.verdicts", Boolean.toString(ping.verdicts()));

        Settings.Server server = settings.server();
        Impairments impairments = server.impairments();
        values.setProperty("server.port", kept(server.port()));
        values.setProperty("server.loss", Double.toString(impairments.loss()));
        values.setProperty("server.delay.mean.ms", millis(impairments.delay().mean()));
        values.setProperty("server.delay.spread", word(impairments.delay().spread()));
        values.setProperty("server.duplicates", Double.toString(impairments.duplicates()));
        values.setProperty("server.reordering", Double.toString(impairments.reordering()));
        values.setProperty("server.reply", impairments.replyText().id());
        values.setProperty("server.limit", limit(server.limits()));
        values.setProperty("server.seed", Long.toString(server.seed()));
        values.setProperty("server.announced", Boolean.toString(server.announced()));
        values.setProperty("server.name", kept(server.name()));
        values.setProperty("server.panelOpen", Boolean.toString(server.panelOpen()));

        Settings.Look look = settings.look();
        values.setProperty("look.theme", word(look.theme()));
        values.setProperty("look.language", kept(look.language()));
        values.setProperty("look.fontSize", Integer.toString(look.fontSize()));

        settings.window().ifPresent(window -> put(window, values));
        return sorted(values);
    }

    /**
     * The settings in a text; what it does not mention is as at the first start.
     *
     * @throws IllegalArgumentException when a value cannot be understood
     * @throws ArithmeticException when a number is out of all bounds
     */
    static Settings parse(String text) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IOException fromAString) {
            throw new UncheckedIOException(fromAString);
        }
        if (!VERSION_WRITTEN.equals(values.getProperty(VERSION))) {
            throw new IllegalArgumentException("version " + values.getProperty(VERSION));
        }
        Reader from = new Reader(values);
        Settings.Ping ping = Settings.DEFAULT.ping();
        Settings.Server server = Settings.DEFAULT.server();
        Settings.Look look = Settings.DEFAULT.look();
        return new Settings(
                new Settings.Ping(
                        from.text("ping.host", ping.host()),
                        from.text("ping.port", ping.port()),
                        from.text("ping.count", ping.count()),
                        from.truth("ping.untilStopped", ping.untilStopped()),
                        from.text("ping.timeout", ping.timeout()),
                        from.text("ping.pause", ping.pause()),
                        from.truth("ping.fixedRate", ping.fixedRate()),
                        from.text("ping.interval", ping.interval()),
                        from.text("ping.size", ping.size()),
                        from.choice("ping.family", AddressFamily.values(), ping.family()),
                        from.truth("ping.verdicts", ping.verdicts())),
                new Settings.Server(
                        from.text("server.port", server.port()),
                        impairments(from, server.impairments()),
                        from.value("server.limit", SettingsText::limits, server.limits()),
                        from.value("server.seed", Long::valueOf, server.seed()),
                        from.truth("server.announced", server.announced()),
                        from.text("server.name", server.name()),
                        from.truth("server.panelOpen", server.panelOpen())),
                new Settings.Look(
                        from.choice("look.theme", Settings.Theme.values(), look.theme()),
                        from.text("look.language", look.language()),
                        from.value("look.fontSize", Integer::valueOf, look.fontSize())),
                values.containsKey("window.width") ? Optional.of(window(from)) : Optional.empty());
    }

    private static Impairments impairments(Reader from, Impairments otherwise) {
        Delay delay = otherwise.delay();
        return new Impairments(
                from.value("server.loss", Double::valueOf, otherwise.loss()),
                new Delay(
                        from.value("server.delay.mean.ms", SettingsText::ofMillis, delay.mean()),
                        from.choice("server.delay.spread", Delay.Spread.values(), delay.spread())),
                from.value("server.duplicates", Double::valueOf, otherwise.duplicates()),
                from.value("server.reordering", Double::valueOf, otherwise.reordering()),
                from.value("server.reply", SettingsText::replyText, otherwise.replyText()));
    }

    private static ReplyText replyText(String id) {
        return ReplyText.byId(id).orElseThrow(() -> new IllegalArgumentException(id));
    }

    private static String limit(AbuseLimits limits) {
        if (limits.equals(AbuseLimits.DEFAULT)) {
            return USUAL;
        }
        return limits.equals(AbuseLimits.OFF) ? OFF : Long.toString((long) limits.perClient());
    }

    private static AbuseLimits limits(String text) {
        return switch (text) {
            case USUAL -> AbuseLimits.DEFAULT;
            case OFF -> AbuseLimits.OFF;
            default -> AbuseLimits.ofClient(Integer.parseInt(text));
        };
    }

    private static void put(Settings.Placement window, Properties values) {
        values.setProperty("window.x", Double.toString(window.x()));
        values.setProperty("window.y", Double.toString(window.y()));
        values.setProperty("window.width", Double.toString(window.width()));
        values.setProperty("window.height", Double.toString(window.height()));
        values.setProperty("window.maximised", Boolean.toString(window.maximised()));
        values.setProperty(
                "window.dividers",
                window.dividers().stream()
                        .map(position -> Double.toString(position))
                        .collect(Collectors.joining(" ")));
    }

    private static Settings.Placement window(Reader from) {
        return new Settings.Placement(
                from.value("window.x", Double::valueOf, 0.0),
                from.value("window.y", Double::valueOf, 0.0),
                from.value("window.width", Double::valueOf, 0.0),
                from.value("window.height", Double::valueOf, 0.0),
                from.truth("window.maximised", false),
                from.value("window.dividers", SettingsText::numbers, List.of()));
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.trim().split("\\s+"))
                .filter(number -> !number.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    private static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Duration ofMillis(String text) {
        return Duration.ofNanos(new BigDecimal(text).movePointRight(NANO_DIGITS).longValueExact());
    }

    /** The beginning of a text that is too long: one without an end would make the whole file unreadable. */
    private static String kept(String text) {
        return text.length() <= Settings.MAX_TEXT ? text : text.substring(0, Settings.MAX_TEXT);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Properties writes a date first and the lines in any order; neither can be compared or read well. */
    private static String sorted(Properties values) {
        StringWriter out = new StringWriter();
        try {
            values.store(out, null);
        } catch (IOException intoAString) {
            throw new UncheckedIOException(intoAString);
        }
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Values by key, or what stands in for a missing one. */
    private record Reader(Properties values) {

        String text(String key, String otherwise) {
            return kept(values.getProperty(key, otherwise));
        }

        <T> T value(String key, Function<String, T> parse, T otherwise) {
            String text = values.getProperty(key);
            return text == null ? otherwise : parse.apply(text.trim());
        }

        boolean truth(String key, boolean otherwise) {
            return value(key, Reader::truth, otherwise);
        }

        <E extends Enum<E>> E choice(String key, E[] choices, E otherwise) {
            return value(
                    key,
                    text ->
                            Stream.of(choices)
                                    .filter(each -> word(each).equals(text))
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalArgumentException(text)),
                    otherwise);
        }

        private static boolean truth(String text) {
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            throw new IllegalArgumentException(text);
        }
    }
}
