package pingmonitor.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.TargetPlan;

/** The targets of a monitor as the text of a properties file, one sorted line a value: {@code target.01.host=…}. */
final class TargetListText {
    /** More can no window show, and no file of this size hold. */
    static final int MAX_TARGETS = 999;

    private static final String VERSION = "version";
    private static final String VERSION_WRITTEN = "1";

    private TargetListText() {}

    static String of(List<TargetPlan> targets) {
        if (targets.size() > MAX_TARGETS) {
            throw new IllegalArgumentException(targets.size() + " targets");
        }
        Properties values = new Properties();
        values.setProperty(VERSION, VERSION_WRITTEN);
        for (int i = 0; i < targets.size(); i++) {
            write(prefix(i), targets.get(i), values);
        }
        return SortedProperties.text(values);
    }

    /**
     * The targets in a text.
     *
     * @throws IllegalArgumentException when a value is missing or cannot be understood
     * @throws ArithmeticException when a number is out of all bounds
     */
    static List<TargetPlan> parse(String text) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IOException fromAString) {
            throw new UncheckedIOException(fromAString);
        }
        if (!VERSION_WRITTEN.equals(values.getProperty(VERSION))) {
            throw new IllegalArgumentException("version " + values.getProperty(VERSION));
        }
        List<TargetPlan> targets = new ArrayList<>();
        for (int i = 0; i < MAX_TARGETS && values.containsKey(prefix(i) + "host"); i++) {
            targets.add(read(prefix(i), values));
        }
        return targets;
    }

    private static String prefix(int index) {
        return String.format(Locale.ROOT, "target.%03d.", index + 1);
    }

    private static void write(String prefix, TargetPlan target, Properties values) {
        PingPlan plan = target.plan();
        values.setProperty(prefix + "name", target.name());
        values.setProperty(prefix + "host", plan.host());
        values.setProperty(prefix + "port", Integer.toString(plan.port()));
        values.setProperty(prefix + "family", plan.family().name().toLowerCase(Locale.ROOT));
        values.setProperty(prefix + "count", Long.toString(plan.count()));
        values.setProperty(prefix + "timeout.ns", nanos(plan.timeout()));
        if (plan.pacing() instanceof Pacing.FixedRate fixedRate) {
            values.setProperty(prefix + "interval.ns", nanos(fixedRate.interval()));
        } else if (plan.pacing() instanceof Pacing.StopAndWait stopAndWait) {
            values.setProperty(prefix + "pause.ns", nanos(stopAndWait.pause()));
        }
        values.setProperty(prefix + "size", Integer.toString(plan.messageBytes()));
        values.setProperty(prefix + "verdicts", Boolean.toString(plan.verdicts()));
        values.setProperty(prefix + "losses", Integer.toString(target.minLosses()));
        values.setProperty(prefix + "kept", Boolean.toString(target.isKept()));
    }

    private static TargetPlan read(String prefix, Properties values) {
        Optional<Pacing> fixedRate =
                Optional.ofNullable(values.getProperty(prefix + "interval.ns"))
                        .map(nanos -> new Pacing.FixedRate(duration(nanos)));
        PingPlan plan =
                new PingPlan(
                        value(prefix + "host", values),
                        Integer.parseInt(value(prefix + "port", values)),
                        AddressFamily.valueOf(
                                value(prefix + "family", values).toUpperCase(Locale.ROOT)),
                        Long.parseLong(value(prefix + "count", values)),
                        duration(value(prefix + "timeout.ns", values)),
                        fixedRate.orElseGet(
                                () ->
                                        new Pacing.StopAndWait(
                                                duration(value(prefix + "pause.ns", values)))),
                        Integer.parseInt(value(prefix + "size", values)),
                        isTrue(value(prefix + "verdicts", values)));
        return new TargetPlan(
                value(prefix + "name", values),
                plan,
                Integer.parseInt(value(prefix + "losses", values)),
                isTrue(value(prefix + "kept", values)));
    }

    private static String value(String key, Properties values) {
        return Optional.ofNullable(values.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static boolean isTrue(String written) {
        if (!written.equals("true") && !written.equals("false")) {
            throw new IllegalArgumentException(written);
        }
        return written.equals("true");
    }

    private static String nanos(Duration duration) {
        return Long.toString(duration.toNanos());
    }

    private static Duration duration(String nanos) {
        return Duration.ofNanos(Long.parseLong(nanos));
    }
}
