package pingmonitor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;

@Timeout(60)
@ExtendWith(ApplicationExtension.class)
class QuietPeriodTest {
    private static final PingEvent STARTED =
            new PingEvent.Started(new InetSocketAddress("127.0.0.1", 12_000), Instant.EPOCH);

    private final List<Consumer<PingEvent>> sinks = new ArrayList<>();
    private final List<Runnable> crossings = new ArrayList<>();
    private final QuietPeriod quiet = new QuietPeriod();
    private final RunRegistry registry =
            new RunRegistry(
                    (plan, sink) -> {
                        sinks.add(sink);
                        return new NoEngine();
                    });

    @Test
    void itLastsUntilTheFateOfTheFirstPingIsKnown(FxRobot robot) {
        robot.interact(
                () -> {
                    assertFalse(kept());
                    quiet.keep(run());
                    tell(0, STARTED);
                    tell(0, new PingEvent.Sent(1, Instant.EPOCH, 26));
                    assertTrue(kept());
                    tell(0, new PingEvent.TimedOut(1));
                    assertFalse(kept());
                });
    }

    @Test
    void itEndsWithARunThatSentNoPing(FxRobot robot) {
        robot.interact(
                () -> {
                    quiet.keep(run());
                    tell(0, new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.EPOCH));
                    assertFalse(kept());
                });
    }

    @Test
    void theEndOfOneRunDoesNotEndTheQuietOfAnother(FxRobot robot) {
        robot.interact(
                () -> {
                    quiet.keep(run());
                    quiet.keep(run());
                    tell(0, new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.EPOCH));
                    assertTrue(kept());
                    tell(1, new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.EPOCH));
                    assertFalse(kept());
                });
    }

    @Test
    void itLastsWhileAnyRunWaitsForTheFateOfItsFirstPing(FxRobot robot) {
        robot.interact(
                () -> {
                    quiet.keep(run());
                    quiet.keep(run());
                    for (int run = 0; run < 2; run++) {
                        assertTrue(kept());
                        tell(run, STARTED);
                        tell(run, new PingEvent.Sent(1, Instant.EPOCH, 26));
                        tell(run, new PingEvent.TimedOut(1));
                    }
                    assertFalse(kept());
                });
    }

    @Test
    void itEndsAfterItsLongestWaitWithoutAnyEvent(FxRobot robot) throws Exception {
        robot.interact(() -> quiet.keep(run()));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !kept());
        assertEquals(1, sinks.size());
    }

    private boolean kept() {
        return quiet.keptProperty().get();
    }

    private void tell(int run, PingEvent event) {
        sinks.get(run).accept(event);
        List<Runnable> now = List.copyOf(crossings);
        crossings.clear();
        now.forEach(Runnable::run);
    }

    private RunModel run() {
        return new RunModel(
                registry.prepare(PingPlan.lab("127.0.0.1", 12_000)),
                refresh -> new FxBridge(refresh, nanos -> crossings::add, () -> 0));
    }

    private record NoEngine() implements PingEngine {
        @Override
        public PingEvent.Outcome run() {
            throw new AssertionError("never started");
        }

        @Override
        public void stop() {
            throw new AssertionError("never started");
        }
    }
}
