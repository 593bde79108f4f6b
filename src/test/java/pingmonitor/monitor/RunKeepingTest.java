package pingmonitor.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.echo.QuietLog;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.TargetPlan;
import pingmonitor.session.StatisticsState;
import pingmonitor.store.KeepingProblem;
import pingmonitor.store.RunKeeper;

/** Which events a keeper is given, and what becomes of its problems. */
@Timeout(60)
class RunKeepingTest {
    private static final PingPlan PLAN = PingPlan.lab("127.0.0.1", 12_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final LinkedBlockingQueue<ScriptedEngine> engines = new LinkedBlockingQueue<>();
    private volatile Optional<KeepingProblem> problem = Optional.empty();

    @Test
    void keeperTakesTheWholeRunAndIsClosedAtItsEnd() throws Exception {
        LiveRun run = registry().prepareKept(PLAN, "Home");
        assertEquals(List.of(), said, "nothing has begun");
        run.start();
        ScriptedEngine engine = engines.take();
        engine.sent(1);
        engine.replied(1, 1_000);
        engine.finished(PingEvent.Outcome.COMPLETED);
        assertTrue(run.awaitOver(PATIENCE));

        assertEquals(List.of("keep Home", "Started", "Sent", "Replied", "Finished", "close"), said);
    }

    @Test
    void runThatIsNotToBeKeptHasNoKeeper() throws Exception {
        LiveRun run = registry().prepareBounded(PLAN);
        run.start();
        engines.take().finished(PingEvent.Outcome.COMPLETED);
        assertTrue(run.awaitOver(PATIENCE));
        assertEquals(List.of(), said);
        assertEquals(Optional.empty(), run.keepingProblem());
    }

    @Test
    void runThatNeverBeginsHasNoFile() throws Exception {
        LiveRun run =
                new RunRegistry(
                                (plan, sink) -> new NeverBegins(() -> sink.accept(failed())),
                                System::nanoTime,
                                Optional.of(this::keep))
                        .prepareKept(PLAN, "");
        run.start();
        assertTrue(run.awaitOver(PATIENCE));
        assertEquals(List.of(), said);
    }

    @Test
    void keeperThatBreaksAtTheEndIsLoggedAndTheRunIsOver() throws Exception {
        LiveRun run =
                new RunRegistry(
                                this::engine,
                                System::nanoTime,
                                Optional.of((plan, figures, name) -> new Broken()))
                        .prepareKept(PLAN, "");
        try (QuietLog quiet = QuietLog.of(RunKeeping.class)) {
            run.start();
            engines.take().finished(PingEvent.Outcome.COMPLETED);
            assertTrue(run.awaitOver(PATIENCE));
            assertEquals(1, quiet.messages());
        }
        assertEquals(LiveRun.State.ENDED, run.state());
    }

    @Test
    void endOfTheKeepingIsToldOnceAndTheRunGoesOn() throws Exception {
        FakeTimer timer = new FakeTimer();
        MonitorSet monitors = new MonitorSet(registry(), timer);
        LinkedBlockingQueue<MonitorEvent> told = new LinkedBlockingQueue<>();
        monitors.listen(told::add);
        TargetMonitor target = monitors.add(new TargetPlan("Home", PLAN, 3, true)).orElseThrow();
        timer.advance(Duration.ZERO);
        ScriptedEngine engine = engines.take();
        KeepingProblem full = new KeepingProblem(KeepingProblem.Kind.DISK_FULL, "no space");
        problem = Optional.of(full);
        engine.sent(1);
        assertEquals(
                new MonitorEvent.KeepingStopped(target, full), told.poll(30, TimeUnit.SECONDS));
        engine.replied(1, 1_000);
        engine.finished(PingEvent.Outcome.COMPLETED);
        assertEquals(new MonitorEvent.TargetEnded(target), told.poll(30, TimeUnit.SECONDS));
        assertEquals(Optional.of(full), target.keepingProblem());
        assertEquals(1, target.figures().received());
    }

    private RunRegistry registry() {
        return new RunRegistry(this::engine, System::nanoTime, Optional.of(this::keep));
    }

    private RunKeeper keep(PingPlan plan, Supplier<StatisticsState> figures, String name) {
        said.add("keep " + name);
        return new Recording();
    }

    private PingEngine engine(PingPlan plan, java.util.function.Consumer<PingEvent> sink) {
        ScriptedEngine engine = new ScriptedEngine(plan, sink);
        engines.add(engine);
        return engine;
    }

    private static PingEvent failed() {
        return new PingEvent.Failed(Problem.of(Problem.Kind.NAME_NOT_FOUND, "nix"));
    }

    private record NeverBegins(Runnable work) implements PingEngine {
        @Override
        public PingEvent.Outcome run() {
            work.run();
            return PingEvent.Outcome.FAILED;
        }

        @Override
        public void stop() {
            // It is over already.
        }
    }

    private class Recording implements RunKeeper {
        @Override
        public void take(PingEvent event) {
            said.add(event.getClass().getSimpleName());
        }

        @Override
        public Optional<Path> file() {
            return Optional.empty();
        }

        @Override
        public Optional<KeepingProblem> problem() {
            return problem;
        }

        @Override
        public void close() {
            said.add("close");
        }
    }

    private final class Broken extends Recording {
        @Override
        public void close() {
            throw new IllegalStateException("a defect");
        }
    }
}
