package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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
import pingmonitor.discovery.ServiceName;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.fate.Impairments;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem.Field;
import pingmonitor.session.PingState;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.results.OwnServerHint;
import pingmonitor.ui.results.SaveFolder;
import pingmonitor.ui.server.ServerModel;
import pingmonitor.ui.server.ServerState;

/** The whole window, by mouse and keyboard: keys, pages, look, language and what survives a restart. */
@Tag("window")
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class MainWindowTest extends MainWindowFixture {
    @Start
    void start(Stage window) throws IOException {
        open(window);
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
    void formTilesAndChartComeFirstAndTheCardHasAPlaceholder(FxRobot robot) throws Exception {
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
    void hiddenTabsAndHelpAreMadeWhenTheyAreOpened(FxRobot robot) throws Exception {
        Set<String> unseen = Set.of("console", "serverLog", "helpClose");
        assertTrue(Collections.disjoint(idsIn(stage), unseen), () -> idsIn(stage).toString());
        robot.clickOn("Console");
        Fx.click(robot, "Server log");
        robot.type(KeyCode.F1);
        Fx.await(() -> idsIn(stage).containsAll(unseen));
    }

    @Test
    void aNewRowOrCountRedrawsNothingAroundIt(FxRobot robot) throws Exception {
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
    void keysThatActOnHiddenPartsDoNothingUnderAPage(FxRobot robot) throws Exception {
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
    void theHintToTheOwnServerFollowsServerAndForm(FxRobot robot) throws Exception {
        String port = models.server().portTextProperty().get();
        assertEquals(new OwnServerHint(false, false, port), way());
        robot.interact(() -> models.form().text(Field.PORT).set(port));
        assertEquals(new OwnServerHint(false, true, port), way());
        robot.interact(() -> models.form().text(Field.HOST).set("192.0.2.7"));
        assertEquals(new OwnServerHint(false, false, port), way());
        robot.interact(() -> models.form().text(Field.HOST).set("localhost"));
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
    void theAnnouncementAndItsNameSurviveARestart(FxRobot robot) {
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
                new RunListModel(this::engine),
                Examiner.NONE,
                fresh,
                models.forward(),
                finders,
                new SaveFolder(Path.of("documents")));
        assertFalse(fresh.announcing().wantedProperty().get());
        assertEquals(ServiceName.of("Sala 3"), fresh.announcing().nameProperty().get());
    }

    @Test
    void theForwardingIsToldOfTheMappedAddress(FxRobot robot) throws Exception {
        robot.clickOn("#port").type(KeyCode.ENTER);
        ScriptedEngine engine = engine();
        engine.sent(1);
        engine.replied(1, 400_000);
        engine.tell(
                new PingEvent.MappedAddress(
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

    private OwnServerHint way() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> models.ownServerHint().getValue()).get();
    }

    private static void choose(FxRobot robot, String language) throws TimeoutException {
        Fx.click(robot, "#language");
        Fx.await(() -> robot.lookup(language).tryQuery().isPresent());
        Fx.click(robot, language);
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
}
