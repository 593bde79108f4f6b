package pingmonitor.peers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A program beside the test that prints lines: a process, or a thread that stands for one. */
abstract class Program implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Takes a line that it printed. */
    final void printed(String line) {
        lines.add(line);
    }

    /** What it has printed so far. */
    final List<String> lines() {
        return List.copyOf(lines);
    }

    /** The first line that is looked for, as soon as it is there. */
    final String awaitLine(Predicate<String> wanted) {
        return awaitLines(wanted, 1).get(0);
    }

    /** The lines looked for, as soon as there are so many. */
    final List<String> awaitLines(Predicate<String> wanted, int count) {
        awaitLinesOrEnd(wanted, count);
        List<String> found = matching(wanted);
        if (found.size() < count) {
            throw new AssertionError("it ended early; " + all());
        }
        return found;
    }

    /** Returns as soon as there are so many of the lines looked for, or it has ended. */
    final void awaitLinesOrEnd(Predicate<String> wanted, int count) {
        Await.until(() -> matching(wanted).size() >= count || hasEnded(), this::all);
    }

    /** Returns as soon as it has ended. */
    final void awaitEnd() {
        Await.until(this::hasEnded, () -> "it runs still; " + all());
    }

    /** Whether it has ended and all of its lines are there. */
    abstract boolean hasEnded();

    /** Ends it. */
    @Override
    public abstract void close();

    final String all() {
        return "it printed: " + lines;
    }

    private List<String> matching(Predicate<String> wanted) {
        return lines.stream().filter(wanted).toList();
    }
}
