package pingmonitor.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pingmonitor.report.LocalTimeSteps;
import pingmonitor.report.LocalTimeText;

/** Round local times along a stretch of time. */
final class TimeAxis {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    MINUTE,
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    DAY,
                    Duration.ofDays(2),
                    Duration.ofDays(7),
                    Duration.ofDays(30),
                    Duration.ofDays(365));

    private TimeAxis() {}

    /**
     * A round time.
     *
     * @param isDay whether its label is a day
     */
    record Tick(Instant at, String label, boolean isDay) {}

    /**
     * The ticks from one moment to another, both included.
     *
     * @param max how many there is room for
     */
    static List<Tick> ticks(Instant start, Instant end, int max, LocalTimeText times) {
        Duration length = Duration.between(start, end);
        Duration step =
                STEPS.stream()
                        .filter(each -> each.multipliedBy(max).compareTo(length) >= 0)
                        .findFirst()
                        .orElse(STEPS.get(STEPS.size() - 1));
        return LocalTimeSteps.between(start, end, step, times.zone()).stream()
                .map(at -> tick(at, step, times))
                .toList();
    }

    private static Tick tick(Instant at, Duration step, LocalTimeText times) {
        boolean isMidnight =
                at.equals(times.at(at).toLocalDate().atStartOfDay(times.zone()).toInstant());
        if (isMidnight) {
            return new Tick(at, times.shortDate(at), true);
        }
        String label = step.compareTo(MINUTE) < 0 ? times.clock(at) : times.minute(at);
        return new Tick(at, label, false);
    }
}
