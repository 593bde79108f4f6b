package pingmonitor.echo;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what a class logs, and keeps it out of the test's output. */
public final class QuietLog implements AutoCloseable {
    private final Logger logger;
    private final AtomicInteger messages = new AtomicInteger();
    private final Handler counter =
            new Handler() {
                @Override
                public void publish(LogRecord message) {
                    messages.incrementAndGet();
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    private QuietLog(Logger logger) {
        this.logger = logger;
        logger.setUseParentHandlers(false);
        logger.addHandler(counter);
    }

    public static QuietLog of(Class<?> source) {
        return new QuietLog(Logger.getLogger(source.getName()));
    }

    public int messages() {
        return messages.get();
    }

    @Override
    public void close() {
        logger.removeHandler(counter);
        logger.setUseParentHandlers(true);
    }
}
