package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ui.common.Fx;

@Tag("window")
class LossLocationWindowTest extends ResultsWindowFixture {
    @Start
    void open(Stage shared) {
        openWindow();
    }

    @Test
    void everyViewTellsWhereEachPingWasLost(FxRobot robot) throws TimeoutException {
        lostEverywhere();

        assertEquals(
                List.of(
                        "Reply",
                        "Lost on the way there",
                        "Dropped by the server",
                        "Refused by its limits",
                        "Lost on the way back",
                        "Timed out",
                        "Late"),
                fx(this::results));
        assertEquals(
                List.of(
                        "1 lost on the way there",
                        "1 dropped by the server",
                        "1 refused by its limits",
                        "1 lost on the way back"),
                fx(this::particulars));
        assertTrue(text("#message-text").contains("1 was lost on the way there."));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertEquals(6, console.split("Request timed out", -1).length - 1, console);
        assertTrue(console.contains("\nlost on the way back: 1 (ping 5)\n"), console);
        assertEquals(
                "Timed out · lost on the way back\nThe server got it and answered it; the reply was lost on"
                        + " the way back, on the network or in a firewall.",
                fx(() -> resultCell(4).getTooltip().getText()));

        copyAll(robot);
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("\tTimed out · lost on the way there\t"), copied);

        fx(
                () -> {
                    find(".rtt-chart", ChartCanvas.class).tell(3);
                    return null;
                });
        String told = fx(() -> find(".rtt-chart", ChartCanvas.class).getAccessibleText());
        assertTrue(told.endsWith("\nTimed out · dropped by the server"), told);
    }

    @Test
    void portugueseViewsTellWhereEachPingWasLost() throws TimeoutException {
        fx(
                () -> {
                    compose(Locale.forLanguageTag("pt-BR"));
                    return null;
                });
        lostEverywhere();

        assertEquals(
                List.of(
                        "Resposta",
                        "Perdido na ida",
                        "Descartado no servidor",
                        "Recusado pelos limites",
                        "Perdido na volta",
                        "Tempo esgotado",
                        "Atrasada"),
                fx(this::results));
        assertEquals(
                List.of(
                        "1 perdido na ida",
                        "1 descartado pelo servidor",
                        "1 recusado pelos limites do servidor",
                        "1 perdido na volta"),
                fx(this::particulars));
        assertTrue(text("#message-text").contains("1 se perdeu na ida."));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertTrue(console.contains("\nperdidos na volta: 1 (ping 5)\n"), console);
    }

    @Test
    void placeOfALossIsReadableBesideTheServerPanelInBothLanguages() throws TimeoutException {
        double frame = fx(() -> window.getWidth() - window.getScene().getWidth());
        for (String language : List.of("en", "pt-BR")) {
            fx(
                    () -> {
                        compose(Locale.forLanguageTag(language));
                        window.setWidth(708 + frame);
                        window.setHeight(760);
                        return null;
                    });
            await(() -> window.getScene().getWidth() == 708);
            lostEverywhere();
            for (int row = 0; row < 7; row++) {
                int index = row;
                String shown = fx(() -> ((Text) resultCell(index).lookup(".text")).getText());
                assertEquals(fx(() -> resultCell(index).getText()), shown, language);
            }
            assertFalse(fx(this::scrollsSideways), language);
        }
    }

    @Test
    void statusLineTellsTheMappedAddress() throws TimeoutException {
        start(LAB);
        InetSocketAddress local = new InetSocketAddress("192.168.1.20", 50_000);
        engine.started().sent(1).replied(1, 0.3);
        await(() -> text("#status").contains("1 answered"));
        assertFalse(text("#status").contains("sees"), "a lab server");

        engine.mappedAddress(local, local);
        await(
                () ->
                        text("#status")
                                .endsWith(
                                        " · the server sees this computer as 192.168.1.20:50000"));
        engine.mappedAddress(
                new InetSocketAddress("203.0.113.7", 40_112),
                new InetSocketAddress("192.168.1.20", 50_001));
        await(
                () ->
                        text("#status")
                                .endsWith(
                                        " · the server sees this computer as 203.0.113.7:40112, behind a NAT"));
        engine.mappedAddress(
                new InetSocketAddress("203.0.113.7", 40_113),
                new InetSocketAddress("192.168.1.20", 50_001));
        await(
                () ->
                        text("#status")
                                .endsWith(
                                        " · the server now sees this computer as 203.0.113.7:40113; the NAT has changed it"));
        assertEquals(
                text("#status"), fx(() -> find("#status", Label.class).getTooltip().getText()));
        engine.finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();
        fx(
                () -> {
                    compose(Locale.forLanguageTag("pt-BR"));
                    return null;
                });
        assertTrue(
                text("#status")
                        .endsWith(
                                " · o servidor agora vê este computador como 203.0.113.7:40113, o NAT o alterou"),
                text("#status"));
        String console = fx(() -> find("#console", TextArea.class).getText());
        assertTrue(console.contains("203.0.113.7:40113, antes como 203.0.113.7:40112"), console);
    }

    /** One answered ping, one lost at each place, one lost nobody knows where, one late. */
    private void lostEverywhere() throws TimeoutException {
        start(LAB);
        engine.started().sent(1).replied(1, 0.3);
        for (int i = 2; i <= 7; i++) {
            engine.sent(i).timedOut(i);
        }
        engine.late(7, 1240).mappedAddress(FedEngine.server(), FedEngine.server());
        engine.verdict(2, LossLocation.FORWARD_PATH)
                .verdict(3, LossLocation.SERVER)
                .verdict(4, LossLocation.LIMITED);
        engine.verdict(5, LossLocation.RETURN_PATH).finished(PingEvent.Outcome.COMPLETED);
        awaitEnd();
        Fx.awaitFrames(2);
    }

    private boolean scrollsSideways() {
        return table().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
    }

    private ResultCell resultCell(int row) {
        return table().lookupAll(".result-cell").stream()
                .map(ResultCell.class::cast)
                .filter(cell -> cell.getTableRow().getIndex() == row && !cell.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<String> results() {
        table().layout();
        return IntStream.range(0, table().getItems().size())
                .mapToObj(row -> resultCell(row).getText())
                .toList();
    }

    private List<String> particulars() {
        return find("#particulars", FlowPane.class).getChildren().stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private void copyAll(FxRobot robot) throws TimeoutException {
        fx(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    table().requestFocus();
                    table().getSelectionModel().selectAll();
                    return null;
                });
        fx(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    return null;
                });
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        await(() -> Clipboard.getSystemClipboard().hasString());
    }
}
