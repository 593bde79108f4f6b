package pingmonitor.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import pingmonitor.diagnosis.NetworkExaminer;
import pingmonitor.discovery.BackgroundActivity;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.ServerControl;
import pingmonitor.echo.ServerEvent;
import pingmonitor.host.LanAddresses;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.Problem.Field;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.router.ForwardingControl;
import pingmonitor.selftest.SelfTest;
import pingmonitor.selftest.SelfTestVerdict;
import pingmonitor.session.SessionView;
import pingmonitor.settings.Settings;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.RunChange;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerFailure;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/**
 * The first use of the window, made by itself: switches the lossy server on, pings it, looks at everything meanwhile,
 * compares what server and pings say, and closes the window. The person's settings are neither read nor written. FX
 * thread only.
 */
final class WindowSelfTest {
    private final Stage stage;
    private final CompletableFuture<SelfTestVerdict> outcome;
    private final MainModel models;
    private final MainWindow window;
    private final SelfTestTour tour;
    private final Messages messages;

    /**
     * @param servers the make of the server, whose port is any that is free
     * @param outcome completed when the window is closed, exceptionally when there was nothing to compare
     */
    WindowSelfTest(
            Stage stage,
            ServerControl.Factory servers,
            CompletableFuture<SelfTestVerdict> outcome) {
        this.stage = stage;
        this.outcome = outcome;
        EchoPlan plan = SelfTest.server();
        ServerModel server =
                new ServerModel(
                        Settings.DEFAULT.server().port(),
                        plan.impairments(),
                        plan.seed(),
                        (asked, sink) -> atAnyPort(servers, asked, sink),
                        LanAddresses::list);
        // Nothing is saved: any folder will do.
        SaveFolder nowhere = new SaveFolder(Path.of(""));
        models =
                new MainModel(
                        Settings.DEFAULT,
                        new RunListModel(
                                (asked, sink) -> new Pinger(asked, new LossLocators(), sink)),
                        new NetworkExaminer(new OwnServerSnapshot(server)),
                        server,
                        new ForwardModel(ForwardingControl.Factory.none(), page -> {}),
                        told -> BackgroundActivity.nothing(),
                        nowhere);
        window = new MainWindow(stage, models, Optional.empty(), settings -> {});
        tour = SelfTestTour.of(window, models.look(), this::broke);
        messages = Messages.beside(WindowSelfTest.class, models.look().locale());
    }

    void begin() {
        window.show();
        stage.setOnHidden(event -> closedByAPerson());
        window.warmUp();
        models.server().stateProperty().addListener((property, was, is) -> serverIs(is));
        models.server().turnOn();
    }

    private void serverIs(ServerState state) {
        if (state instanceof ServerState.On on) {
            ping(on.port());
        } else if (state instanceof ServerState.Failed failed) {
            end();
            failed(words(failed.failure()));
        }
    }

    private void ping(int port) {
        models.form().text(Field.HOST).set(PingPlan.DEFAULT_HOST);
        models.form().text(Field.PORT).set(Integer.toString(port));
        models.runStarter().startOrStop();
        RunModel run = models.runs().activeProperty().get().orElseThrow();
        run.listen(change -> changed(run, change));
    }

    private void changed(RunModel run, RunChange change) {
        if (outcome.isDone()) {
            // It failed already; the run only ends.
            return;
        }
        tour.goOn(change.statistics().done());
        if (change.finished()) {
            tour.finish(() -> compareWithoutServer(run, change));
        }
    }

    /** A reply can be here before the server has said that it sent it; once it is off, it has said everything. */
    private void compareWithoutServer(RunModel run, RunChange last) {
        models.server()
                .stateProperty()
                .addListener(
                        (property, was, is) -> {
                            if (is instanceof ServerState.Off) {
                                // Its last words arrive together with this news, but after it.
                                Platform.runLater(() -> compare(run.session(), last));
                            }
                        });
        models.server().turnOff();
    }

    private void compare(SessionView session, RunChange last) {
        SelfTestVerdict verdict =
                SelfTestVerdict.of(
                        models.server().log().datagrams(),
                        models.server().trafficProperty().get().counters(),
                        session.rows(0, session.rowCount()),
                        last.statistics());
        end();
        outcome.complete(verdict);
    }

    private void closedByAPerson() {
        models.close();
        failed(messages.text("selfTest.closed"));
    }

    private void failed(String words) {
        outcome.completeExceptionally(new IOException(words));
    }

    private void broke(Throwable defect) {
        try {
            end();
        } finally {
            outcome.completeExceptionally(defect);
        }
    }

    private void end() {
        stage.setOnHidden(null);
        stage.close();
        models.close();
    }

    private String words(ServerFailure failure) {
        String said =
                failure instanceof ServerFailure.Refused refused
                        ? refused.detail()
                        : failure.toString();
        return messages.text("selfTest.server", said);
    }

    private static ServerControl atAnyPort(
            ServerControl.Factory servers, EchoPlan asked, Consumer<ServerEvent> sink)
            throws IOException {
        return servers.start(
                new EchoPlan(0, asked.impairments(), asked.seed(), asked.limits()), sink);
    }
}
