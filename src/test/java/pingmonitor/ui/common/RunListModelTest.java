package pingmonitor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import pingmonitor.echo.QuietLog;
import pingmonitor.monitor.LiveRun;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/** Runs whose engine or whose viewers break. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class RunListModelTest {
    private static final PingEvent STARTED =
            new PingEvent.Started(new InetSocketAddress("127.0.0.1", 12_000), Instant.EPOCH);

    @Test
    void anErrorOfTheEngineEndsTheRunAsFailedAndKeepsWhatWasMeasured(FxRobot robot)
            throws Exception {
        RunListModel runs =
                new RunListModel(
                        (plan, sink) ->
                                engine(
                                        () -> {
                                            sink.accept(STARTED);
                                            sink.accept(new PingEvent.Sent(1, Instant.EPOCH, 24));
                                            sink.accept(new PingEvent.TimedOut(1));
                                            throw new StackOverflowError("too deep");
                                        }));
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            RunModel run = start(robot, runs, List.of());
            Fx.await(() -> runs.activeProperty().get().isEmpty());
            assertEquals(Optional.of(PingEvent.Outcome.FAILED), run.session().outcome());
            assertEquals(
                    Problem.Kind.OTHER, run.session().problem().map(Problem::kind).orElseThrow());
            assertEquals(1, run.session().rowCount());
            assertEquals(1, quiet.messages());
        }
    }

    @Test
    void aSessionThatCannotTakeTheEventsStillEndsTheRun(FxRobot robot) throws Exception {
        RunListModel runs =
                new RunListModel(
                        (plan, sink) ->
                                engine(
                                        () -> {
                                            // Never sent: the session refuses it.
                                            sink.accept(new PingEvent.TimedOut(7));
                                            return PingEvent.Outcome.COMPLETED;
                                        }));
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            RunModel run = start(robot, runs, List.of());
            Fx.await(() -> runs.activeProperty().get().isEmpty());
            assertEquals(Optional.of(PingEvent.Outcome.FAILED), run.session().outcome());
            assertEquals(1, quiet.messages());
        }
    }

    @Test
    void aViewThatBreaksKeepsNoOtherFromItsRowsAndTheRunFromNoEnd(FxRobot robot) throws Exception {
        RunListModel runs =
                new RunListModel(
                        (plan, sink) ->
                                engine(
                                        () -> {
                                            sink.accept(STARTED);
                                            sink.accept(new PingEvent.Sent(1, Instant.EPOCH, 24));
                                            sink.accept(new PingEvent.TimedOut(1));
                                            sink.accept(
                                                    new PingEvent.Finished(
                                                            PingEvent.Outcome.COMPLETED,
                                                            Instant.EPOCH));
                                            return PingEvent.Outcome.COMPLETED;
                                        }));
        List<Long> rows = new CopyOnWriteArrayList<>();
        try (QuietLog quiet = QuietLog.of(RunModel.class)) {
            start(
                    robot,
                    runs,
                    List.of(
                            change -> {
                                throw new IllegalStateException("a defect");
                            },
                            change -> change.rows().forEach(row -> rows.add(row.sequence()))));
            Fx.await(() -> runs.activeProperty().get().isEmpty());
            assertTrue(rows.contains(1L), rows.toString());
            assertTrue(quiet.messages() > 0);
        }
    }

    @Test
    void theEndIsToldOnceEvenWithADeliveryBehindIt() {
        List<Consumer<PingEvent>> sinks = new ArrayList<>();
        List<Runnable> crossings = new ArrayList<>();
        List<Runnable> beforeDelivery = new ArrayList<>();
        RunRegistry registry =
                new RunRegistry(
                        (plan, sink) -> {
                            sinks.add(sink);
                            return engine(() -> PingEvent.Outcome.COMPLETED);
                        });
        RunModel run =
                new RunModel(
                        registry.prepare(PingPlan.lab("127.0.0.1", 12_000)),
                        refresh ->
                                new FxBridge(
                                        () -> {
                                            cross(beforeDelivery);
                                            refresh.run();
                                        },
                                        nanos -> crossings::add,
                                        () -> 0));
        List<Boolean> first = new ArrayList<>();
        List<Boolean> second = new ArrayList<>();
        run.listen(change -> first.add(change.finished()));
        run.listen(change -> second.add(change.finished()));
        sinks.get(0).accept(STARTED);
        cross(crossings);
        sinks.get(0).accept(new PingEvent.Sent(1, Instant.EPOCH, 24));
        // The delivery of the ping takes the end along, whose own comes after it.
        beforeDelivery.add(
                () ->
                        sinks.get(0)
                                .accept(
                                        new PingEvent.Finished(
                                                PingEvent.Outcome.COMPLETED, Instant.EPOCH)));
        cross(crossings);
        assertEquals(1, crossings.size());
        cross(crossings);
        assertEquals(List.of(false, true), first);
        assertEquals(List.of(false, true), second);
        assertFalse(run.runningProperty().get());
    }

    private static void cross(List<Runnable> crossings) {
        List<Runnable> now = List.copyOf(crossings);
        crossings.clear();
        now.forEach(Runnable::run);
    }

    /** All listen before the first event can be told. */
    private static RunModel start(
            FxRobot robot, RunListModel runs, List<Consumer<RunChange>> listeners) {
        List<RunModel> started = new CopyOnWriteArrayList<>();
        robot.interact(
                () -> {
                    RunModel run = runs.start(PingPlan.lab("127.0.0.1", 12_000));
                    listeners.forEach(run::listen);
                    started.add(run);
                });
        return started.get(0);
    }

    private static PingEngine engine(Callable<PingEvent.Outcome> work) {
        return new PingEngine() {
            @Override
            public PingEvent.Outcome run() {
                try {
                    return work.call();
                } catch (RuntimeException | Error defect) {
                    throw defect;
                } catch (Exception impossible) {
                    throw new AssertionError(impossible);
                }
            }

            @Override
            public void stop() {
                // It ends by itself.
            }
        };
    }
}
