package pingmonitor.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The log of the program while its window is open: warnings and worse go into a file, crashes also to the terminal and
 * to {@link Crashes}. It writes on a thread of its own, which exists only while there is something to write, so whoever
 * logs never waits for the disk. Whatever breaks in here breaks nothing else.
 */
public final class ProgramLog extends Handler {
    private static final String FILE_NAME = "udp-ping-monitor";
    private static final long FILE_BYTES = 1 << 20;
    private static final int FILES = 3;
    private static final int MAX_OF_A_KIND = 5;
    private static final int MAX_IN_ALL = 100;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration MAX_LAST_WRITE = Duration.ofSeconds(3);
    private static final int MAX_QUEUED = 1_000;
    private static final long IDLE_THREAD_SECONDS = 1;

    private final RollingFile file;
    private final LogRateLimiter limiter;
    private final Supplier<List<String>> program;
    private final PrintStream terminal;
    private final Crashes crashes;
    private final Duration maxLastWrite;
    private final EntryText text = new EntryText(ZoneId.systemDefault());
    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_THREAD_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(MAX_QUEUED),
                    ProgramLog::thread,
                    // Behind the limiter only a disk that hangs can fill the queue.
                    new ThreadPoolExecutor.DiscardPolicy());

    private volatile LogState state = LogState.EMPTY;
    private boolean begun;

    /**
     * @param program lines that tell which program this is; asked for when the first entry is written
     * @param terminal where crashes are told as well
     * @param crashes takes the crashes, and is told after each attempt to write
     * @param maxLastWrite how long closing may wait for what is still to be written
     */
    ProgramLog(
            RollingFile file,
            LogRateLimiter limiter,
            Supplier<List<String>> program,
            PrintStream terminal,
            Crashes crashes,
            Duration maxLastWrite) {
        this.file = file;
        this.limiter = limiter;
        this.program = program;
        this.terminal = terminal;
        this.crashes = crashes;
        this.maxLastWrite = maxLastWrite;
        writer.allowCoreThreadTimeOut(true);
        setLevel(Level.WARNING);
    }

    /** A log that takes only what is published to it. */
    public static ProgramLog to(Path folder, Supplier<List<String>> program, PrintStream terminal) {
        return new ProgramLog(
                new RollingFile(folder, FILE_NAME, FILE_BYTES, FILES),
                new LogRateLimiter(MAX_OF_A_KIND, MAX_IN_ALL, PERIOD, System::nanoTime),
                program,
                terminal,
                new Crashes(),
                MAX_LAST_WRITE);
    }

    /**
     * Makes it the log of this program in place of the terminal, and logs what no thread catches.
     *
     * @param folder of the file; made with the first entry
     * @param program lines that name the program and the system
     * @param terminal where crashes are written as well
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

    /** The log that was installed. The JDK keeps it, so no static variable is needed. */
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

    /** The newest file, which may not exist. */
    public Path file() {
        return file.path();
    }

    /** Whether the file could be written. */
    public LogState state() {
        return state;
    }

    @Override
    public void publish(LogRecord logged) {
        if (!isLoggable(logged)) {
            return;
        }
        try {
            LogEntry entry = LogEntry.of(logged);
            write(entry);
            if (entry.isCrash()) {
                crashes.add(entry);
            }
        } catch (RuntimeException | Error defect) {
            // Logging it would lead here again.
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
        List<LogRateLimiter.LeftOut> last = limiter.close();
        if (!last.isEmpty()) {
            writer.execute(() -> append(leftOut(last)));
        }
        writer.shutdown();
        try {
            writer.awaitTermination(maxLastWrite.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes soon, unless too much of the kind came already. */
    private void write(LogEntry entry) {
        LogRateLimiter.Decision decision = limiter.decide(entry.kind());
        if (decision.passes() || !decision.before().isEmpty()) {
            writer.execute(() -> writeNow(entry, decision));
        }
    }

    private void writeNow(LogEntry entry, LogRateLimiter.Decision decision) {
        String whole = leftOut(decision.before()) + (decision.passes() ? text.of(entry) : "");
        if (entry.isCrash()) {
            terminal.print(whole);
            terminal.flush();
        }
        append(whole);
    }

    private void append(String lines) {
        try {
            file.append(begun ? lines : heading() + lines);
            begun = true;
            state = LogState.WRITTEN;
        } catch (IOException | RuntimeException | Error e) {
            // There is no better place to say so than the state, which the crash dialog shows.
            state = LogState.FAILED;
        }
        crashes.logChanged();
    }

    private String heading() {
        return "=== " + String.join(" · ", program.get()) + "\n";
    }

    private static String leftOut(List<LogRateLimiter.LeftOut> kinds) {
        StringBuilder lines = new StringBuilder();
        for (LogRateLimiter.LeftOut kind : kinds) {
            lines.append("… and ")
                    .append(kind.times())
                    .append(" more like this before: ")
                    .append(kind.kind())
                    .append('\n');
        }
        return lines.toString();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "log");
        thread.setDaemon(true);
        return thread;
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
