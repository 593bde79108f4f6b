package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.diagnosis.OwnServer;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.QuietLog;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.host.LanAddresses;
import pingmonitor.monitor.LiveRun;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ping.HostAndPort;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Pinger;
import pingmonitor.ping.Problem;
import pingmonitor.ping.loss.LossLocators;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.forward.ForwardModel;
import pingmonitor.ui.ping.FakeFinders;
import pingmonitor.ui.results.OwnServerHint;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** The whole window, by mouse and keyboard. */
@Tag("window")
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private final RecordingRouter router = new RecordingRouter();
    private final List<ScriptedEngine> engines = new CopyOnWriteArrayList<>();
    private final FakeFinders finders = new FakeFinders();
    private final List<Settings> saved = new CopyOnWriteArrayList<>();
    private volatile boolean real;
    private volatile boolean defective;
    private MainModel models;
    private Stage stage;
    private Set<String> thereAtOnce = Set.of();
    private double cardWidthAtOnce;

    @Start
    void start(Stage window) throws IOException {
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
                        this::engine,
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

    @Test
    void enterStartsARunAndItsPingsAppearAndSettle(FxRobot robot) throws Exception {
        robot.clickOn("#port").type(KeyCode.ENTER);
        ScriptedEngine engine = engine();
        assertEquals(PingPlan.lab("127.0.0.1", 12_000), engine.plan);
        engine.sent(1);
        Fx.await(() -> states(robot).equals(List.of(PingState.WAITING)));
        engine.replied(1, 400_000);
        engine.sent(2);
        engine.timedOut(2);
        Fx.await(() -> states(robot).equals(List.of(PingState.REPLIED, PingState.TIMED_OUT)));
        assertEquals("Stop", robot.lookup("#start").queryAs(Button.class).getText());
        engine.finished(PingEvent.Outcome.COMPLETED);
        Fx.await(() -> text(robot, "#start").equals("Start"));
        assertTrue(robot.lookup("#console").tryQuery().isEmpty());
        robot.clickOn("Console");
        String console = robot.lookup("#console").queryAs(TextArea.class).getText();
        assertTrue(
                console.contains("PING 1 1795342927.000000  RTT = 0.000400 s\nRequest timed out\n"),
                console);
        assertTrue(console.contains("2 packets transmitted, 1 received, 50% packet loss"), console);
    }

    @Test
    void whatIsNeededFirstIsThereFirstAndTheCardHasItsPlaceAlready(FxRobot robot) throws Exception {
        assertTrue(
                thereAtOnce.containsAll(
                        Set.of("host", "port", "start", "tiles-view", "chart-view", "status")),
                thereAtOnce::toString);
        assertFalse(thereAtOnce.contains("serverCard"));
        assertFalse(thereAtOnce.contains("pings"));
        assertTrue(idsIn(stage).containsAll(Set.of("serverCard", "pings")));
        assertTrue(cardWidthAtOnce > 0);
        Fx.await(() -> cardWidth(stage) == cardWidthAtOnce);
    }

    @Test
    void whatIsNotSeenIsMadeWhenItIsLookedAt(FxRobot robot) throws Exception {
        Set<String> unseen = Set.of("console", "serverLog", "helpClose");
        assertTrue(Collections.disjoint(idsIn(stage), unseen), () -> idsIn(stage).toString());
        robot.clickOn("Console");
        Fx.click(robot, "Server log");
        robot.type(KeyCode.F1);
        Fx.await(() -> idsIn(stage).containsAll(unseen));
    }

    @Test
    void aNewRowOrCountLetsNothingAroundItBeDrawnAnew(FxRobot robot) throws Exception {
        for (String changing : List.of("#pings", "#serverReceived")) {
            Node around = robot.lookup(changing).query();
            while (around != null) {
                // A picture that is kept is drawn whole when anything in it changes.
                assertFalse(around.isCache(), changing + " in " + around);
                around = around.getParent();
            }
        }
    }

    @Test
    void theButtonAndEscAndF5Stop(FxRobot robot) throws Exception {
        robot.clickOn("#start");
        engine().sent(1);
        Fx.await(() -> text(robot, "#start").equals("Stop"));
        robot.clickOn("#start");
        Fx.await(() -> engine().isOver() && text(robot, "#start").equals("Start"));
        robot.type(KeyCode.F5);
        Fx.await(() -> engines.size() == 2 && text(robot, "#start").equals("Stop"));
        robot.type(KeyCode.ESCAPE);
        Fx.await(() -> engine().isOver() && text(robot, "#start").equals("Start"));
        robot.type(KeyCode.F5);
        Fx.await(() -> engines.size() == 3 && text(robot, "#start").equals("Stop"));
        robot.type(KeyCode.F5);
        Fx.await(() -> engine().isOver() && text(robot, "#start").equals("Start"));
    }

    @Test
    void aPageOverTheWindowKeepsTheKeysOfTheWindowFromDoingWhatNobodySees(FxRobot robot)
            throws Exception {
        robot.type(KeyCode.F1);
        Fx.await(() -> idsIn(stage).contains("helpClose"));
        robot.type(KeyCode.F5);
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        assertEquals(List.of(), engines);
        assertEquals("Ready", robot.lookup("#status").queryAs(Label.class).getText());
        int before = models.look().fontSizeProperty().get();
        robot.press(KeyCode.CONTROL).type(KeyCode.ADD).release(KeyCode.CONTROL);
        assertTrue(models.look().fontSizeProperty().get() > before);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        robot.type(KeyCode.F1);
        Fx.await(() -> !idsIn(stage).contains("helpClose"));
        robot.type(KeyCode.F5);
        Fx.await(() -> engines.size() == 1);
        robot.type(KeyCode.F1);
        Fx.await(() -> idsIn(stage).contains("helpClose"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Q).release(KeyCode.CONTROL);
        Fx.await(() -> !stage.isShowing());
    }

    @Test
    void theWayToTheOwnServerFollowsItAndTheForm(FxRobot robot) throws Exception {
        String port = models.server().portTextProperty().get();
        assertEquals(new OwnServerHint(false, false, port), way());
        robot.interact(() -> models.form().portProperty().set(port));
        assertEquals(new OwnServerHint(false, true, port), way());
        robot.interact(() -> models.form().hostProperty().set("192.0.2.7"));
        assertEquals(new OwnServerHint(false, false, port), way());
        robot.interact(() -> models.form().hostProperty().set("localhost"));
        OwnServerSnapshot now =
                WaitForAsyncUtils.asyncFx(() -> new OwnServerSnapshot(models.server())).get();
        assertEquals(new OwnServer.Off(), now.get());
        robot.interact(() -> models.server().turnOn());
        Fx.await(() -> models.server().stateProperty().get() instanceof ServerState.On);
        assertEquals(new OwnServerHint(true, true, port), way());
        assertEquals(new OwnServer.On(Integer.parseInt(port)), now.get());
        Fx.await(
                () ->
                        robot.lookup("#pings-empty")
                                .queryAs(Label.class)
                                .getText()
                                .startsWith("The lossy server on the right is on"));
        robot.interact(() -> models.server().turnOff());
        Fx.await(() -> models.server().stateProperty().get() instanceof ServerState.Off);
        assertEquals(new OwnServer.Off(), now.get());
        robot.interact(() -> models.server().portTextProperty().set("x"));
        assertEquals(OwnServerHint.USUAL, way());
    }

    private OwnServerHint way() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> models.wayToServer().getValue()).get();
    }

    @Test
    void aServerThatIsProposedIsPingedAndTheFormShowsIt(FxRobot robot) throws Exception {
        robot.interact(() -> models.pings().startTo(new HostAndPort("::1", "13000")));
        Fx.await(() -> !engines.isEmpty());
        assertEquals(PingPlan.lab("::1", 13_000), engine().plan);
        assertEquals("::1", robot.lookup("#host").queryAs(TextField.class).getText());
        assertEquals("13000", robot.lookup("#port").queryAs(TextField.class).getText());
    }

    @Test
    void aSecondRunStartsAtOnceAndTheFirstCanBeLookedAtAgain(FxRobot robot) throws Exception {
        robot.clickOn("#port").type(KeyCode.ENTER);
        ScriptedEngine first = engine();
        first.sent(1);
        first.replied(1, 400_000);
        Fx.await(() -> states(robot).equals(List.of(PingState.REPLIED)));
        robot.type(KeyCode.ENTER);
        Fx.await(() -> first.isOver() && engines.size() == 2);
        Fx.await(() -> states(robot).isEmpty());
        robot.interact(
                () ->
                        models.runs()
                                .selectedProperty()
                                .set(Optional.of(models.runs().all().get(0))));
        assertEquals(List.of(PingState.REPLIED), states(robot));
    }

    @Test
    void everyWrongInputIsToldBesideItsFieldAndNothingStarts(FxRobot robot) throws Exception {
        wrong(robot, "#host", "", "#hostNote", "missing");
        wrong(robot, "#host", "my host", "#hostNote", "space");
        wrong(robot, "#host", "0.0.0.0", "#hostNote", "any address");
        wrong(robot, "#host", "255.255.255.255", "#hostNote", "broadcast");
        wrong(robot, "#host", "224.0.0.1", "#hostNote", "multicast");
        wrong(robot, "#host", "1.2.3", "#hostNote", "IPv4");
        type(robot, "#host", "localhost");
        wrong(robot, "#port", "abc", "#portNote", "not a valid port");
        wrong(robot, "#port", "0", "#portNote", "1 to 65535");
        wrong(robot, "#port", "70000", "#portNote", "1 to 65535");
        type(robot, "#port", "12000");
        Fx.click(robot, "#options");
        wrong(robot, "#count", "0", "#countNote", "number of pings");
        type(robot, "#count", "10");
        wrong(robot, "#timeout", "0", "#timeoutNote", "timeout");
        type(robot, "#timeout", "1 s");
        wrong(robot, "#pause", "x", "#pauseNote", "pause");
        robot.interact(() -> models.form().fixedRateProperty().set(true));
        assertFalse(
                robot.lookup("#pauseNote").query().isVisible(), "what is not asked is not wrong");
        wrong(robot, "#interval", "0", "#intervalNote", "1 ms to 24 h");
        type(robot, "#interval", "10");
        wrong(robot, "#size", "70000", "#sizeNote", "65507");
        assertEquals(List.of(), engines);
    }

    @Test
    void aFixedRateIsChosenInTheFormAndMissedSlotsAreShown(FxRobot robot) throws Exception {
        robot.clickOn("#options");
        robot.interact(
                () ->
                        robot.lookup("#fixedRate")
                                .queryAs(ChoiceBox.class)
                                .getSelectionModel()
                                .select(1));
        type(robot, "#interval", "20 ms");
        robot.type(KeyCode.ENTER);
        Fx.await(() -> !engines.isEmpty());
        assertEquals(new Pacing.FixedRate(Duration.ofMillis(20)), engine().plan.pacing());
        assertEquals("10 pings · every 20 ms", robot.lookup("#options").queryLabeled().getText());
        engine().sent(1);
        engine().sent(2);
        engine().tell(new PingEvent.Missed(3, 2, Instant.EPOCH));
        engine().sent(3);
        Fx.await(() -> text(robot, "#status").contains("2 missed slots"));
        assertEquals(
                List.of(PingState.WAITING, PingState.WAITING, PingState.WAITING), states(robot));
        engine().replied(2, 400_000);
        Fx.await(
                () ->
                        states(robot)
                                .equals(
                                        List.of(
                                                PingState.WAITING,
                                                PingState.REPLIED,
                                                PingState.WAITING)));
    }

    @Test
    void anAddressPastedWithItsPortIsTakenApart(FxRobot robot) throws Exception {
        type(robot, "#host", "192.168.1.20:12007");
        robot.type(KeyCode.ENTER);
        Fx.await(() -> !engines.isEmpty());
        assertEquals(PingPlan.lab("192.168.1.20", 12_007), engine().plan);
        type(robot, "#host", "[::1]:7");
        robot.type(KeyCode.TAB);
        assertEquals("7", robot.lookup("#port").queryAs(TextInputControl.class).getText());
        assertEquals("[::1]", robot.lookup("#host").queryAs(TextInputControl.class).getText());
    }

    @Test
    void anInvitationWithinAMessageIsPasted(FxRobot robot) throws Exception {
        robot.interact(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("Bom dia!\nservidor 192.168.1.20 porta 12007\nAté já");
                    Clipboard.getSystemClipboard().setContent(content);
                });
        robot.clickOn("#host").press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        assertEquals("192.168.1.20", robot.lookup("#host").queryAs(TextField.class).getText());
        assertEquals("12007", robot.lookup("#port").queryAs(TextField.class).getText());
        robot.type(KeyCode.ENTER);
        Fx.await(() -> !engines.isEmpty());
        assertEquals(PingPlan.lab("192.168.1.20", 12_007), engine().plan);
        robot.interact(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("example");
                    Clipboard.getSystemClipboard().setContent(content);
                });
        type(robot, "#host", "www.");
        robot.type(KeyCode.END);
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        assertEquals("www.example", robot.lookup("#host").queryAs(TextField.class).getText());
    }

    @Test
    void aMessageGoesAsSoonAsTheFieldIsMended(FxRobot robot) throws Exception {
        wrong(robot, "#port", "70000", "#portNote", "1 to 65535");
        robot.type(KeyCode.END).type(KeyCode.BACK_SPACE);
        assertFalse(robot.lookup("#portNote").query().isVisible());
    }

    @Test
    void aWrongOptionUnfoldsTheOptions(FxRobot robot) throws Exception {
        type(robot, "#port", "12000");
        robot.interact(() -> models.form().timeoutProperty().set("never"));
        robot.type(KeyCode.ENTER);
        assertTrue(robot.lookup("#timeoutNote").query().isVisible());
        assertTrue(robot.lookup("#optionsPane").query().isVisible());
    }

    @Test
    void whatOnlyTheRunFindsOutComesBackToTheFieldAndTheRowsAndTheFormStay(FxRobot robot)
            throws Exception {
        type(robot, "#host", "nowhere.invalid");
        robot.type(KeyCode.ENTER);
        ScriptedEngine engine = engine();
        engine.sent(1);
        engine.timedOut(1);
        engine.tell(
                new PingEvent.Failed(Problem.of(Problem.Kind.NAME_NOT_FOUND, "nowhere.invalid")));
        engine.finished(PingEvent.Outcome.FAILED);
        Fx.await(() -> robot.lookup("#hostNote").query().isVisible());
        assertTrue(text(robot, "#hostNote").contains("nowhere.invalid"));
        assertEquals(List.of(PingState.TIMED_OUT), states(robot));
        assertEquals(
                "nowhere.invalid", robot.lookup("#host").queryAs(TextInputControl.class).getText());
    }

    @Test
    void theLanguageChangesInTheWindowAndNothingIsLost(FxRobot robot) throws Exception {
        type(robot, "#host", "localhost");
        robot.type(KeyCode.ENTER);
        engine().sent(1);
        Fx.await(() -> states(robot).equals(List.of(PingState.WAITING)));
        robot.clickOn("Server log");
        choose(robot, "Português");
        Fx.await(() -> text(robot, "#start").equals("Parar"));
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        assertEquals(2, tabs.getSelectionModel().getSelectedIndex());
        robot.interact(() -> tabs.getSelectionModel().select(0));
        assertEquals("localhost", robot.lookup("#host").queryAs(TextInputControl.class).getText());
        assertEquals(List.of(PingState.WAITING), states(robot));
        engine().replied(1, 400_000);
        Fx.await(() -> states(robot).equals(List.of(PingState.REPLIED)));
        Fx.await(() -> saved.get(saved.size() - 1).look().language().equals("pt"));
        choose(robot, "English");
        Fx.await(() -> text(robot, "#start").equals("Stop"));
    }

    @Test
    void theThemeChangesByAButton(FxRobot robot) throws TimeoutException {
        String before = Application.getUserAgentStylesheet();
        robot.clickOn("#theme");
        assertNotEquals(before, Application.getUserAgentStylesheet());
        Fx.await(() -> saved.get(saved.size() - 1).look().theme() == Settings.Theme.DARK);
        robot.clickOn("#theme");
        assertEquals(before, Application.getUserAgentStylesheet());
    }

    @Test
    void theSizeChangesForTheProjector(FxRobot robot) throws TimeoutException {
        Fx.awaitFrames(1);
        double before = height(robot, "#status");
        robot.press(KeyCode.CONTROL)
                .type(KeyCode.EQUALS)
                .type(KeyCode.EQUALS)
                .release(KeyCode.CONTROL);
        Fx.await(() -> height(robot, "#status") > before);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        Fx.await(() -> height(robot, "#status") == before);
        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).release(KeyCode.CONTROL);
        Fx.await(() -> height(robot, "#status") < before);
    }

    @Test
    void helpComesAndGoes(FxRobot robot) throws Exception {
        robot.type(KeyCode.F1);
        assertTrue(shown(robot, "#helpClose"));
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#helpClose").tryQuery().isEmpty());
        robot.clickOn("#help");
        Fx.click(robot, "#helpClose");
        assertTrue(robot.lookup("#helpClose").tryQuery().isEmpty());
    }

    @Test
    void everythingSaidAboutTheFormSurvivesARestart(FxRobot robot) throws Exception {
        type(robot, "#host", "example.org");
        type(robot, "#port", "7");
        Fx.click(robot, "#options");
        Fx.click(robot, "#untilStopped");
        robot.interact(() -> stage.close());
        Settings last = saved.get(saved.size() - 1);
        assertEquals("example.org", last.ping().host());
        assertEquals("7", last.ping().port());
        assertTrue(last.ping().untilStopped());
        assertTrue(last.window().isPresent());
    }

    @Test
    void theServerIsAskedWherePingsWereLostUnlessThatIsSwitchedOff(FxRobot robot) throws Exception {
        robot.clickOn("#port").type(KeyCode.ENTER);
        assertTrue(engine().plan.verdicts());
        Fx.click(robot, "#options");
        Fx.click(robot, "#verdicts");
        Fx.click(robot, "#port");
        robot.type(KeyCode.ENTER);
        Fx.await(() -> engines.size() == 2);
        assertFalse(engine().plan.verdicts());
        robot.interact(() -> stage.close());
        assertFalse(saved.get(saved.size() - 1).ping().verdicts());
        robot.interact(
                () -> {
                    MainModel after =
                            new MainModel(
                                    saved.get(saved.size() - 1),
                                    this::engine,
                                    Examiner.NONE,
                                    models.server(),
                                    models.forward(),
                                    finders,
                                    new SaveFolder(Path.of("documents")));
                    assertFalse(after.form().verdictsProperty().get());
                });
    }

    @Test
    void whetherAndAsWhatTheServerIsAnnouncedSurvivesARestart(FxRobot robot) {
        assertTrue(models.server().announcing().wantedProperty().get());
        robot.interact(() -> models.server().announcing().wantedProperty().set(false));
        robot.interact(
                () -> models.server().announcing().nameProperty().set(ServiceName.of("Sala 3")));
        robot.interact(() -> stage.close());
        Settings last = saved.get(saved.size() - 1);
        ServerModel fresh =
                new ServerModel("1", Impairments.ofLoss(0), 1, EchoServer::start, List::of);
        new MainModel(
                last,
                this::engine,
                Examiner.NONE,
                fresh,
                models.forward(),
                finders,
                new SaveFolder(Path.of("documents")));
        assertFalse(fresh.announcing().wantedProperty().get());
        assertEquals(ServiceName.of("Sala 3"), fresh.announcing().nameProperty().get());
    }

    @Test
    void asWhatTheFarEndSeesThisMachineTheForwardingIsTold(FxRobot robot) throws Exception {
        robot.clickOn("#port").type(KeyCode.ENTER);
        ScriptedEngine engine = engine();
        engine.sent(1);
        engine.replied(1, 400_000);
        engine.tell(
                new PingEvent.SeenAs(
                        new InetSocketAddress("198.51.100.9", 40_000),
                        new InetSocketAddress("192.168.1.20", 50_000),
                        ScriptedEngine.AT));
        engine.finished(PingEvent.Outcome.COMPLETED);
        Fx.await(() -> text(robot, "#start").equals("Start"));
        Fx.click(robot, "#serverSwitch");
        Fx.await(() -> models.server().stateProperty().get() instanceof ServerState.On);
        robot.interact(() -> robot.lookup("#forwardOpen").queryButton().fire());
        Fx.await(() -> router.seen.equals(List.of("192.168.1.20 as 198.51.100.9")));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aServerFoundInTheNetworkIsPinged(FxRobot robot) throws Exception {
        robot.clickOn("#find");
        FoundServer found =
                new FoundServer(
                        "Sala 3",
                        "ana.local",
                        List.of(InetAddress.getByName("192.0.2.31")),
                        12_007,
                        false);
        finders.tell(new SearchResult(MulticastReach.WORKS, List.of(found)));
        Fx.await(() -> robot.lookup("Sala 3").tryQuery().isPresent());
        Fx.click(robot, "Sala 3");
        robot.type(KeyCode.ENTER);
        assertEquals(PingPlan.lab("192.0.2.31", 12_007), engine().plan);
        assertEquals(1, finders.started());
    }

    @Test
    void tenPingsOverUdpAgreeWithTheServerPingByPing(FxRobot robot) throws Exception {
        real = true;
        List<ServerEvent> events = new CopyOnWriteArrayList<>();
        EchoPlan plan = new EchoPlan(0, Impairments.ofLoss(0.3), 1, AbuseLimits.DEFAULT);
        try (EchoServer server = EchoServer.start(plan, events::add)) {
            type(robot, "#port", Integer.toString(server.port()));
            robot.interact(() -> models.form().timeoutProperty().set("2 s"));
            robot.interact(() -> models.form().pauseProperty().set("0"));
            robot.type(KeyCode.ENTER);
            Fx.await(() -> text(robot, "#start").equals("Stop") || states(robot).size() == 10);
            Fx.await(() -> text(robot, "#start").equals("Start") && states(robot).size() == 10);
        }
        List<Boolean> answered =
                events.stream()
                        .filter(ServerEvent.OfDatagram.class::isInstance)
                        .map(ServerEvent.Answered.class::isInstance)
                        .collect(Collectors.toList());
        // Late is what a busy machine makes of a reply.
        List<Boolean> replied =
                states(robot).stream()
                        .map(state -> state == PingState.REPLIED || state == PingState.LATE)
                        .collect(Collectors.toList());
        assertEquals(answered, replied);
        assertTrue(
                answered.contains(true) && answered.contains(false),
                "the seed loses some and answers some");
    }

    @Test
    void theSwitchedOnServerIsPingedFromTheSameWindow(FxRobot robot) throws Exception {
        real = true;
        Fx.click(robot, "#serverSwitch");
        Fx.await(() -> text(robot, "#serverStatus").contains("Listening"));
        type(robot, "#port", models.server().portTextProperty().get());
        robot.interact(() -> models.form().countProperty().set("3"));
        robot.interact(() -> models.form().timeoutProperty().set("20 s"));
        robot.interact(() -> models.server().impairmentsProperty().set(Impairments.ofLoss(0)));
        robot.type(KeyCode.ENTER);
        Fx.await(
                () ->
                        states(robot)
                                .equals(
                                        List.of(
                                                PingState.REPLIED,
                                                PingState.REPLIED,
                                                PingState.REPLIED)));
        Fx.await(() -> text(robot, "#serverAnswered").equals("3"));
        Fx.click(robot, "#serverSwitch");
        Fx.await(() -> !text(robot, "#serverStatus").contains("Listening"));
    }

    @Test
    void aRunStoppedInTheMomentOfItsStartEnds(FxRobot robot) throws Exception {
        real = true;
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            type(robot, "#port", Integer.toString(silent.getLocalPort()));
            for (int i = 0; i < 30; i++) {
                robot.interact(
                        () -> {
                            models.pings().startOrStop();
                            models.pings().startOrStop();
                        });
                Fx.await(() -> models.runs().activeProperty().get().isEmpty());
            }
        }
        Fx.await(() -> text(robot, "#start").equals("Start"));
    }

    @Test
    void aDefectOfTheEngineEndsTheRunInWords(FxRobot robot) throws Exception {
        defective = true;
        try (QuietLog quiet = QuietLog.of(LiveRun.class)) {
            robot.clickOn("#port").type(KeyCode.ENTER);
            Fx.await(() -> !models.runs().all().isEmpty());
            Fx.await(() -> models.runs().activeProperty().get().isEmpty());
            Fx.await(() -> text(robot, "#status").contains("a defect"));
            assertEquals(1, quiet.messages());
        }
    }

    @Test
    void aHundredStartsAndStopsLeaveNoThreadAndNoPort(FxRobot robot) throws Exception {
        real = true;
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            type(robot, "#port", Integer.toString(silent.getLocalPort()));
            for (int i = 1; i <= 100; i++) {
                int size = i;
                robot.interact(() -> models.pings().startOrStop());
                Fx.await(() -> models.runs().all().size() == size && !states(robot).isEmpty());
                robot.interact(() -> models.pings().startOrStop());
                Fx.await(() -> models.runs().activeProperty().get().isEmpty());
            }
        }
        Fx.await(() -> threads("ping-").isEmpty());
    }

    private void wrong(FxRobot robot, String field, String typed, String note, String says)
            throws TimeoutException {
        type(robot, field, typed);
        robot.type(KeyCode.ENTER);
        assertTrue(robot.lookup(note).query().isVisible(), field + " " + typed);
        assertTrue(text(robot, note).contains(says), text(robot, note));
        assertEquals(typed, robot.lookup(field).queryAs(TextInputControl.class).getText());
    }

    private static void type(FxRobot robot, String field, String text) throws TimeoutException {
        Fx.click(robot, field);
        robot.interact(
                () -> {
                    TextInputControl control = robot.lookup(field).queryAs(TextInputControl.class);
                    control.requestFocus();
                    control.setText(text);
                });
    }

    private static void choose(FxRobot robot, String language) throws TimeoutException {
        Fx.click(robot, "#language");
        Fx.await(() -> robot.lookup(language).tryQuery().isPresent());
        Fx.click(robot, language);
    }

    private PingEngine engine(PingPlan plan, Consumer<PingEvent> sink) {
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

    private ScriptedEngine engine() {
        return engines.get(engines.size() - 1);
    }

    /** What the table shows, read through its cells. */
    private static List<PingState> states(FxRobot robot) throws Exception {
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

    private static String text(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node instanceof Button button ? button.getText() : ((Label) node).getText();
    }

    private static double height(FxRobot robot, String query) {
        return robot.lookup(query).query().getLayoutBounds().getHeight();
    }

    private static boolean shown(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toList());
    }

    private static Set<String> idsIn(Stage stage) {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .map(Node::getId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static double cardWidth(Stage stage) {
        return stage.getScene().lookup(".server-card").getLayoutBounds().getWidth();
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
