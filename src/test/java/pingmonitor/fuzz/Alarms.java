package pingmonitor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the program logs as a warning or worse. */
public final class Alarms implements AutoCloseable {
    private static final int MOST_KEPT = 10;

    private final Logger ours = Logger.getLogger("pingmonitor");
    private final List<String> heard = new ArrayList<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord logged) {
                    hear(logged);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    public Alarms() {
        listener.setLevel(Level.WARNING);
        ours.addHandler(listener);
    }

    /** Nothing was worth a warning. */
    public synchronized void assertNone() {
        assertEquals(List.of(), heard);
    }

    @Override
    public void close() {
        ours.removeHandler(listener);
    }

    private synchronized void hear(LogRecord logged) {
        if (logged.getLevel().intValue() >= Level.WARNING.intValue() && heard.size() < MOST_KEPT) {
            heard.add(logged.getMessage() + " " + logged.getThrown());
        }
    }
}
