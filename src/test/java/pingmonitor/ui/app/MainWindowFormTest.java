package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.diagnosis.Examiner;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.MulticastReach;
import pingmonitor.discovery.SearchResult;
import pingmonitor.monitor.ScriptedEngine;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.Problem.Field;
import pingmonitor.ping.input.HostAndPort;
import pingmonitor.session.PingState;
import pingmonitor.settings.Settings;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.results.SaveFolder;

/** The form of the whole window: what is typed, pasted or found, and the run that it makes. */
@Tag("window")
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class MainWindowFormTest extends MainWindowFixture {
    @Start
    void start(Stage window) throws IOException {
        open(window);
    }

    @Test
    void everyInvalidInputIsShownAtItsFieldAndStartsNothing(FxRobot robot) throws Exception {
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
    void labelsAreTiedToTheirFields(FxRobot robot) {
        Set<String> tied =
                robot.lookup(".ping-form .label").queryAllAs(Label.class).stream()
                        .flatMap(label -> Stream.ofNullable(label.getLabelFor()))
                        .map(Node::getId)
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "host",
                        "port",
                        "count",
                        "timeout",
                        "fixedRate",
                        "size",
                        "family",
                        "verdicts"),
                tied);
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
    void anAddressPastedWithItsPortIsSplit(FxRobot robot) throws Exception {
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
    void aMessageDisappearsWhenTheFieldIsEdited(FxRobot robot) throws Exception {
        wrong(robot, "#port", "70000", "#portNote", "1 to 65535");
        robot.type(KeyCode.END).type(KeyCode.BACK_SPACE);
        assertFalse(robot.lookup("#portNote").query().isVisible());
    }

    @Test
    void anInvalidOptionOpensTheOptions(FxRobot robot) throws Exception {
        type(robot, "#port", "12000");
        robot.interact(() -> models.form().text(Field.TIMEOUT).set("never"));
        robot.type(KeyCode.ENTER);
        assertTrue(robot.lookup("#timeoutNote").query().isVisible());
        assertTrue(robot.lookup("#optionsPane").query().isVisible());
    }

    @Test
    void aProblemFoundByTheRunIsShownAtTheFieldAndRowsStay(FxRobot robot) throws Exception {
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
    void everySettingOfTheFormSurvivesARestart(FxRobot robot) throws Exception {
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
                                    new RunListModel(this::engine),
                                    Examiner.NONE,
                                    models.server(),
                                    models.forward(),
                                    finders,
                                    new SaveFolder(Path.of("documents")));
                    assertFalse(after.form().verdictsProperty().get());
                });
    }

    @Test
    void aProposedServerIsPingedAndShownInTheForm(FxRobot robot) throws Exception {
        robot.interact(() -> models.runStarter().startTo(new HostAndPort("::1", "13000")));
        Fx.await(() -> !engines.isEmpty());
        assertEquals(PingPlan.lab("::1", 13_000), engine().plan);
        assertEquals("::1", robot.lookup("#host").queryAs(TextField.class).getText());
        assertEquals("13000", robot.lookup("#port").queryAs(TextField.class).getText());
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

    private void wrong(FxRobot robot, String field, String typed, String note, String says)
            throws TimeoutException {
        type(robot, field, typed);
        robot.type(KeyCode.ENTER);
        assertTrue(robot.lookup(note).query().isVisible(), field + " " + typed);
        assertTrue(text(robot, note).contains(says), text(robot, note));
        assertEquals(typed, robot.lookup(field).queryAs(TextInputControl.class).getText());
    }
}
