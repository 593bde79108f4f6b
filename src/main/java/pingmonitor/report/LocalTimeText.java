package pingmonitor.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import pingmonitor.text.TextLanguage;

/** Local times in the words of a language. */
public final class LocalTimeText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** A hyphen would let the line break behind it. */
    private static final char MINUS = '\u2212';

    private final ZoneId zone;
    private final DateTimeFormatter date;
    private final DateTimeFormatter shortDate;

    public LocalTimeText(Locale locale, ZoneId zone) {
        Locale language = TextLanguage.of(locale);
        this.zone = zone;
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        this.shortDate = DateTimeFormatter.ofPattern("d MMM", language);
    }

    /** Where the clock stands. */
    public ZoneId zone() {
        return zone;
    }

    /** That moment there. */
    public ZonedDateTime at(Instant moment) {
        return moment.atZone(zone);
    }

    /** The day in words: {@code November 30, 2026}. */
    public String date(Instant moment) {
        return date.format(at(moment));
    }

    /** The day, short: {@code 30 Nov}. */
    public String shortDate(Instant moment) {
        return shortDate.format(at(moment));
    }

    /** Hours, minutes and seconds. */
    public String clock(Instant moment) {
        return CLOCK.format(at(moment));
    }

    /** Hours and minutes. */
    public String minute(Instant moment) {
        return MINUTE.format(at(moment));
    }

    /** Day and time. */
    public String full(Instant moment) {
        return date(moment) + ", " + clock(moment);
    }

    /** Day and time in figures: {@code 2026-11-30 02:40:11}. */
    public String dayAndClock(Instant moment) {
        return at(moment).toLocalDate() + " " + clock(moment);
    }

    /** The same without seconds. */
    public String dayAndMinute(Instant moment) {
        return at(moment).toLocalDate() + " " + minute(moment);
    }

    /** The time alone, or with the short day where it is not that of another moment. */
    public String clockBeside(Instant other, Instant moment) {
        return onSameDay(other, moment) ? clock(moment) : shortDate(moment) + " " + clock(moment);
    }

    /** The zone with its difference to UTC at a moment: {@code Europe/Lisbon (UTC+01:00)}. */
    public String zone(Instant moment) {
        String offset = zone.getRules().getOffset(moment).getId();
        String utc = "UTC" + (offset.equals("Z") ? "+00:00" : offset.replace('-', MINUS));
        return zone instanceof ZoneOffset ? utc : zone.getId() + " (" + utc + ")";
    }

    /** A moment in UTC, to the second. */
    public String utc(Instant moment) {
        return UTC.format(moment);
    }

    /** Whether two moments are on the same local day. */
    public boolean onSameDay(Instant one, Instant other) {
        LocalDate day = at(one).toLocalDate();
        return day.equals(at(other).toLocalDate());
    }
}
