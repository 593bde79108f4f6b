package pingmonitor.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that only the test moves. */
public final class FakeTimer implements MonitorTimer {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::dueNanos));
    private long nanos;

    private record Task(long dueNanos, Runnable work) {}

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public Instant wallTime() {
        return ScriptedEngine.AT.plusNanos(nanoTime());
    }

    @Override
    public synchronized void after(Duration delay, Runnable work) {
        tasks.add(new Task(nanos + delay.toNanos(), work));
    }

    @Override
    public void close() {
        // It has no thread.
    }

    /** Does what is due until then, each at its time. */
    public void advance(Duration time) {
        long end = nanoTime() + time.toNanos();
        for (Task next = nextUntil(end); next != null; next = nextUntil(end)) {
            next.work().run();
        }
        synchronized (this) {
            nanos = end;
        }
    }

    /** How long nothing is to be done. */
    synchronized Duration untilNext() {
        return Duration.ofNanos(tasks.element().dueNanos() - nanos);
    }

    synchronized int waiting() {
        return tasks.size();
    }

    private synchronized Task nextUntil(long end) {
        if (tasks.isEmpty() || tasks.peek().dueNanos() > end) {
            return null;
        }
        nanos = Math.max(nanos, tasks.peek().dueNanos());
        return tasks.poll();
    }
}
