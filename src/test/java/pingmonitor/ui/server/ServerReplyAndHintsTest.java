package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.ui.server.ServerWindow.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Preset;
import pingmonitor.echo.fate.ReplyText;

/** What the card says of clients that seem to wait for ever, and the choice of the reply. */
@Tag("view")
class ServerReplyAndHintsTest extends ServerWindowFixture {
    @Start
    void start(Stage stage) {
        openWindow(stage);
    }

    @Test
    void aClientSilentAfterADropHasANoteUntilItGoesOn(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> model.stateProperty().get() instanceof ServerState.On);
        FakeEngine engine = engines.made.get(0);
        InetSocketAddress client = new InetSocketAddress("192.168.1.31", 50_000);
        engine.drop("192.168.1.31", 50_000, Instant.now());
        engine.tell(new ServerEvent.SilentAfterDrop(client, Instant.now(), Duration.ofSeconds(5)));
        await(
                () ->
                        notes(robot)
                                .equals(
                                        List.of(
                                                "Its last ping was dropped and nothing came since:"
                                                        + " does this client set a timeout?")));
        engine.answer("192.168.1.31", 50_001, Instant.now());
        await(
                () ->
                        notes(robot)
                                .equals(
                                        List.of(
                                                "Port 50000: its last ping was dropped and nothing"
                                                        + " came since. Does this client set a"
                                                        + " timeout?")));
        engine.drop("192.168.1.31", 50_000, Instant.now());
        await(() -> notes(robot).isEmpty());
    }

    private static List<String> notes(FxRobot robot) {
        return robot.lookup(".server-client-note").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    @Test
    void theReplyTextIsChosenByThePersonOrThePreset(FxRobot robot) {
        ComboBox<ReplyText> reply = box("#serverReply");
        ComboBox<Optional<Preset>> preset = box("#serverPreset");
        assertEquals(ReplyText.UPPER_CASE, reply.getValue());
        robot.interact(() -> preset.setValue(Optional.of(Preset.BOOK_JAVA)));
        assertEquals(ReplyText.UNCHANGED, reply.getValue());
        robot.interact(() -> reply.setValue(ReplyText.UPPER_CASE));
        assertEquals(ReplyText.UPPER_CASE, model.impairmentsProperty().get().replyText());
        assertEquals(0.3, model.impairmentsProperty().get().loss());
        assertEquals(Optional.empty(), preset.getValue());
        assertEquals("in upper case", reply.getConverter().toString(ReplyText.UPPER_CASE));
        assertEquals("unchanged", reply.getConverter().toString(ReplyText.UNCHANGED));
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> box(String selector) {
        return window.find(selector, ComboBox.class);
    }
}
