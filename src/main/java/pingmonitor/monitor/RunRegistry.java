package pingmonitor.monitor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingPlan;
import pingmonitor.store.RunKeeper;

/**
 * Makes live runs, and knows those that have not ended. Any number go on at once, and none is touched by the failure of
 * another. Thread-safe.
 */
public final class RunRegistry {
    private final PingEngine.Factory engines;
    private final LongSupplier nanoTime;
    private final Optional<RunKeeper.Factory> keepers;
    private final AtomicInteger created = new AtomicInteger();
    private final List<LiveRun> live = new CopyOnWriteArrayList<>();
    private final List<Consumer<LiveRun>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param engines makes one engine for each run
     */
    public RunRegistry(PingEngine.Factory engines) {
        this(engines, System::nanoTime);
    }

    /**
     * @param nanoTime the clock that a run's age is read from
     */
    public RunRegistry(PingEngine.Factory engines, LongSupplier nanoTime) {
        this(engines, nanoTime, Optional.empty());
    }

    /**
     * @param keepers make the keeper of each run that is to be kept; without, none is
     */
    public RunRegistry(
            PingEngine.Factory engines,
            LongSupplier nanoTime,
            Optional<RunKeeper.Factory> keepers) {
        this.engines = engines;
        this.nanoTime = nanoTime;
        this.keepers = keepers;
    }

    /**
     * Makes a run that waits for its {@link LiveRun#start}, has all its rows in memory and is not kept. Those that go
     * on are left alone.
     */
    public LiveRun prepare(PingPlan plan) {
        return prepared(plan, true, RunKeeping.none());
    }

    /** Makes such a run whose memory does not grow. */
    public LiveRun prepareBounded(PingPlan plan) {
        return prepared(plan, false, RunKeeping.none());
    }

    /**
     * Makes such a run whose memory does not grow, and which is written to a file if this registry keeps runs.
     *
     * @param name what the person calls the run; may be empty
     */
    public LiveRun prepareKept(PingPlan plan, String name) {
        RunKeeping keeping =
                keepers.map(factory -> RunKeeping.by(factory, plan, name))
                        .orElseGet(RunKeeping::none);
        return prepared(plan, false, keeping);
    }

    private LiveRun prepared(PingPlan plan, boolean withHistory, RunKeeping keeping) {
        LiveRun run =
                new LiveRun(
                        created.incrementAndGet(), plan, withHistory, keeping, engines, nanoTime);
        // Before anybody else can end it.
        run.listen((touched, state) -> forgetWhenEnded(run, state));
        live.add(run);
        listeners.forEach(listener -> listener.accept(run));
        return run;
    }

    /** Makes a run and starts it beside those that go on. */
    public LiveRun start(PingPlan plan) {
        LiveRun run = prepare(plan);
        run.start();
        return run;
    }

    /** The runs that have not ended, oldest first. */
    public List<LiveRun> live() {
        return List.copyOf(live);
    }

    /** Stops every run that has not ended; does not wait. */
    public void stopAll() {
        live.forEach(LiveRun::stop);
    }

    /**
     * Tells each run that is made from now on, before it can start, on the thread that makes it.
     *
     * @return ends the listening
     */
    public Runnable listen(Consumer<LiveRun> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void forgetWhenEnded(LiveRun run, LiveRun.State state) {
        if (state == LiveRun.State.ENDED) {
            live.remove(run);
        }
    }
}
