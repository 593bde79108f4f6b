package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingState;
import pingmonitor.ui.common.Fx;

@Tag("window")
class PingTableWindowTest extends ResultsWindowFixture {
    @Start
    void open(Stage shared) {
        openWindow();
    }

    @Test
    void rowWaitsWhenItsPingIsSentAndSettlesWhenTheReplyComes() throws TimeoutException {
        start(LAB);
        engine.started().sent(1);
        await(() -> table().getItems().size() == 1 && state(0) == PingState.WAITING);
        engine.replied(1, 0.412);
        await(() -> state(0) == PingState.REPLIED);
        engine.sent(2).timedOut(2);
        await(() -> table().getItems().size() == 2 && state(1) == PingState.TIMED_OUT);
        engine.late(2, 1240);
        await(() -> state(1) == PingState.LATE);

        assertEquals("Pinging 127.0.0.1:12000 · 2 of 10 · 1 answered", text("#status"));
    }

    @Test
    void emptyTableFollowsTheLossyServer() {
        assertEquals(
                "Type a server and a port, then press Enter. Or switch on the lossy server on the"
                        + " right and press Start.",
                emptyWith(OwnServerHint.USUAL));
        assertEquals(
                "Type a server and a port, then press Enter. Or switch on the lossy server on the"
                        + " right, and ping 127.0.0.1, port 12001.",
                emptyWith(new OwnServerHint(false, false, "12001")));
        assertEquals(
                "The lossy server on the right is on: press Start to ping it. Or type another server"
                        + " and its port.",
                emptyWith(new OwnServerHint(true, true, "12001")));
        assertEquals(
                "Type a server and a port, then press Enter. The lossy server on the right is on:"
                        + " from here it is 127.0.0.1, port 12001.",
                emptyWith(new OwnServerHint(true, false, "12001")));
    }

    private String emptyWith(OwnServerHint now) {
        return fx(
                () -> {
                    way.set(now);
                    return find("#pings-empty", Label.class).getText();
                });
    }

    @Test
    void rttSortsAsANumberWithTheUnansweredLast() throws TimeoutException {
        start(LAB);
        engine.started();
        double[] millis = {10, 9, 100, 0, 0.5};
        for (int i = 1; i <= millis.length; i++) {
            engine.sent(i);
            if (millis[i - 1] == 0) {
                engine.timedOut(i);
            } else {
                engine.replied(i, millis[i - 1]);
            }
        }
        await(() -> table().getItems().size() == 5 && state(4) == PingState.REPLIED);
        List<Long> order =
                fx(
                        () -> {
                            TableColumn<PingTableItem, ?> rtt = table().getColumns().get(2);
                            table().getSortOrder().add(rtt);
                            return table().getItems().stream()
                                    .map(item -> item.row().sequence())
                                    .toList();
                        });
        assertEquals(List.of(5L, 2L, 1L, 3L, 4L), order);

        engine.sent(6).replied(6, 9.5);
        await(() -> table().getItems().size() == 6 && state(2).equals(PingState.REPLIED));
        await(() -> table().getItems().get(2).row().sequence() == 6);
    }

    @Test
    void selectionSurvivesNewsAndIsCopiedWithTitles(FxRobot robot) throws TimeoutException {
        start(LAB);
        engine.started().sent(1).replied(1, 0.412).sent(2);
        await(() -> table().getItems().size() == 2);
        fx(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().selectIndices(0, 1);
                    return null;
                });
        engine.timedOut(2).sent(3);
        await(() -> table().getItems().size() == 3 && state(1) == PingState.TIMED_OUT);
        assertEquals(
                List.of(0, 1),
                fx(() -> List.copyOf(table().getSelectionModel().getSelectedIndices())));

        fx(
                () -> {
                    Clipboard.getSystemClipboard().clear();
                    return null;
                });
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        await(() -> Clipboard.getSystemClipboard().hasString());
        String[] lines = fx(() -> Clipboard.getSystemClipboard().getString()).split("\n");
        assertEquals(3, lines.length);
        assertEquals("#\tSent at\tRTT (ms)\tResult\tReply text\tBytes\tFrom", lines[0]);
        assertTrue(
                lines[1].endsWith("\t0.412\tReply\tPING 1 1795342927.102331\t24\t127.0.0.1:12000"),
                lines[1]);
        assertTrue(lines[2].endsWith("\t—\tTimed out\t\t\t"), lines[2]);
    }

    @Test
    void newestRowIsSeenInAWindowOfAnyHeight() throws TimeoutException {
        startUntilStopped();
        int rows = 0;
        for (int height = 800; height >= 680; height -= 3) {
            int newHeight = height;
            fx(
                    () -> {
                        window.setHeight(newHeight);
                        return null;
                    });
            answered(rows + 1, rows + 11);
            rows += 11;
            int newest = rows - 1;
            await(() -> table().getItems().size() == newest + 1 && lastVisibleRow() == newest);
        }
    }

    @Test
    void tableFollowsTheNewestUntilThePersonScrollsBack() throws TimeoutException {
        startUntilStopped();
        answered(1, 200);
        await(() -> lastVisibleRow() == 199);
        fx(
                () -> {
                    Wheel.turn(table().lookup(".virtual-flow"), 600);
                    return null;
                });
        await(() -> lastVisibleRow() < 190);
        int lookedAt = fx(this::lastVisibleRow);
        answered(201, 300);
        await(() -> table().getItems().size() == 300);
        Fx.awaitFrames(2);

        assertEquals(lookedAt, fx(this::lastVisibleRow));
    }

    private void startUntilStopped() {
        start(
                new PingPlan(
                        "127.0.0.1",
                        12_000,
                        AddressFamily.ANY,
                        0,
                        Duration.ofSeconds(1),
                        new Pacing.StopAndWait(Duration.ZERO),
                        0));
        engine.started();
    }

    private void answered(int first, int last) {
        for (int i = first; i <= last; i++) {
            engine.sent(i).replied(i, 0.3);
        }
    }

    /** The last of the rows that are seen whole. */
    private int lastVisibleRow() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null ? -1 : last.getIndex();
    }
}
