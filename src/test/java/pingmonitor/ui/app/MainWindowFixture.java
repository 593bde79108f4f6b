package pingmonitor.ui.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.host.LanAddresses;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.ping.FakeFinders;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;

/** The whole window with engines whose events the test hands in, real ones or defective ones. */
abstract class MainWindowFixture {
    final RecordingRouter router = new RecordingRouter();
    final List<ScriptedEngine> engines = new CopyOnWriteArrayList<>();
    final FakeFinders finders = new FakeFinders();
    final List<Settings> saved = new CopyOnWriteArrayList<>();
    volatile boolean real;
    volatile boolean defective;
    MainModel models;
    Stage stage;
    Set<String> thereAtOnce = Set.of();
    double cardWidthAtOnce;

    void open(Stage window) throws IOException {
        stage = window;
        Settings.Look look =
                new Settings.Look(Settings.Theme.LIGHT, "en", Settings.Look.DEFAULT_FONT_SIZE);
        Settings settings =
                new Settings(
                        Settings.DEFAULT.ping(), Settings.DEFAULT.server(), look, Optional.empty());
        ServerModel server =
                new ServerModel(
                        Integer.toString(freePort()),
                        Impairments.ofLoss(0.3),
                        1,
                        EchoServer::start,
                        LanAddresses::list);
        models =
                new MainModel(
                        settings,
                        new RunListModel(this::engine),
                        Examiner.NONE,
                        server,
                        new ForwardModel(router, page -> {}),
                        finders,
                        new SaveFolder(Path.of("documents")));
        new MainWindow(stage, models, settings.window(), saved::add).show();
        thereAtOnce = idsIn(stage);
        cardWidthAtOnce = cardWidth(stage);
    }

    @BeforeEach
    void awaitWhatIsMadeAfterTheFirstFrames() throws TimeoutException {
        Fx.awaitLaidOut(() -> idsIn(stage).containsAll(Set.of("serverCard", "pings")));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> models.close());
    }

    static void type(FxRobot robot, String field, String text) throws TimeoutException {
        Fx.click(robot, field);
        robot.interact(
                () -> {
                    TextInputControl control = robot.lookup(field).queryAs(TextInputControl.class);
                    control.requestFocus();
                    control.setText(text);
                });
    }

    PingEngine engine(PingPlan plan, Consumer<PingEvent> sink) {
        if (defective) {
            return new DefectiveEngine();
        }
        if (real) {
            return new Pinger(plan, new LossLocators(), sink);
        }
        ScriptedEngine engine = new ScriptedEngine(plan, sink);
        engines.add(engine);
        return engine;
    }

    ScriptedEngine engine() {
        return engines.get(engines.size() - 1);
    }

    /** What the table shows, read through its cells. */
    static List<PingState> states(FxRobot robot) throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () -> {
                            TableView<?> table = robot.lookup("#pings").queryTableView();
                            TableColumn<?, ?> column = table.getColumns().get(0);
                            return IntStream.range(0, table.getItems().size())
                                    .mapToObj(row -> ((PingRow) column.getCellData(row)).state())
                                    .collect(Collectors.toList());
                        })
                .get(30, TimeUnit.SECONDS);
    }

    static String text(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node instanceof Button button ? button.getText() : ((Label) node).getText();
    }

    static Set<String> idsIn(Stage stage) {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .map(Node::getId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    static double cardWidth(Stage stage) {
        return stage.getScene().lookup(".server-card").getLayoutBounds().getWidth();
    }

    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
