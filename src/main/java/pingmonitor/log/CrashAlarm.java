package pingmonitor.log;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A log handler that calls back for every crash that is logged anywhere in the program. It writes nothing. */
public final class CrashAlarm extends Handler {
    private final Consumer<Throwable> alarmed;

    private CrashAlarm(Consumer<Throwable> alarmed) {
        this.alarmed = alarmed;
    }

    /**
     * Adds the handler, which listens until it is closed.
     *
     * @param alarmed takes what was thrown, on the thread that logs it; must return quickly
     */
    public static CrashAlarm install(Consumer<Throwable> alarmed) {
        CrashAlarm alarm = new CrashAlarm(alarmed);
        root().addHandler(alarm);
        return alarm;
    }

    @Override
    public void publish(LogRecord logged) {
        LogEntry entry = LogEntry.of(logged);
        if (entry.isCrash()) {
            entry.thrown().ifPresent(alarmed);
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        root().removeHandler(this);
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
