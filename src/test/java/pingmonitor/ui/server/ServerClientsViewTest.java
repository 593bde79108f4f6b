package pingmonitor.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.ui.server.ServerWindow.await;

import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The card counts datagrams and lists the clients that sent them. */
@Tag("window")
class ServerClientsViewTest extends ServerWindowFixture {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    @Start
    void start(Stage stage) {
        openWindow(stage);
    }

    @Test
    void countersAndThirtyClientsAreShown(FxRobot robot) throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1);
        Instant now = Instant.now();
        for (int client = 1; client <= 30; client++) {
            for (int ping = 0; ping < 10; ping++) {
                if (ping < 7) {
                    engines.made.get(0).answer("192.168.1." + client, 50_000 + client, now);
                } else {
                    engines.made.get(0).drop("192.168.1." + client, 50_000 + client, now);
                }
            }
        }
        await(() -> window.text("#serverReceived").equals("300"));
        assertEquals("210", window.text("#serverAnswered"));
        assertEquals("90", window.text("#serverDropped"));
        assertEquals("0", window.text("#serverRefused"));
        assertEquals("0", window.text("#serverIgnored"));
        assertEquals("CLIENTS (30)", window.text("#serverClientsHeading"));
        List<Node> rows = clientRows();
        assertEquals(30, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<String> texts = texts(rows.get(i), robot);
            assertEquals(List.of("192.168.1." + (i + 1), "7 of 10"), texts);
            double height = rows.get(i).getBoundsInParent().getHeight();
            assertTrue(height >= 14 && height <= 30, "row height " + height);
        }
        robot.interact(() -> window.find("#serverClearClients", Button.class).fire());
        assertEquals(0, clientRows().size());
        assertEquals("300", window.text("#serverReceived"));
        assertTrue(window.shown("#serverNoClients"));
    }

    @Test
    void aClientSilentForTenSecondsIsDimmed() throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1);
        engines.made.get(0).answer("192.168.1.31", 50_000, Instant.now().minusSeconds(11));
        engines.made.get(0).answer("192.168.1.32", 50_000, Instant.now().plusSeconds(3_600));
        await(() -> clientRows().size() == 2);
        assertTrue(clientRows().get(0).getPseudoClassStates().contains(IDLE));
        assertFalse(clientRows().get(1).getPseudoClassStates().contains(IDLE));
        engines.made.get(0).answer("192.168.1.31", 50_000, Instant.now().plusSeconds(3_600));
        await(() -> !clientRows().get(0).getPseudoClassStates().contains(IDLE));
    }

    @Test
    void clientsBeyondTheLineLimitAreOnlyCounted() throws Exception {
        window.click("#serverSwitch");
        await(() -> engines.made.size() == 1);
        for (int client = 0; client < ClientsSection.MAX_LINES + 5; client++) {
            engines.made.get(0).answer("10.0.0." + client, 50_000, Instant.now());
        }
        await(() -> window.text("#serverClientsHeading").equals("CLIENTS (105)"));
        assertEquals(ClientsSection.MAX_LINES, clientRows().size());
    }

    private List<Node> clientRows() {
        return List.copyOf(window.find("#serverClients", Pane.class).getChildren());
    }

    private static List<String> texts(Node row, FxRobot robot) {
        return robot.from(row).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
