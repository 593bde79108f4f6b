package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.QuietLog;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.echo.fate.Preset;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;

@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ServerModelTest {
    private final FakeEngine.Factory engines = new FakeEngine.Factory();
    private ServerModel model;

    @Start
    void start(Stage stage) {
        model = model("12000", engines);
    }

    @AfterEach
    void shutDown(FxRobot robot) {
        engines.permits.release(100);
        engines.closings.release(100);
        robot.interact(model::shutdown);
    }

    @Test
    void thePersonsOwnLimitIsRememberedWhileAnotherChoiceIsMade(FxRobot robot) {
        robot.interact(() -> model.limitsProperty().set(RateLimitSettings.ofClient(50)));
        robot.interact(() -> model.limitsProperty().set(RateLimitSettings.OFF));
        assertEquals(50, model.ownLimit());
    }

    @Test
    void startsInTheBackgroundAndThenListens(FxRobot robot) throws Exception {
        robot.interact(model::turnOn);
        assertEquals(new ServerState.Starting(), model.stateProperty().get());
        engines.permits.release();
        await(() -> model.stateProperty().get().equals(new ServerState.On(12_000)));
        await(() -> model.addressesProperty().get().size() == 1);
        robot.interact(model::turnOff);
        await(() -> model.stateProperty().get().equals(new ServerState.Off()));
        assertEquals(0, closedAfter(0));
    }

    @Test
    void aDefectAtTheStartIsShownAndTheSwitchCanBeUsedAgain(FxRobot robot) throws Exception {
        try (QuietLog quiet = QuietLog.of(EchoHost.class)) {
            engines.defect = Optional.of(new StackOverflowError("a defect"));
            engines.permits.release();
            robot.interact(model::turnOn);
            await(() -> model.stateProperty().get() instanceof ServerState.Failed);
            await(() -> quiet.messages() == 1);
        }
        engines.defect = Optional.empty();
        engines.permits.release();
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get().equals(new ServerState.On(12_000)));
    }

    @Test
    void whatEndsByItselfIsClosed(FxRobot robot) throws Exception {
        engines.permits.release();
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        engines.made.get(0).tell(new ServerEvent.Stopped(Instant.now()));
        await(
                () ->
                        model.stateProperty()
                                .get()
                                .equals(new ServerState.Failed(new ServerFailure.Ended())));
        assertTrue(engines.made.get(0).closed.await(20, TimeUnit.SECONDS));
    }

    @Test
    void switchingOffWhileItStartsEndsOff(FxRobot robot) throws Exception {
        robot.interact(model::turnOn);
        robot.interact(model::turnOff);
        engines.permits.release();
        await(() -> model.stateProperty().get().equals(new ServerState.Off()));
        assertEquals(0, closedAfter(0), "what was started is closed again");
    }

    @Test
    void fastSwitchingEndsAsTheLastWishSays(FxRobot robot) throws Exception {
        for (int i = 0; i < 5; i++) {
            robot.interact(model::turnOn);
            robot.interact(model::turnOff);
        }
        robot.interact(model::turnOn);
        engines.permits.release(6);
        await(() -> model.stateProperty().get().equals(new ServerState.On(12_000)));
        assertEquals(6, engines.made.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(0, closedAfter(i));
        }
        assertEquals(1, closedAfter(5));
    }

    @Test
    void aReportThatCameTooLateIsNotShown(FxRobot robot) throws Exception {
        List<ServerState> history = new CopyOnWriteArrayList<>();
        model.stateProperty().addListener((property, was, is) -> history.add(is));
        engines.closings.drainPermits();
        robot.interact(model::turnOn);
        robot.interact(
                () -> {
                    // While the FX thread is here, no report can be shown.
                    model.turnOff();
                    engines.permits.release();
                });
        await(() -> engines.made.size() == 1);
        engines.made.get(0).answer("10.0.0.1", 50_000, Instant.now());
        await(() -> model.log().lines().size() == 1);
        engines.closings.release(1_000);
        await(() -> model.stateProperty().get() instanceof ServerState.Off);
        assertEquals(
                List.of(
                        new ServerState.Starting(),
                        new ServerState.Stopping(),
                        new ServerState.Off()),
                history);
    }

    @Test
    void lateNewsDoesNotBringBackAnOldState(FxRobot robot) throws Exception {
        engines.permits.release();
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        robot.interact(model::turnOff);
        await(() -> model.stateProperty().get() instanceof ServerState.Off);
        robot.interact(() -> model.portTextProperty().set("70000"));
        robot.interact(model::turnOn);
        engines.made.get(0).answer("10.0.0.1", 50_000, Instant.now());
        await(() -> model.log().lines().size() == 1);
        assertEquals(
                new ServerState.Failed(new ServerFailure.NoPort()), model.stateProperty().get());
    }

    @Test
    void whatChangesWhileItStartsReachesIt(FxRobot robot) throws Exception {
        robot.interact(model::turnOn);
        robot.interact(
                () -> {
                    model.impairmentsProperty().set(Impairments.ofLoss(0.9));
                    model.seedProperty().set(7L);
                });
        engines.permits.release();
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        FakeEngine engine = engines.made.get(0);
        assertEquals(0.3, engine.plan.impairments().loss());
        assertEquals(List.of(Impairments.ofLoss(0.9)), engine.impaired);
        assertEquals(List.of(7L), engine.reseeded);
    }

    @Test
    void whatChangesWhileItRunsReachesItAtOnce(FxRobot robot) throws Exception {
        engines.permits.release();
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        FakeEngine engine = engines.made.get(0);
        robot.interact(() -> model.impairmentsProperty().set(Preset.PERFECT.impairments()));
        robot.interact(() -> model.seedProperty().set(2L));
        assertEquals(List.of(Preset.PERFECT.impairments()), engine.impaired);
        assertEquals(List.of(2L), engine.reseeded);
    }

    @Test
    void countersBeginAnewAndTheLogGoesOn(FxRobot robot) throws Exception {
        engines.permits.release(2);
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        engines.made.get(0).answer("10.0.0.1", 50_000, Instant.now());
        engines.made.get(0).drop("10.0.0.2", 50_001, Instant.now());
        await(() -> model.log().lines().size() == 2);
        assertEquals(2, model.trafficProperty().get().counters().received());
        robot.interact(model::turnOff);
        await(() -> model.stateProperty().get() instanceof ServerState.Off);
        assertEquals(2, model.trafficProperty().get().counters().received(), "still to be read");
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        assertEquals(0, model.trafficProperty().get().counters().received());
        assertEquals(2, model.log().lines().size());
    }

    @Test
    void clearingForgetsTheClientsAndKeepsTheCounters(FxRobot robot) throws Exception {
        engines.permits.release();
        robot.interact(model::turnOn);
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        engines.made.get(0).answer("10.0.0.1", 50_000, Instant.now());
        await(() -> model.trafficProperty().get().clients().size() == 1);
        robot.interact(model::clearClients);
        assertEquals(List.of(), model.trafficProperty().get().clients());
        assertEquals(1, model.trafficProperty().get().counters().answered());
    }

    @Test
    void aFailureIsToldAndForgottenWithTheNextPort(FxRobot robot) throws Exception {
        ServerModel refused =
                model(
                        "12000",
                        (plan, sink) -> {
                            throw new IOException("Permission denied");
                        });
        robot.interact(refused::turnOn);
        ServerState failed =
                new ServerState.Failed(new ServerFailure.Refused(12_000, "Permission denied"));
        await(() -> refused.stateProperty().get().equals(failed));
        robot.interact(() -> refused.portTextProperty().set("12001"));
        assertEquals(new ServerState.Off(), refused.stateProperty().get());
        robot.interact(refused::shutdown);
    }

    @Test
    void aPortThatIsNoneStartsNothing(FxRobot robot) {
        robot.interact(() -> model.portTextProperty().set("70000"));
        robot.interact(model::turnOn);
        assertEquals(
                new ServerState.Failed(new ServerFailure.NoPort()), model.stateProperty().get());
        assertTrue(engines.made.isEmpty());
    }

    private long closedAfter(int index) {
        return engines.made.get(index).closed.getCount();
    }

    private static ServerModel model(String port, ServerControl.Factory engines) {
        return new ServerModel(
                port,
                Preset.BOOK.impairments(),
                1,
                engines,
                () ->
                        List.of(
                                new LanAddress(
                                        InetAddress.getLoopbackAddress(), "wlp2s0", Medium.WIFI)));
    }
}
