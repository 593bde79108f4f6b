package pingmonitor.ui.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.Stage;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.host.LanAddresses;
import pingmonitor.monitor.RunRegistry;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.ping.FakeFinders;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;

/** The whole window, English, over engines whose events the test hands in; its server is a real one. */
final class WholeWindow {
    private static final Settings.Look LIGHT =
            new Settings.Look(Settings.Theme.LIGHT, "en", Settings.Look.DEFAULT_FONT_SIZE);

    final List<ScriptedEngine> engines = new CopyOnWriteArrayList<>();
    final List<Settings> saved = new CopyOnWriteArrayList<>();
    final FakeFinders finders = new FakeFinders();
    private final AtomicLong nanos = new AtomicLong();
    final MainModel models;
    final Stage stage;

    /** Opens it on the FX thread, where the settings of the last time say. */
    WholeWindow(Stage stage, Optional<Settings.Placement> place) throws IOException {
        this.stage = stage;
        Settings settings =
                new Settings(Settings.DEFAULT.ping(), Settings.DEFAULT.server(), LIGHT, place);
        models =
                new MainModel(
                        settings,
                        new RunListModel(new RunRegistry(this::engine, nanos::get)),
                        Examiner.NONE,
                        new ServerModel(
                                Integer.toString(freePort()),
                                Impairments.ofLoss(0.3),
                                1,
                                EchoServer::start,
                                LanAddresses::list),
                        new ForwardModel(new RecordingRouter(), page -> {}),
                        finders,
                        new SaveFolder(Path.of("documents")));
        new MainWindow(stage, models, settings.window(), saved::add).show();
    }

    /** Until what is made after the first frames is there. */
    void awaitComplete() throws TimeoutException {
        Fx.awaitLaidOut(() -> Set.of("#serverCard", "#pings").stream().allMatch(this::has));
    }

    /** The one that was started last. */
    ScriptedEngine engine() {
        return engines.get(engines.size() - 1);
    }

    /** Starts a run and lets it send so many pings, all answered; it goes on. */
    ScriptedEngine run(int pings) throws TimeoutException {
        int before = engines.size();
        Fx.run(models.runStarter()::start);
        Fx.await(() -> engines.size() > before);
        for (int sequence = 1; sequence <= pings; sequence++) {
            engine().sent(sequence);
            engine().replied(sequence, 400_000);
        }
        Fx.await(() -> models.runs().all().get(before).session().rowCount() == pings);
        return engine();
    }

    /** Lets time pass for how long runs go on. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Lets the run end. */
    void finish() throws TimeoutException {
        engine().finished(PingEvent.Outcome.COMPLETED);
        Fx.await(() -> models.runs().activeProperty().get().isEmpty());
    }

    boolean has(String query) {
        return stage.getScene().lookup(query) != null;
    }

    Node node(String query) {
        return stage.getScene().lookup(query);
    }

    private PingEngine engine(PingPlan plan, Consumer<PingEvent> sink) {
        ScriptedEngine engine = new ScriptedEngine(plan, sink);
        engines.add(engine);
        return engine;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
