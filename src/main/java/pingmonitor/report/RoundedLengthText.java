package pingmonitor.report;

import java.time.Duration;

/** How long something took, in the two largest units that say it: {@code 4 min 12 s}, {@code 1 h 24 min}. */
public final class RoundedLengthText {
    private static final String NO_BREAK = "\u00a0";
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final ReportNumbers numbers;

    public RoundedLengthText(ReportNumbers numbers) {
        this.numbers = numbers;
    }

    public String of(long nanos) {
        Duration length = Duration.ofNanos(nanos);
        if (length.toSeconds() < 10) {
            return length.toMillis() < 1_000
                    ? numbers.millis(nanos)
                    : numbers.tenths(nanos / 1e9) + NO_BREAK + "s";
        }
        // Rounded first, so that no part becomes 60.
        long seconds = length.plusMillis(500).toSeconds();
        if (seconds < HOUR) {
            return parts(seconds, MINUTE, "min", 1, "s");
        }
        long minutes = (seconds + MINUTE / 2) / MINUTE * MINUTE;
        if (minutes < 2 * DAY) {
            return parts(minutes, HOUR, "h", MINUTE, "min");
        }
        return parts((seconds + HOUR / 2) / HOUR * HOUR, DAY, "d", HOUR, "h");
    }

    private String parts(long seconds, long large, String largeName, long small, String smallName) {
        long more = seconds / large;
        long rest = seconds % large / small;
        if (more == 0) {
            return unit(rest, smallName);
        }
        return rest == 0
                ? unit(more, largeName)
                : unit(more, largeName) + NO_BREAK + unit(rest, smallName);
    }

    private String unit(long number, String name) {
        return numbers.count(number) + NO_BREAK + name;
    }
}
