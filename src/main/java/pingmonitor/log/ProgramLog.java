package pingmonitor.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Takes what is logged while the window is open, warnings and worse: into a file, crashes also to the terminal and to
 * those a person is told of. Whatever breaks in here breaks nothing else.
 */
public final class ProgramLog extends Handler {
    private static final String FILE_NAME = "udp-ping-monitor";
    private static final long FILE_BYTES = 1 << 20;
    private static final int FILES = 3;
    private static final int MOST_OF_A_KIND = 5;
    private static final int MOST_IN_ALL = 100;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration LONGEST_LAST_WRITE = Duration.ofSeconds(3);

    private final RollingFile file;
    private final LogWriter writer;
    private final Crashes crashes;

    ProgramLog(
            RollingFile file,
            LogRateLimiter gate,
            Supplier<List<String>> program,
            PrintStream terminal,
            Crashes crashes,
            Duration longestLastWrite) {
        this.file = file;
        this.crashes = crashes;
        this.writer =
                new LogWriter(
                        file,
                        gate,
                        new EntryText(ZoneId.systemDefault()),
                        program,
                        terminal,
                        crashes::logChanged,
                        longestLastWrite);
        setLevel(Level.WARNING);
    }

    /** A log that takes only what it is given. */
    public static ProgramLog to(Path folder, Supplier<List<String>> program, PrintStream terminal) {
        return new ProgramLog(
                new RollingFile(folder, FILE_NAME, FILE_BYTES, FILES),
                new LogRateLimiter(MOST_OF_A_KIND, MOST_IN_ALL, PERIOD, System::nanoTime),
                program,
                terminal,
                new Crashes(),
                LONGEST_LAST_WRITE);
    }

    /**
     * Makes it the log of this program instead of the terminal, and logs what no thread catches.
     *
     * @param folder of the file; made when there is something to write
     * @param program lines that tell which program this is and where it runs
     * @param terminal where crashes are told as well
     */
    public static ProgramLog install(
            Path folder, Supplier<List<String>> program, PrintStream terminal) {
        ProgramLog log = to(folder, program, terminal);
        for (Handler handler : root().getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root().removeHandler(handler);
            }
        }
        root().addHandler(log);
        System.Logger uncaught = System.getLogger(ProgramLog.class.getName());
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) ->
                        uncaught.log(System.Logger.Level.ERROR, "nobody foresaw this", thrown));
        return log;
    }

    /** The one that was installed. The JDK keeps it; we need no variable of our own that everybody could change. */
    public static Optional<ProgramLog> installed() {
        return Stream.of(root().getHandlers())
                .filter(ProgramLog.class::isInstance)
                .map(ProgramLog.class::cast)
                .findFirst();
    }

    /** The crashes so far. */
    public Crashes crashes() {
        return crashes;
    }

    /** The file, whether it is there or not. */
    public Path file() {
        return file.path();
    }

    /** How the file fares. */
    public LogState state() {
        return writer.state();
    }

    @Override
    public void publish(LogRecord logged) {
        if (!isLoggable(logged)) {
            return;
        }
        try {
            LogEntry entry = LogEntry.of(logged);
            writer.write(entry);
            if (entry.isCrash()) {
                crashes.add(entry);
            }
        } catch (RuntimeException | Error defect) {
            // To tell of it would lead here again.
            return;
        }
    }

    @Override
    public void flush() {
        // Everything is written at once.
    }

    /** Waits a moment for what is still to be written. */
    @Override
    public void close() {
        writer.close();
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
