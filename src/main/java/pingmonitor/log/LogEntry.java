package pingmonitor.log;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Something that was logged.
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
    private static final int LONGEST_CHAIN = 20;

    /** To be called on the thread that logs. */
    static LogEntry of(LogRecord logged) {
        return new LogEntry(
                logged.getInstant(),
                logged.getLevel(),
                Thread.currentThread().getName(),
                String.valueOf(logged.getLoggerName()),
                message(logged),
                Optional.ofNullable(logged.getThrown()));
    }

    /**
     * Whether it is a defect of this program: one of our loggers tells, as a warning or worse, of something that no code
     * of ours foresaw. Bad news of the system (an {@link java.io.IOException}) is none.
     */
    boolean isCrash() {
        return level.intValue() >= Level.WARNING.intValue()
                && logger.startsWith(OURS)
                && thrown.filter(LogEntry::isUnforeseen).isPresent();
    }

    /**
     * The same for entries that tell the same: thrown of the same kind at the same place, or the same words. What is
     * thrown comes first, since words often name who it was about.
     */
    String kind() {
        return thrown.map(LogEntry::place).orElse(message) + " (" + logger + ")";
    }

    private static boolean isUnforeseen(Throwable thrown) {
        return thrown instanceof RuntimeException || thrown instanceof Error;
    }

    private static String place(Throwable thrown) {
        Throwable root = thrown;
        for (int i = 0; i < LONGEST_CHAIN && root.getCause() != null; i++) {
            root = root.getCause();
        }
        StackTraceElement[] frames = root.getStackTrace();
        // The JVM leaves out the frames of what it throws very often.
        String at = frames.length == 0 ? "unknown place" : frames[0].toString();
        return root.getClass().getName() + " at " + at;
    }

    private static String message(LogRecord logged) {
        String raw = String.valueOf(logged.getMessage());
        Object[] parameters = logged.getParameters();
        if (parameters == null || parameters.length == 0) {
            return raw;
        }
        try {
            return MessageFormat.format(raw, parameters);
        } catch (IllegalArgumentException noPattern) {
            return raw;
        }
    }
}
