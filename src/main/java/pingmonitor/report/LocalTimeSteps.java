package pingmonitor.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Round local times: every so many minutes or hours from midnight on, or every so many days. On a day on which the clock
 * is set they are as far apart as on any other, and the clock shows what it shows.
 */
public final class LocalTimeSteps {
    private static final int MAX_STEPS = 10_000;
    private static final Duration DAY = Duration.ofDays(1);

    private LocalTimeSteps() {}

    /**
     * Those from one moment to another, both included.
     *
     * @param step a part of a day, or a number of whole days
     */
    public static List<Instant> between(Instant start, Instant end, Duration step, ZoneId zone) {
        List<Instant> steps = new ArrayList<>();
        LocalDate day = start.atZone(zone).toLocalDate();
        Instant midnight = day.atStartOfDay(zone).toInstant();
        while (!midnight.isAfter(end) && steps.size() < MAX_STEPS) {
            Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
            if (step.compareTo(DAY) < 0) {
                addDay(midnight, next, step, start, end, steps);
            } else if (day.toEpochDay() % step.toDays() == 0 && !midnight.isBefore(start)) {
                steps.add(midnight);
            }
            day = day.plusDays(1);
            midnight = next;
        }
        return steps;
    }

    /** The last one that is not after a moment. */
    public static Instant before(Instant moment, Duration step, ZoneId zone) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        if (step.compareTo(DAY) >= 0) {
            long back = Math.floorMod(day.toEpochDay(), step.toDays());
            return day.minusDays(back).atStartOfDay(zone).toInstant();
        }
        Instant midnight = day.atStartOfDay(zone).toInstant();
        long steps = Duration.between(midnight, moment).dividedBy(step);
        return midnight.plus(step.multipliedBy(steps));
    }

    private static void addDay(
            Instant midnight,
            Instant next,
            Duration step,
            Instant start,
            Instant end,
            List<Instant> into) {
        long passed = Math.max(0, Duration.between(midnight, start).dividedBy(step));
        Instant at = midnight.plus(step.multipliedBy(passed));
        while (at.isBefore(next) && !at.isAfter(end) && into.size() < MAX_STEPS) {
            if (!at.isBefore(start)) {
                into.add(at);
            }
            at = at.plus(step);
        }
    }
}
