package pingmonitor.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import pingmonitor.text.Messages;

/**
 * Prints on a thread of its own, so that a slow terminal never slows a run down. What waits to be printed is bounded:
 * when nobody reads for long, the newest is left out, and a line says how much.
 */
final class LinePrinter implements AutoCloseable {
    private static final int MAX_WAITING = 100_000;

    /** What waits takes a part of this for each entry; a small heap holds fewer of them. */
    private static final int HEAP_BYTES_PER_ENTRY = 1 << 10;

    private static final int CHECK_EVERY = 100;

    /**
     * It looks for lines instead of being woken for each: to wake a thread takes whoever prints longer than a round
     * trip on loopback, and it would do that while a reply is on its way.
     */
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** After so many looks for nothing it sleeps until it is woken. */
    private static final int MAX_LOOKS = 100;

    private static final Supplier<List<String>> END = List::of;

    private final Terminal terminal;
    private final boolean json;
    private final Runnable outputGone;
    private final LongFunction<String> gap;
    private final BlockingQueue<Supplier<List<String>>> waiting;
    private final Thread thread = new Thread(this::printAll, "printer");
    private volatile Optional<Throwable> failure = Optional.empty();
    private long leftOut;

    /**
     * @param json whether the lines are JSON
     * @param outputGone called once, on the printer's thread, when nobody takes the output any more
     * @param gap the line for so many entries that were left out
     */
    LinePrinter(
            Terminal terminal,
            boolean json,
            Runnable outputGone,
            LongFunction<String> gap,
            int mostWaiting) {
        this.terminal = terminal;
        this.json = json;
        this.outputGone = outputGone;
        this.gap = gap;
        this.waiting = new LinkedBlockingQueue<>(mostWaiting);
        thread.setDaemon(true);
        thread.start();
    }

    /** The printer of a command, which leaves lines out in its own way: in words, or as JSON. */
    static LinePrinter of(Terminal terminal, Runnable outputGone, boolean json) {
        Messages messages = Messages.beside(LinePrinter.class, terminal.locale());
        return new LinePrinter(
                terminal,
                json,
                outputGone,
                count ->
                        json
                                ? JsonLines.gap(count)
                                : messages.text("output.gap", Long.toString(count)),
                mostWaiting(Runtime.getRuntime().maxMemory()));
    }

    /** How many entries may wait with so much memory in all. */
    static int mostWaiting(long heapBytes) {
        return (int) Math.min(MAX_WAITING, heapBytes / HEAP_BYTES_PER_ENTRY);
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

    /** Prints what is never left out, such as a summary, behind all that waits; waits for room. */
    synchronized void printLast(Supplier<List<String>> lines) {
        try {
            putGap();
            waiting.put(lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            putGap();
            waiting.put(END);
            LockSupport.unpark(thread);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.orElse(null) instanceof RuntimeException defect) {
            throw defect;
        } else if (failure.orElse(null) instanceof Error defect) {
            throw defect;
        }
    }

    private void putGap() throws InterruptedException {
        if (leftOut > 0) {
            waiting.put(gapOf(leftOut));
            leftOut = 0;
        }
    }

    private Supplier<List<String>> gapOf(long count) {
        return () -> List.of(gap.apply(count));
    }

    private void printAll() {
        boolean gone = false;
        try {
            int unchecked = 0;
            for (Supplier<List<String>> next = next(); next != END; next = next()) {
                if (gone) {
                    continue;
                }
                next.get().forEach(line -> terminal.printLine(line, json));
                if (waiting.isEmpty() || ++unchecked == CHECK_EVERY) {
                    unchecked = 0;
                    // Flushes, too.
                    gone = terminal.out().checkError();
                    if (gone) {
                        outputGone.run();
                    }
                }
            }
            terminal.out().flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Without memory, too: nobody would take away what waits, and the end would wait for
            // room.
            failure = Optional.of(e);
            outputGone.run();
            drain();
        }
    }

    private Supplier<List<String>> next() throws InterruptedException {
        for (int looks = 0; looks < MAX_LOOKS; looks++) {
            Supplier<List<String>> next = waiting.poll();
            if (next != null) {
                return next;
            }
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
        }
        return waiting.take();
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
