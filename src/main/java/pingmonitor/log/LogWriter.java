package pingmonitor.log;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Writes entries on a thread of its own, which exists only while there is something to write: whoever logs never waits
 * for the disk. A crash goes to the terminal as well. A file that cannot be written is no reason to say anything there.
 */
final class LogWriter {
    private static final int LONGEST_QUEUE = 1_000;
    private static final long IDLE_THREAD_SECONDS = 1;

    private final RollingFile file;
    private final LogRateLimiter gate;
    private final EntryText text;
    private final Supplier<List<String>> program;
    private final PrintStream terminal;
    private final Runnable written;
    private final Duration longestLastWrite;
    private final ThreadPoolExecutor worker;
    private volatile LogState state = LogState.EMPTY;
    private boolean begun;

    /**
     * @param program lines that tell which program this is; asked for when the first entry is written
     * @param terminal where crashes are told as well
     * @param written called after each attempt to write, on the writer's thread
     * @param longestLastWrite how long closing may wait for what is still to be written
     */
    LogWriter(
            RollingFile file,
            LogRateLimiter gate,
            EntryText text,
            Supplier<List<String>> program,
            PrintStream terminal,
            Runnable written,
            Duration longestLastWrite) {
        this.file = file;
        this.gate = gate;
        this.text = text;
        this.program = program;
        this.terminal = terminal;
        this.written = written;
        this.longestLastWrite = longestLastWrite;
        this.worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_THREAD_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(LONGEST_QUEUE),
                        LogWriter::thread,
                        // Behind the gate only a disk that hangs can fill the queue.
                        new ThreadPoolExecutor.DiscardPolicy());
        this.worker.allowCoreThreadTimeOut(true);
    }

    LogState state() {
        return state;
    }

    /** Writes soon, unless too much of the kind came already. */
    void write(LogEntry entry) {
        LogRateLimiter.Verdict verdict = gate.judge(entry.kind());
        if (verdict.passes() || !verdict.before().isEmpty()) {
            worker.execute(() -> writeNow(entry, verdict));
        }
    }

    /** Waits a moment for what is still to be written. */
    void close() {
        List<LogRateLimiter.LeftOut> last = gate.close();
        if (!last.isEmpty()) {
            worker.execute(() -> append(leftOut(last)));
        }
        worker.shutdown();
        try {
            worker.awaitTermination(longestLastWrite.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeNow(LogEntry entry, LogRateLimiter.Verdict verdict) {
        String whole = leftOut(verdict.before()) + (verdict.passes() ? text.of(entry) : "");
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
        written.run();
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
}
