package pingmonitor.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Writes log entries as text: time with its zone, level, thread, logger, message, stack trace. */
final class EntryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final ZoneId zone;
    private final UnaryOperator<String> message;
    private final BiFunction<Throwable, String, String> thrown;

    /** Leaves nothing out. */
    EntryText(ZoneId zone) {
        this.zone = zone;
        this.message = words -> words;
        this.thrown = (whose, words) -> words;
    }

    /** Leaves out what tells of the person. */
    EntryText(ZoneId zone, Redaction redaction) {
        this.zone = zone;
        this.message = redaction::message;
        this.thrown = redaction::words;
    }

    /** The whole entry, ended by a line end. */
    String of(LogEntry entry) {
        String line =
                time(entry.at())
                        + " "
                        + entry.level().getName()
                        + " ["
                        + entry.thread()
                        + "] "
                        + entry.logger()
                        + ": "
                        + message.apply(entry.message())
                        + "\n";
        return line + entry.thrown().map(new StackTraceText(thrown)::of).orElse("");
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
