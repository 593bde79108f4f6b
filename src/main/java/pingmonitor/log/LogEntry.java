package pingmonitor.log;

import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * One entry of the log.
 *
 * @param thread the name of the thread that logged it
 * @param logger the name of the logger
 * @param thrown what was thrown, if that is what it is about
 */
public record LogEntry(
        Instant at,
        Level level,
        String thread,
        String logger,
        String message,
        Optional<Throwable> thrown) {
    private static final String OURS = "pingmonitor";
    private static final int MAX_CAUSES = 20;

    /** To be called on the thread that logs. */
    static LogEntry of(LogRecord logged) {
        return new LogEntry(
                logged.getInstant(),
                logged.getLevel(),
                Thread.currentThread().getName(),
                String.valueOf(logged.getLoggerName()),
                String.valueOf(new SimpleFormatter().formatMessage(logged)),
                Optional.ofNullable(logged.getThrown()));
    }

    /**
     * Whether it is a crash, a defect of this program: one of our loggers reports a {@link RuntimeException} or an
     * {@link Error}, as a warning or worse. An {@link java.io.IOException} is bad news of the system and no crash.
     */
    boolean isCrash() {
        return level.intValue() >= Level.WARNING.intValue()
                && logger.startsWith(OURS)
                && thrown.filter(LogEntry::isUnforeseen).isPresent();
    }

    /**
     * The same text for entries of the same kind: thrown by the same class at the same place, or, without a throwable,
     * the same message. The throwable counts first, since a message often names whom it is about.
     */
    String kind() {
        return thrown.map(LogEntry::place).orElse(message) + " (" + logger + ")";
    }

    private static boolean isUnforeseen(Throwable thrown) {
        return thrown instanceof RuntimeException || thrown instanceof Error;
    }

    private static String place(Throwable thrown) {
        Throwable root = thrown;
        for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
            root = root.getCause();
        }
        StackTraceElement[] frames = root.getStackTrace();
        // The JVM leaves out the frames of what it throws very often.
        String at = frames.length == 0 ? "unknown place" : frames[0].toString();
        return root.getClass().getName() + " at " + at;
    }
}
