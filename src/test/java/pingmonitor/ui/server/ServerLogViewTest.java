package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.ServerEvent;
import pingmonitor.text.Messages;

/** The log of the server: its words, its lines to copy, and how it scrolls. */
@Tag("view")
class ServerLogViewTest extends ServerWindowFixture {
    private static final InetSocketAddress CLIENT = new InetSocketAddress("192.168.1.31", 50_000);
    private static final Instant AT = Instant.parse("2026-11-23T10:42:07.102Z");

    @Start
    void start(Stage stage) {
        openWindow(stage);
    }

    @Test
    void anEmptyLogSaysWhyItIsEmpty(FxRobot robot) throws Exception {
        assertTrue(window.text("#serverLogPlaceholder").contains("is off"));
        turnOn(robot);
        await(() -> window.text("#serverLogPlaceholder").equals("Nobody has pinged yet."));
    }

    @Test
    void everyFateHasItsWords() {
        FateText words = new FateText(Messages.beside(FateText.class, Locale.ENGLISH));
        assertEquals("answered", words.of(answered(0, 1)));
        assertEquals("answered after 120 ms", words.of(answered(120, 1)));
        assertEquals("answered twice", words.of(answered(0, 2)));
        assertEquals("answered twice after 5 ms", words.of(answered(5, 2)));
        assertEquals("dropped on purpose", words.of(new ServerEvent.Dropped(CLIENT, "x", 1, AT)));
        for (ServerEvent.Limit limit : ServerEvent.Limit.values()) {
            String limited = words.of(new ServerEvent.Limited(CLIENT, "x", 1, AT, limit));
            assertTrue(limited.startsWith("refused by the limits: "), limited);
        }
        for (ServerEvent.Reason reason : ServerEvent.Reason.values()) {
            String ignored = words.of(new ServerEvent.Ignored(CLIENT, "x", 1, AT, reason));
            assertTrue(ignored.startsWith("ignored: "), ignored);
        }
        ServerEvent.Answered empty = new ServerEvent.Answered(CLIENT, "", 0, AT, Duration.ZERO, 1);
        assertEquals("answered; it was empty", words.of(empty));
        for (ServerEvent.Stray stray : ServerEvent.Stray.values()) {
            ServerEvent.Hint hint =
                    new ServerEvent.NextSoonAfter(CLIENT, AT, stray, Duration.ofNanos(400_000));
            assertTrue(
                    words.of(hint).startsWith("hint: the next ping came 0.4 ms after "),
                    words.of(hint));
        }
    }

    @Test
    void hintsHaveLinesAndAreNotCountedAsDatagrams(FxRobot robot) throws Exception {
        turnOn(robot);
        engines.made.get(0).tell(new ServerEvent.Dropped(CLIENT, "Ping 2", 6, AT));
        engines.made
                .get(0)
                .tell(new ServerEvent.SilentAfterDrop(CLIENT, AT, Duration.ofSeconds(5)));
        await(() -> table().getItems().size() == 2);
        await(() -> window.text("#serverLogCount").equals("one datagram"));
        robot.interact(() -> table().getSelectionModel().select(1));
        robot.interact(() -> table().requestFocus());
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        List<String> clipboard = new ArrayList<>();
        robot.interact(() -> clipboard.add(Clipboard.getSystemClipboard().getString()));
        assertTrue(
                clipboard
                        .get(0)
                        .endsWith(
                                "\t192.168.1.31:50000\t\thint: its last ping was dropped and"
                                        + " nothing came since. Does this client set a timeout?"),
                clipboard.get(0));
    }

    @Test
    void selectedLinesAreCopiedWithTheirColumns(FxRobot robot) throws Exception {
        turnOn(robot);
        engines.made.get(0).tell(answered(120, 1));
        engines.made.get(0).tell(new ServerEvent.Dropped(CLIENT, "Ping 2", 6, AT));
        await(() -> table().getItems().size() == 2);
        robot.interact(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().selectAll();
                });
        robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        List<String> clipboard = new ArrayList<>();
        robot.interact(() -> clipboard.add(Clipboard.getSystemClipboard().getString()));
        String[] lines = clipboard.get(0).split("\n");
        assertEquals(2, lines.length);
        assertTrue(
                lines[0].endsWith(":07.102\t192.168.1.31:50000\tPing 1\tanswered after 120 ms"),
                lines[0]);
        assertTrue(lines[1].endsWith("\tPing 2\tdropped on purpose"), lines[1]);
    }

    @Test
    void theLogFollowsItsTailUntilThePersonScrollsBack(FxRobot robot) throws Exception {
        turnOn(robot);
        tell(200);
        await(() -> table().getItems().size() == 200 && atEnd(robot));
        robot.interact(() -> table().requestFocus());
        robot.type(KeyCode.HOME);
        await(() -> scroll(robot).getValue() == 0);
        tell(100);
        await(() -> table().getItems().size() == 300);
        assertEquals(0, scroll(robot).getValue());
        robot.type(KeyCode.END);
        await(() -> atEnd(robot));
        tell(100);
        await(() -> table().getItems().size() == 400 && atEnd(robot));
    }

    @Test
    void theLogFollowsAgainAfterThePersonScrollsToTheEndBeforeNewLinesAreDrawn(FxRobot robot)
            throws Exception {
        turnOn(robot);
        tell(200);
        await(() -> table().getItems().size() == 200 && atEnd(robot));
        robot.interact(() -> press(KeyCode.HOME));
        await(() -> scroll(robot).getValue() == 0);
        robot.interact(
                () -> {
                    tell(100);
                    model.log().takeOver();
                    press(KeyCode.END);
                });
        await(() -> table().getItems().size() == 300 && atEnd(robot));
        tell(100);
        await(() -> table().getItems().size() == 400 && atEnd(robot));
    }

    @Test
    void manyLinesAreCountedAndCleared(FxRobot robot) throws Exception {
        turnOn(robot);
        tell(ServerLog.CAPACITY + 1_000);
        await(() -> window.text("#serverLogCount").equals("the newest 5,000 of 6,000 datagrams"));
        robot.interact(() -> window.find("#serverClearLog", Button.class).fire());
        assertEquals("no datagrams", window.text("#serverLogCount"));
        assertEquals(0, table().getItems().size());
    }

    private void turnOn(FxRobot robot) throws Exception {
        robot.interact(model::turnOn);
        await(() -> engines.made.size() == 1);
    }

    private void tell(int count) {
        for (int i = 0; i < count; i++) {
            engines.made.get(0).tell(new ServerEvent.Dropped(CLIENT, "Ping " + i, 8, AT));
        }
    }

    private void press(KeyCode key) {
        table().fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private TableView<?> table() {
        return window.find("#serverLogTable", TableView.class);
    }

    private static boolean atEnd(FxRobot robot) {
        return scroll(robot).getValue() > 0.999 * scroll(robot).getMax();
    }

    private static ScrollBar scroll(FxRobot robot) {
        return robot.lookup("#serverLogTable .scroll-bar:vertical")
                .match((Node node) -> node instanceof ScrollBar)
                .queryAs(ScrollBar.class);
    }

    private static ServerEvent.Answered answered(long delayMillis, int copies) {
        return new ServerEvent.Answered(
                CLIENT, "Ping 1", 6, AT, Duration.ofMillis(delayMillis), copies);
    }
}
