package pingmonitor.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.echo.QuietLog;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.PingState;

/** Several runs at once, with engines whose events the test hands in. */
@Timeout(60)
class RunRegistryTest {
    private static final PingPlan NEAR = PingPlan.lab("127.0.0.1", 12_000);
    private static final PingPlan FAR = PingPlan.lab("127.0.0.2", 12_001);

    private final List<ScriptedEngine> engines = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final RunRegistry registry = new RunRegistry(this::engine, nanos::get);

    @Test
    void twoRunsGoOnAtOnceAndEachSessionHasItsOwnEvents() throws Exception {
        LiveRun near = registry.start(NEAR);
        LiveRun far = registry.start(FAR);
        RecordedChanges nearChanges = RecordedChanges.of(near);
        RecordedChanges farChanges = RecordedChanges.of(far);
        engines.get(0).sent(1);
        assertEquals(PingState.WAITING, nearChanges.nextRow().state());
        engines.get(1).sent(1);
        engines.get(1).timedOut(1);
        assertEquals(PingState.WAITING, farChanges.nextRow().state());
        assertEquals(PingState.TIMED_OUT, farChanges.nextRow().state());
        engines.get(0).replied(1, 400_000);
        assertEquals(PingState.REPLIED, nearChanges.nextRow().state());
        engines.get(1).sent(2);
        assertEquals(2, farChanges.nextRow().sequence());

        assertEquals(List.of(near, far), registry.live());
        assertEquals(LiveRun.State.RUNNING, near.state());
        assertEquals(LiveRun.State.RUNNING, far.state());
        engines.get(0).finished(PingEvent.Outcome.COMPLETED);
        nearChanges.awaitEnd();
        engines.get(1).timedOut(2);
        assertEquals(PingState.TIMED_OUT, farChanges.nextRow().state());
        engines.get(1).finished(PingEvent.Outcome.COMPLETED);
        farChanges.awaitEnd();

        assertEquals(NEAR, near.session().plan());
        assertEquals(1, near.session().rowCount());
        assertEquals(1, near.session().statistics().received());
        assertEquals(0, near.session().statistics().lost());
        assertEquals(FAR, far.session().plan());
        assertEquals(2, far.session().rowCount());
        assertEquals(0, far.session().statistics().received());
        assertEquals(2, far.session().statistics().lost());
        assertEquals(List.of(), registry.live());
    }

    @Test
    void stoppingOneRunLetsTheOtherGoOn() throws Exception {
        LiveRun near = registry.start(NEAR);
        LiveRun far = registry.start(FAR);
        RecordedChanges nearChanges = RecordedChanges.of(near);
        RecordedChanges farChanges = RecordedChanges.of(far);
        near.stop();
        nearChanges.awaitEnd();

        assertEquals(Optional.of(PingEvent.Outcome.STOPPED), near.session().outcome());
        assertEquals(List.of(far), registry.live());
        engines.get(1).sent(1);
        farChanges.nextRow();
        assertEquals(LiveRun.State.RUNNING, far.state());
        engines.get(1).finished(PingEvent.Outcome.COMPLETED);
        farChanges.awaitEnd();
        assertEquals(Optional.of(PingEvent.Outcome.COMPLETED), far.session().outcome());
    }

    @Test
    void aDefectOfOneEngineFailsItsRunAndNoOther() throws Exception {
        RunRegistry broken =
                new RunRegistry(
                        (plan, sink) -> plan.equals(FAR) ? new BrokenEngine() : engine(plan, sink));
        LiveRun near = broken.start(NEAR);
        RecordedChanges nearChanges = RecordedChanges.of(near);
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            LiveRun far = broken.prepare(FAR);
            RecordedChanges farChanges = RecordedChanges.of(far);
            far.start();
            farChanges.awaitEnd();
            assertEquals(Optional.of(PingEvent.Outcome.FAILED), far.session().outcome());
            assertEquals(
                    Optional.of(Problem.Kind.OTHER), far.session().problem().map(Problem::kind));
            assertEquals(1, quiet.messages());
        }
        engines.get(0).sent(1);
        engines.get(0).replied(1, 400_000);
        engines.get(0).finished(PingEvent.Outcome.COMPLETED);
        nearChanges.awaitEnd();
        assertEquals(Optional.of(PingEvent.Outcome.COMPLETED), near.session().outcome());
        assertEquals(1, near.session().statistics().received());
        assertEquals(Optional.empty(), near.session().problem());
    }

    @Test
    void aRunStoppedBeforeItsStartEndsAtOnceAndNeverRuns() throws Exception {
        LiveRun run = registry.prepare(NEAR);
        RecordedChanges changes = RecordedChanges.of(run);
        assertEquals(LiveRun.State.WAITING, run.state());
        run.stop();
        assertEquals(LiveRun.State.ENDED, run.state());
        run.start();

        assertEquals(LiveRun.State.ENDED, run.state());
        changes.awaitEnd();
        assertTrue(changes.isEmpty());
        assertEquals(Optional.of(PingEvent.Outcome.STOPPED), run.session().outcome());
        assertEquals(List.of(), registry.live());
    }

    @Test
    void aStoppedRunIsStoppingUntilItsLastEvent() throws Exception {
        LiveRun run = registry.start(NEAR);
        RecordedChanges changes = RecordedChanges.of(run);
        engines.get(0).stopLater();
        run.stop();
        assertEquals(LiveRun.State.STOPPING, run.state());
        engines.get(0).sent(1);
        changes.nextRow();
        assertEquals(LiveRun.State.STOPPING, run.state());
        engines.get(0).finished(PingEvent.Outcome.STOPPED);
        changes.awaitEnd();
        assertEquals(LiveRun.State.ENDED, run.state());
    }

    @Test
    void anEngineThatEndsWithoutAWordLeavesAStoppedRun() throws Exception {
        LiveRun run = new RunRegistry((plan, sink) -> new SilentEngine()).prepare(NEAR);
        RecordedChanges changes = RecordedChanges.of(run);
        run.start();
        changes.awaitEnd();
        assertEquals(Optional.of(PingEvent.Outcome.STOPPED), run.session().outcome());
    }

    @Test
    void theEndIsToldOnceAndLast() throws Exception {
        LiveRun run = registry.prepare(NEAR);
        RecordedChanges changes = RecordedChanges.of(run);
        run.start();
        engines.get(0).sent(1);
        engines.get(0).timedOut(1);
        engines.get(0).finished(PingEvent.Outcome.COMPLETED);
        changes.awaitEnd();
        engines.get(0).awaitOver();
        run.stop();

        assertEquals(
                List.of(
                        LiveRun.State.RUNNING,
                        LiveRun.State.RUNNING,
                        LiveRun.State.RUNNING,
                        LiveRun.State.ENDED),
                changes.states);
        assertTrue(changes.isEmpty());
    }

    @Test
    void aListenerThatBreaksKeepsNoOtherFromTheChanges() throws Exception {
        LiveRun run = registry.prepare(NEAR);
        run.listen(
                (touched, state) -> {
                    throw new IllegalStateException("a defect");
                });
        RecordedChanges changes = RecordedChanges.of(run);
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            run.start();
            engines.get(0).sent(1);
            assertEquals(1, changes.nextRow().sequence());
            engines.get(0).finished(PingEvent.Outcome.COMPLETED);
            changes.awaitEnd();
            assertTrue(quiet.messages() > 0);
        }
        assertEquals(Optional.of(PingEvent.Outcome.COMPLETED), run.session().outcome());
    }

    @Test
    void allRunsAreStoppedEvenIfOneEngineBreaksAtIt() throws Exception {
        RunRegistry broken =
                new RunRegistry(
                        (plan, sink) ->
                                plan.equals(NEAR) ? new BrokenEngine() : engine(plan, sink));
        LiveRun near = broken.prepare(NEAR);
        LiveRun far = broken.start(FAR);
        RecordedChanges farChanges = RecordedChanges.of(far);
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            broken.stopAll();
            assertEquals(1, quiet.messages());
        }
        farChanges.awaitEnd();
        assertEquals(LiveRun.State.ENDED, near.state());
        assertEquals(Optional.of(PingEvent.Outcome.STOPPED), far.session().outcome());
        assertEquals(List.of(), broken.live());
    }

    @Test
    void runsAreToldAndNumberedAsTheyAreMade() {
        List<LiveRun> told = new ArrayList<>();
        Runnable endListening = registry.listen(told::add);
        LiveRun first = registry.prepare(NEAR);
        LiveRun second = registry.prepare(FAR);
        endListening.run();
        registry.prepare(FAR);

        assertEquals(List.of(first, second), told);
        assertEquals(List.of(1, 2), told.stream().map(LiveRun::number).toList());
        registry.stopAll();
    }

    @Test
    void eachRunHasItsOwnAge() {
        LiveRun first = registry.prepare(NEAR);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        LiveRun second = registry.prepare(FAR);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertEquals(Duration.ofSeconds(123), first.age());
        assertEquals(Duration.ofSeconds(3), second.age());
        registry.stopAll();
    }

    private PingEngine engine(PingPlan plan, Consumer<PingEvent> sink) {
        ScriptedEngine engine = new ScriptedEngine(plan, sink);
        engines.add(engine);
        return engine;
    }

    /** Breaks whatever it is asked for. */
    private record BrokenEngine() implements PingEngine {
        @Override
        public PingEvent.Outcome run() {
            throw new IllegalStateException("a defect");
        }

        @Override
        public void stop() {
            throw new IllegalStateException("another defect");
        }
    }

    /** Ends at once and tells nothing. */
    private record SilentEngine() implements PingEngine {
        @Override
        public PingEvent.Outcome run() {
            return PingEvent.Outcome.STOPPED;
        }

        @Override
        public void stop() {
            // It ends by itself.
        }
    }
}
