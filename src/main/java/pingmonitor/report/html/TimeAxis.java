package pingmonitor.report.html;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import pingmonitor.report.LocalTimeText;

/** Round local times along a stretch of time. On a day whose clock is set, the labels are what the clock showed. */
final class TimeAxis {
    private static final int MAX_TICKS = 200;
    private static final int MAX_DAYS = 4_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
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
     * @param max about how many there is room for
     */
    static List<Tick> ticks(Instant start, Instant end, int max, LocalTimeText times) {
        Duration length = Duration.between(start, end);
        Duration step =
                STEPS.stream()
                        .filter(each -> each.multipliedBy(max).compareTo(length) >= 0)
                        .findFirst()
                        .orElse(STEPS.get(STEPS.size() - 1));
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = times.at(start).toLocalDate();
        for (int i = 0; i < MAX_DAYS && ticks.size() < MAX_TICKS; i++) {
            Instant midnight = day.atStartOfDay(times.zone()).toInstant();
            if (midnight.isAfter(end)) {
                break;
            }
            if (step.compareTo(DAY) >= 0) {
                if (day.toEpochDay() % step.toDays() == 0 && !midnight.isBefore(start)) {
                    ticks.add(new Tick(midnight, times.shortDate(midnight), true));
                }
            } else {
                addWithin(day, step, start, end, times, ticks);
            }
            day = day.plusDays(1);
        }
        return ticks;
    }

    private static void addWithin(
            LocalDate day,
            Duration step,
            Instant start,
            Instant end,
            LocalTimeText times,
            List<Tick> ticks) {
        ZonedDateTime midnight = day.atStartOfDay(times.zone());
        Instant next = day.plusDays(1).atStartOfDay(times.zone()).toInstant();
        Instant first = midnight.toInstant();
        long skipped = Math.max(0, Duration.between(first, start).dividedBy(step));
        Instant at = first.plus(step.multipliedBy(skipped));
        while (at.isBefore(next) && !at.isAfter(end) && ticks.size() < MAX_TICKS) {
            if (!at.isBefore(start)) {
                boolean isDay = at.equals(first);
                ticks.add(new Tick(at, label(at, step, isDay, times), isDay));
            }
            at = at.plus(step);
        }
    }

    private static String label(Instant at, Duration step, boolean isDay, LocalTimeText times) {
        if (isDay) {
            return times.shortDate(at);
        }
        return step.compareTo(Duration.ofMinutes(1)) < 0 ? times.clock(at) : times.minute(at);
    }
}
