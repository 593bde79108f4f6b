package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CrashAlarmTest {
    private static final String OURS = "pingmonitor.x.Y";

    private final List<Throwable> told = new ArrayList<>();

    @Test
    void onlyCrashesOfThisProgramRaiseTheAlarmUntilItIsClosed() {
        RuntimeException defect = new IllegalStateException("a defect");
        Error error = new StackOverflowError();
        int handlers = handlers().length;
        CrashAlarm alarm = CrashAlarm.install(told::add);
        alarm.publish(entry(Level.SEVERE, OURS, new IOException()));
        alarm.publish(entry(Level.WARNING, "javafx.css", new IllegalStateException()));
        alarm.publish(entry(Level.INFO, OURS, new IllegalStateException()));
        alarm.publish(entry(Level.SEVERE, OURS, error));
        for (Handler handler : List.of(handlers())) {
            if (handler == alarm) {
                handler.publish(entry(Level.WARNING, OURS, defect));
            }
        }
        alarm.close();
        assertEquals(List.of(error, defect), told);
        assertEquals(handlers, handlers().length);
    }

    private static Handler[] handlers() {
        return Logger.getLogger("").getHandlers();
    }

    private static LogRecord entry(Level level, String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(level, "words");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return entry;
    }
}
