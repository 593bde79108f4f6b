package pingmonitor.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.TargetPlan;
import pingmonitor.session.OutageEnd;

/** Several targets at once, on a clock and with engines that the test moves. */
@Timeout(60)
class MonitorSetTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final String UNKNOWN = "nix";

    private final FakeTimer timer = new FakeTimer();
    private final Map<String, LinkedBlockingQueue<ScriptedEngine>> engines = new HashMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private final LinkedBlockingQueue<MonitorEvent> told = new LinkedBlockingQueue<>();
    private final MonitorSet monitors =
            new MonitorSet(new RunRegistry(this::engine, timer::nanoTime), timer);

    MonitorSetTest() {
        monitors.listen(told::add);
    }

    @Test
    void outageAndRecoveryAreToldOfTheirTargetAlone() throws Exception {
        TargetMonitor near = add("near");
        TargetMonitor far = add("far");
        timer.advance(Duration.ofSeconds(1));
        ScriptedEngine nearEngine = started("near");
        ScriptedEngine farEngine = started("far");
        for (long ping = 1; ping <= 3; ping++) {
            nearEngine.sent(ping);
            nearEngine.replied(ping, 400_000);
            farEngine.sent(ping);
            farEngine.timedOut(ping);
        }
        MonitorEvent.OutageBegan began = next(MonitorEvent.OutageBegan.class);
        assertEquals(far, began.target());
        assertEquals(3, began.outage().lost());
        assertEquals(1, far.currentOutage().orElseThrow().firstSequence());
        farEngine.sent(4);
        farEngine.replied(4, 400_000);
        MonitorEvent.OutageEnded ended = next(MonitorEvent.OutageEnded.class);
        assertEquals(far, ended.target());
        assertEquals(OutageEnd.ANSWERED, ended.end());

        monitors.stopAll();
        assertTrue(monitors.awaitOver(Duration.ofSeconds(PATIENCE_SECONDS)));
        assertEquals(0, near.outages().figures().count());
        assertEquals(1, far.outages().latest().size());
        assertEquals(3, near.figures().received());
        assertEquals(3, far.figures().lost());
        assertEquals(TargetMonitor.State.ENDED, near.state());
    }

    @Test
    void runWhoseTimeIsOverIsCompletedAndOneThatThePersonStoppedBeforeIsNot() throws Exception {
        TargetMonitor whole = add("near");
        TargetMonitor stopped = add("far");
        timer.advance(Duration.ofSeconds(1));
        started("near").sent(1);
        ScriptedEngine far = started("far");
        far.stopLater();
        stopped.stop();
        monitors.completeAll();
        far.finished(PingEvent.Outcome.STOPPED);
        assertTrue(monitors.awaitOver(Duration.ofSeconds(PATIENCE_SECONDS)));
        assertEquals(Optional.of(PingEvent.Outcome.COMPLETED), outcome(whole));
        assertEquals(Optional.of(PingEvent.Outcome.STOPPED), outcome(stopped));
        assertEquals(TargetMonitor.State.ENDED, whole.state());
    }

    private static Optional<PingEvent.Outcome> outcome(TargetMonitor target) {
        return target.latestRun().orElseThrow().session().outcome();
    }

    @Test
    void sixtyFourTargetsStartAtDifferentMomentsAndSomeFail() throws Exception {
        Set<Long> starts = new HashSet<>();
        for (int i = 0; i < MonitorSet.MAX_TARGETS; i++) {
            boolean fails = i % 4 == 0;
            if (fails) {
                unreachable.add("target" + i);
            }
            add("target" + i);
        }
        assertEquals(Optional.empty(), monitors.add(target("one too many")));
        while (starts.size() < MonitorSet.MAX_TARGETS) {
            timer.advance(timer.untilNext());
            starts.add(timer.nanoTime());
        }
        assertTrue(timer.nanoTime() < Duration.ofSeconds(1).toNanos());
        for (int i = 0; i < MonitorSet.MAX_TARGETS / 4; i++) {
            next(MonitorEvent.TargetFailed.class);
        }
        for (int i = 0; i < MonitorSet.MAX_TARGETS; i++) {
            if (i % 4 != 0) {
                ScriptedEngine engine = started("target" + i);
                engine.sent(1);
                engine.replied(1, 1_000);
                engine.finished(PingEvent.Outcome.COMPLETED);
                assertEquals(
                        "target" + i,
                        next(MonitorEvent.TargetEnded.class).target().target().name());
            }
        }
        List<TargetMonitor> targets = monitors.targets();
        for (int i = 0; i < targets.size(); i++) {
            assertEquals(
                    i % 4 == 0 ? TargetMonitor.State.NAME_NOT_FOUND : TargetMonitor.State.ENDED,
                    targets.get(i).state());
            assertEquals(i % 4 == 0 ? 0 : 1, targets.get(i).figures().received());
        }
    }

    @Test
    void nameThatIsNotFoundIsTriedAgainMoreAndMoreSeldom() throws Exception {
        unreachable.add(UNKNOWN);
        TargetMonitor target = add(UNKNOWN);
        timer.advance(Duration.ZERO);
        MonitorEvent.TargetFailed failed = next(MonitorEvent.TargetFailed.class);
        assertEquals(Problem.Kind.NAME_NOT_FOUND, failed.problem().kind());
        assertEquals(Duration.ofSeconds(5), failed.retryAfter());
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            awaitOver(target);
            waits.add(timer.untilNext().toSeconds());
            timer.advance(timer.untilNext());
        }
        assertEquals(List.of(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L), waits);
        assertTrue(told.isEmpty(), "the same failure is told once");
        assertEquals(TargetMonitor.State.NAME_NOT_FOUND, target.state());

        awaitOver(target);
        unreachable.clear();
        timer.advance(Duration.ofMinutes(5));
        started(UNKNOWN);
        assertEquals(target, next(MonitorEvent.TargetRecovered.class).target());
        assertEquals(TargetMonitor.State.RUNNING, target.state());
        assertEquals(Optional.empty(), target.problem());
        monitors.stopAll();
    }

    @Test
    void targetThatIsStoppedIsNotTriedAgain() throws Exception {
        unreachable.add(UNKNOWN);
        TargetMonitor target = add(UNKNOWN);
        timer.advance(Duration.ZERO);
        next(MonitorEvent.TargetFailed.class);
        awaitOver(target);
        target.stop();
        next(MonitorEvent.TargetEnded.class);
        timer.advance(Duration.ofMinutes(10));

        assertEquals(TargetMonitor.State.ENDED, target.state());
        assertEquals(0, timer.waiting());
        assertTrue(told.isEmpty());
    }

    @Test
    void targetThatIsStoppedBeforeItsStartNeverRuns() throws Exception {
        TargetMonitor target = add("near");
        target.stop();
        next(MonitorEvent.TargetEnded.class);
        timer.advance(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), target.latestRun());
    }

    @Test
    void placeOfATargetThatIsRemovedIsFreeAgain() throws Exception {
        for (int i = 0; i < MonitorSet.MAX_TARGETS; i++) {
            add("target" + i);
        }
        monitors.remove(monitors.targets().get(3));
        assertTrue(monitors.add(target("further")).isPresent());
        assertEquals(MonitorSet.MAX_TARGETS, monitors.targets().size());
        monitors.stopAll();
    }

    @Test
    void figuresOfTheLastMinuteForgetWhatWasBefore() throws Exception {
        TargetMonitor target = add("near");
        timer.advance(Duration.ofSeconds(1));
        ScriptedEngine engine = started("near");
        engine.sent(1);
        engine.timedOut(1);
        engine.sent(2);
        engine.replied(2, 900_000);
        await(() -> target.figures().received() == 1);
        timer.advance(Duration.ofSeconds(60));
        engine.sent(3);
        engine.replied(3, 300_000);
        await(() -> target.figures().received() == 2);

        TargetFigures minute = target.last(Duration.ofMinutes(1));
        assertEquals(1, minute.sent());
        assertEquals(OptionalDouble.of(0), minute.loss());
        assertEquals(OptionalDouble.of(300_000), minute.meanNanos());
        TargetFigures tenMinutes = target.last(Duration.ofMinutes(10));
        assertEquals(3, tenMinutes.sent());
        assertEquals(OptionalDouble.of(1 / 3.0), tenMinutes.loss());
        assertEquals(900_000, tenMinutes.maxNanos().orElseThrow());
        timer.advance(Duration.ofMinutes(11));
        assertEquals(0, target.last(Duration.ofMinutes(10)).sent());
        monitors.stopAll();
    }

    private TargetMonitor add(String name) {
        engines.put(name, new LinkedBlockingQueue<>());
        return monitors.add(target(name)).orElseThrow();
    }

    private static TargetPlan target(String name) {
        PingPlan plan =
                new PingPlan(
                        name,
                        12_000,
                        AddressFamily.ANY,
                        PingPlan.UNTIL_STOPPED,
                        Duration.ofSeconds(1),
                        new Pacing.FixedRate(Duration.ofSeconds(1)),
                        0);
        return new TargetPlan(name, plan, 3, false);
    }

    private ScriptedEngine started(String name) throws InterruptedException {
        ScriptedEngine engine = engines.get(name).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(engine, "no run of " + name);
        return engine;
    }

    private <E extends MonitorEvent> E next(Class<E> kind) throws InterruptedException {
        MonitorEvent event = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(kind, event == null ? null : event.getClass());
        return kind.cast(event);
    }

    private static void awaitOver(TargetMonitor target) throws InterruptedException {
        assertTrue(target.awaitOver(Duration.ofSeconds(PATIENCE_SECONDS)));
    }

    private static void await(java.util.function.BooleanSupplier holds)
            throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 1_000 && !holds.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertTrue(holds.getAsBoolean());
    }

    private PingEngine engine(PingPlan plan, Consumer<PingEvent> sink) {
        if (unreachable.contains(plan.host())) {
            return new NameNotFound(plan.host(), sink);
        }
        ScriptedEngine engine = new ScriptedEngine(plan, sink);
        engines.get(plan.host()).add(engine);
        return engine;
    }

    private record NameNotFound(String name, Consumer<PingEvent> sink) implements PingEngine {
        @Override
        public PingEvent.Outcome run() {
            sink.accept(new PingEvent.Failed(Problem.of(Problem.Kind.NAME_NOT_FOUND, name)));
            sink.accept(new PingEvent.Finished(PingEvent.Outcome.FAILED, ScriptedEngine.AT));
            return PingEvent.Outcome.FAILED;
        }

        @Override
        public void stop() {
            // It is over already.
        }
    }
}
