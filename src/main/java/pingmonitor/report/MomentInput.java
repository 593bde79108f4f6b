package pingmonitor.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment of a run as a person writes it: {@code 2026-11-30T20:15}, {@code 2026-11-30 20:15:30}, {@code 20:15}, the day
 * alone, and each with a zone or an offset behind it.
 */
public final class MomentInput {
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:(\\d{4}-\\d{2}-\\d{2})(?:[Tt ](?=\\d)|(?=\\D|$)))?"
                            + "(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)?"
                            + " ?(Z|z|[+-]\\d{2}:?\\d{2}|\\[?[A-Za-z][A-Za-z0-9_+/-]{1,60}\\]?)?");

    private final ZoneId zone;

    /**
     * @param zone where the clock stands that a person means who names no zone
     */
    public MomentInput(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * What was written. A time without a day is the first such time from a moment on; that moment counts with its
     * whole minute.
     */
    public Optional<Instant> parse(String written, Instant notBefore) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches() || parts.group(1) == null && parts.group(2) == null) {
            return Optional.empty();
        }
        try {
            ZoneId there = Optional.ofNullable(parts.group(3)).map(MomentInput::zone).orElse(zone);
            Optional<LocalTime> time = Optional.ofNullable(parts.group(2)).map(MomentInput::time);
            return Optional.of(
                    Optional.ofNullable(parts.group(1))
                            .map(LocalDate::parse)
                            .map(day -> at(day, time.orElse(LocalTime.MIDNIGHT), there))
                            .orElseGet(() -> next(time.orElseThrow(), there, notBefore)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant next(LocalTime time, ZoneId zone, Instant notBefore) {
        LocalDate day = notBefore.atZone(zone).toLocalDate();
        Instant sameDay = at(day, time, zone);
        boolean isOver = sameDay.plusSeconds(60).compareTo(notBefore) <= 0;
        return isOver ? at(day.plusDays(1), time, zone) : sameDay;
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static LocalTime time(String written) {
        String full = written.indexOf(':') == 1 ? "0" + written : written;
        return LocalTime.parse(full.replace(',', '.'));
    }

    private static ZoneId zone(String written) {
        String bare = written.replaceAll("[\\[\\]]", "");
        boolean utc = bare.equalsIgnoreCase("z");
        boolean shortOffset = bare.matches("[+-]\\d{4}");
        if (shortOffset) {
            return ZoneId.of(bare.substring(0, 3) + ":" + bare.substring(3));
        }
        return ZoneId.of(utc ? "Z" : bare);
    }
}
