package pingmonitor.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.fate.ReplyText;

/**
 * The settings as the text of a properties file, one sorted line a value. A key is the name of its record's component
 * behind the name of its section, as in {@code ping.host}: a component that is renamed needs its old name in {@link
 * #KEYS}, or what people chose is forgotten.
 */
final class SettingsText {
    private static final String VERSION = "version";
    private static final String VERSION_WRITTEN = "1";

    /** Keys that differ from the name of the component; the values of one without a key stand among its neighbours. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "impairments", "",
                    "replyText", "reply",
                    "limits", "limit",
                    "mean", "mean.ms",
                    "limitMegabytes", "limit.mb");

    /** What stands in for what a file does not say about the window. */
    private static final Settings.Placement ANYWHERE =
            new Settings.Placement(0, 0, 1, 1, false, List.of());

    private static final String USUAL = "usual";
    private static final String OFF = "off";

    /** Decimal places of a nanosecond in a millisecond. */
    private static final int NANO_DIGITS = 6;

    private SettingsText() {}

    static String of(Settings settings) {
        Properties values = new Properties();
        values.setProperty(VERSION, VERSION_WRITTEN);
        write("ping", settings.ping(), values);
        write("server", settings.server(), values);
        write("look", settings.look(), values);
        write("runs", settings.runs(), values);
        settings.window().ifPresent(window -> write("window", window, values));
        return SortedProperties.text(values);
    }

    /**
     * The settings in a text. What the text does not mention is as at the first start.
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
        boolean window = values.containsKey("window.width");
        // A window with a width alone is a broken one.
        values.putIfAbsent("window.height", "0");
        return new Settings(
                read("ping", Settings.DEFAULT.ping(), values),
                read("server", Settings.DEFAULT.server(), values),
                read("look", Settings.DEFAULT.look(), values),
                window ? Optional.of(read("window", ANYWHERE, values)) : Optional.empty(),
                read("runs", Settings.DEFAULT.runs(), values));
    }

    private static void write(String section, Record record, Properties values) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String key = key(section, component);
            Object value = value(component, record);
            if (isSection(value)) {
                write(key, (Record) value, values);
            } else {
                values.setProperty(key, word(value));
            }
        }
    }

    /** The record with the values of its section; a missing one is as in the other record. */
    @SuppressWarnings("unchecked") // It is made by the constructor of that class.
    private static <R extends Record> R read(String section, R otherwise, Properties values) {
        RecordComponent[] components = otherwise.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            String key = key(section, components[i]);
            Object usual = value(components[i], otherwise);
            String written = values.getProperty(key);
            types[i] = components[i].getType();
            if (isSection(usual)) {
                parts[i] = read(key, (Record) usual, values);
            } else {
                parts[i] = written == null ? usual : parsed(written, usual);
            }
        }
        try {
            return (R) otherwise.getClass().getDeclaredConstructor(types).newInstance(parts);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(String section, RecordComponent component) {
        String name = KEYS.getOrDefault(component.getName(), component.getName());
        return name.isEmpty() ? section : section + "." + name;
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSection(Object value) {
        return value instanceof Record && !(value instanceof RateLimitSettings);
    }

    private static String word(Object value) {
        if (value instanceof String text) {
            return kept(text);
        } else if (value instanceof Duration duration) {
            return BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        } else if (value instanceof List<?> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        } else if (value instanceof RateLimitSettings limits) {
            return limits.equals(RateLimitSettings.DEFAULT)
                    ? USUAL
                    : limits.equals(RateLimitSettings.OFF) ? OFF : "" + (long) limits.perClient();
        } else if (value instanceof ReplyText reply) {
            return reply.id();
        }
        return value instanceof Enum<?> choice
                ? choice.name().toLowerCase(Locale.ROOT)
                : value.toString();
    }

    /** What was written, as a value of the same type as the usual one. */
    private static Object parsed(String written, Object usual) {
        String text = written.trim();
        if (usual instanceof String) {
            return kept(written);
        } else if (usual instanceof Boolean) {
            return chosen(text, Boolean.TRUE, Boolean.FALSE);
        } else if (usual instanceof Integer) {
            return Integer.valueOf(text);
        } else if (usual instanceof Long) {
            return Long.valueOf(text);
        } else if (usual instanceof Double) {
            return Double.valueOf(text);
        } else if (usual instanceof Duration) {
            BigDecimal millis = new BigDecimal(text);
            return Duration.ofNanos(millis.movePointRight(NANO_DIGITS).longValueExact());
        } else if (usual instanceof RateLimitSettings) {
            return switch (text) {
                case USUAL -> RateLimitSettings.DEFAULT;
                case OFF -> RateLimitSettings.OFF;
                default -> RateLimitSettings.ofClient(Integer.parseInt(text));
            };
        } else if (usual instanceof Enum<?> choice) {
            return chosen(text, (Object[]) choice.getDeclaringClass().getEnumConstants());
        }
        return Stream.of(text.split("\\s+"))
                .filter(number -> !number.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    private static Object chosen(String text, Object... choices) {
        return Stream.of(choices)
                .filter(choice -> word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** The beginning of a text that is too long: one without an end would make the whole file unreadable. */
    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), Settings.MAX_TEXT));
    }
}
