package pingmonitor.monitor;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pingmonitor.ping.TargetPlan;

/**
 * Watches several targets at once, each alone: one that fails disturbs no other. Their starts are spread, so that they
 * do not all send at the same moment. Thread-safe.
 */
public final class MonitorSet {
    private static final Logger LOG = System.getLogger(MonitorSet.class.getName());

    /** Number of targets at once. */
    public static final int MAX_TARGETS = 64;

    private final RunRegistry runs;
    private final MonitorTimer timer;
    private final long beginNanos;
    private final List<TargetMonitor> targets = new CopyOnWriteArrayList<>();
    private final Map<TargetMonitor, Integer> places = new ConcurrentHashMap<>();
    private final List<Consumer<MonitorEvent>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param runs makes the runs, and keeps those that are to be kept
     */
    public MonitorSet(RunRegistry runs, MonitorTimer timer) {
        this.runs = runs;
        this.timer = timer;
        this.beginNanos = timer.nanoTime();
    }

    /**
     * Tells what happens to any target from now on, one thing at a time for each target, on threads of the runs.
     *
     * @param listener returns quickly
     * @return ends the listening
     */
    public Runnable listen(Consumer<MonitorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Watches one more target; its pings begin within a second.
     *
     * @return empty when there are {@link #MAX_TARGETS} already
     */
    public synchronized Optional<TargetMonitor> add(TargetPlan plan) {
        if (targets.size() == MAX_TARGETS) {
            return Optional.empty();
        }
        TargetMonitor target = new TargetMonitor(plan, runs, timer, this::tell);
        int place = freePlace();
        targets.add(target);
        places.put(target, place);
        target.startAfter(untilTurn(StartOffsets.of(place, plan.plan())));
        return Optional.of(target);
    }

    /** Stops watching a target. */
    public synchronized void remove(TargetMonitor target) {
        target.stop();
        targets.remove(target);
        places.remove(target);
    }

    /** In the order in which they were added. */
    public List<TargetMonitor> targets() {
        return List.copyOf(targets);
    }

    /** Stops all; does not wait. */
    public void stopAll() {
        targets.forEach(TargetMonitor::stop);
    }

    /** Ends all because their time is over; does not wait. Their runs are completed then. */
    public void completeAll() {
        targets.forEach(TargetMonitor::complete);
    }

    /** Waits until all have ended and their files are closed; whether they have. */
    public boolean awaitOver(Duration most) throws InterruptedException {
        long endNanos = System.nanoTime() + most.toNanos();
        for (TargetMonitor target : targets) {
            long leftNanos = Math.max(0, endNanos - System.nanoTime());
            if (!target.awaitOver(Duration.ofNanos(leftNanos))) {
                return false;
            }
        }
        return true;
    }

    private int freePlace() {
        BitSet taken = new BitSet();
        places.values().forEach(taken::set);
        return taken.nextClearBit(0);
    }

    /** The time until a turn that comes once in a span since the beginning. */
    private Duration untilTurn(Duration offset) {
        long span = StartOffsets.MAX_SPAN.toNanos();
        long since = timer.nanoTime() - beginNanos;
        return Duration.ofNanos(Math.floorMod(offset.toNanos() - since, span));
    }

    private void tell(MonitorEvent event) {
        for (Consumer<MonitorEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException | Error defect) {
                LOG.log(Logger.Level.ERROR, "a listener of a monitor broke", defect);
            }
        }
    }
}
