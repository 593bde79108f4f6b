package pingmonitor.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Prints on a thread of its own, so that a slow terminal never slows a run down. What waits to be printed is bounded:
 * when nobody reads for long, the newest is left out, and a line says how much.
 */
final class LinePrinter implements AutoCloseable {
    static final int MOST_WAITING = 100_000;

    private static final int CHECK_EVERY = 100;
    private static final Supplier<List<String>> END = List::of;

    private final PrintStream out;
    private final Runnable outputGone;
    private final LongFunction<String> gap;
    private final BlockingQueue<Supplier<List<String>>> waiting;
    private final Thread thread = new Thread(this::printAll, "printer");
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private long leftOut;

    /**
     * @param outputGone called once, on the printer's thread, when nobody takes the output any more
     * @param gap the line for so many entries that were left out
     */
    LinePrinter(PrintStream out, Runnable outputGone, LongFunction<String> gap, int mostWaiting) {
        this.out = out;
        this.outputGone = outputGone;
        this.gap = gap;
        this.waiting = new LinkedBlockingQueue<>(mostWaiting);
        thread.setDaemon(true);
        thread.start();
    }

    /** Prints lines soon; they are made on the printer's thread. Never waits. */
    synchronized void print(Supplier<List<String>> lines) {
        if (leftOut > 0 && waiting.offer(gapOf(leftOut))) {
            leftOut = 0;
        }
        if (leftOut > 0 || !waiting.offer(lines)) {
            leftOut++;
        }
    }

    /** Leaves lines out, as if there were no room for them. */
    synchronized void leaveOut() {
        leftOut++;
    }

    /** Returns when everything is printed. */
    @Override
    public synchronized void close() {
        try {
            if (leftOut > 0) {
                waiting.put(gapOf(leftOut));
            }
            waiting.put(END);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(
                e -> {
                    throw e;
                });
    }

    private Supplier<List<String>> gapOf(long count) {
        return () -> List.of(gap.apply(count));
    }

    private void printAll() {
        boolean gone = false;
        try {
            int unchecked = 0;
            for (Supplier<List<String>> next = waiting.take(); next != END; next = waiting.take()) {
                if (gone) {
                    continue;
                }
                next.get().forEach(out::println);
                if (waiting.isEmpty() || ++unchecked == CHECK_EVERY) {
                    unchecked = 0;
                    // Flushes, too.
                    gone = out.checkError();
                    if (gone) {
                        outputGone.run();
                    }
                }
            }
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            outputGone.run();
            drain();
        }
    }

    /** Takes the rest away, so that {@link #close} finds room for the end. */
    private void drain() {
        try {
            while (waiting.take() != END) {
                // Nothing can be printed any more.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
