package pingmonitor.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Entries as they stand in the log: time with its zone, level, thread, logger, message, stack trace. */
final class EntryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final ZoneId zone;

    EntryText(ZoneId zone) {
        this.zone = zone;
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
                        + entry.message()
                        + "\n";
        return line + entry.thrown().map(EntryText::stackTrace).orElse("");
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** The stack trace; of something that cannot even say what it is, its class. */
    static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            thrown.printStackTrace(out);
        } catch (RuntimeException | StackOverflowError broken) {
            return thrown.getClass().getName() + "\n";
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
