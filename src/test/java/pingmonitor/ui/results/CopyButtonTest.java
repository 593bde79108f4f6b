package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ui.common.Fx;
import pingmonitor.ui.common.RunListModel;
import pingmonitor.ui.common.RunModel;
import pingmonitor.ui.common.View;

/** Whoever copies is told that, and how much, went to the clipboard. */
@Tag("window")
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class CopyButtonTest {
    private final FedEngine engine = new FedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private List<View> views = List.of();
    private RunListModel runs;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        runs = new RunListModel(engine);
        ExportAction export =
                new ExportAction(
                        runs,
                        Locale.ENGLISH,
                        (owner, name, proposed) -> Optional.empty(),
                        notices::add);
        views =
                List.of(
                        new PingTableView(
                                runs,
                                new SimpleObjectProperty<>(OwnServerHint.USUAL),
                                Locale.ENGLISH,
                                notices::add),
                        new ConsoleView(runs, Locale.ENGLISH, export));
        VBox root = new VBox();
        views.forEach(view -> root.getChildren().add(view.root()));
        stage.setScene(new Scene(root, 800, 600));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    views.forEach(View::dispose);
                    runs.stop();
                });
    }

    @Test
    void copiedRowsAreCounted(FxRobot robot) throws TimeoutException {
        run(robot, 10);
        robot.interact(() -> table(robot).getSelectionModel().selectIndices(2, 3));
        copyFromTable(robot);
        assertEquals(List.of(new Notice(Severity.SUCCESS, "2 rows copied.")), notices);
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(1));
        copyFromTable(robot);
        assertEquals("1 row copied.", notices.get(1).text());
        robot.interact(() -> table(robot).getSelectionModel().selectAll());
        copyFromTable(robot);
        assertEquals("10 rows copied.", notices.get(2).text());
    }

    @Test
    void copyOfTheWholeTableTellsOfRowsThatItDoesNotHave(FxRobot robot) throws TimeoutException {
        run(robot, PingTableRows.CAP + 1_500);
        robot.interact(() -> table(robot).getSelectionModel().selectAll());
        copyFromTable(robot);
        Notice notice = notices.get(0);
        assertEquals(Severity.WARNING, notice.severity());
        assertTrue(
                notice.text().startsWith("Copied the newest 100,")
                        && notice.text().contains("of 101,500 rows"),
                notice.text());
        robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(7));
        copyFromTable(robot);
        assertEquals("1 row copied.", notices.get(1).text());
    }

    /** The system repeats a key that is held, and faster than so many rows can be copied. */
    @Test
    void heldShortcutCopiesOnce(FxRobot robot) throws TimeoutException {
        run(robot, 10_000);
        robot.interact(() -> table(robot).getSelectionModel().selectAll());
        robot.interact(
                () -> {
                    for (int i = 0; i < 20; i++) {
                        table(robot).fireEvent(ctrlC());
                    }
                    assertEquals(List.of(), notices, "not while the window stands still");
                });
        Fx.await(() -> !notices.isEmpty());
        Fx.awaitFrames(2);
        assertEquals("10,000 rows copied.", notices.get(0).text());
        assertEquals(1, notices.size(), notices.toString());
    }

    @Test
    void copyButtonConfirmsForAMomentAndNothingMoves(FxRobot robot) throws TimeoutException {
        run(robot, 10);
        Button copy = robot.lookup("#console-copy").queryButton();
        Button save = robot.lookup("#console-save").queryButton();
        double left = copy.getLayoutX();
        double next = save.getLayoutX();
        Fx.click(robot, "#console-copy");
        Fx.await(() -> copy.getText().equals("Copied"));
        Fx.awaitFrames(2);
        robot.interact(
                () -> {
                    String copied = Clipboard.getSystemClipboard().getString();
                    assertTrue(copied.contains("10 packets transmitted"), copied);
                    assertEquals(left, copy.getLayoutX());
                    assertEquals(next, save.getLayoutX());
                });
        Fx.await(() -> copy.getText().equals("Copy all"));
    }

    private void run(FxRobot robot, int pings) throws TimeoutException {
        robot.interact(() -> runs.start(PingPlan.lab("127.0.0.1", 12_000)));
        engine.started();
        for (int i = 1; i <= pings; i++) {
            engine.sent(i).replied(i, 0.1);
        }
        engine.finished(PingEvent.Outcome.COMPLETED);
        Fx.awaitLaidOut(
                () -> {
                    RunModel run = runs.selectedProperty().get().orElseThrow();
                    return !run.runningProperty().get() && !table(robot).getItems().isEmpty();
                });
    }

    private void copyFromTable(FxRobot robot) throws TimeoutException {
        int before = notices.size();
        robot.interact(() -> table(robot).requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        Fx.await(() -> notices.size() == before + 1);
    }

    private static KeyEvent ctrlC() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#pings").queryTableView();
    }
}
