package pingmonitor.ui.server;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Keeps a table at its last line, until a person scrolls back; goes on when the person is back at the end. */
final class LogTail {
    private static final double AT_END = 0.999;

    private final TableView<?> table;
    private boolean following = true;
    private boolean waiting;

    LogTail(TableView<?> table) {
        this.table = table;
        table.addEventFilter(ScrollEvent.SCROLL, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::personActed);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::personActed);
    }

    /** After lines were added. */
    void follow() {
        if (following && !waiting) {
            waiting = true;
            // Later: the table itself may not have heard of the lines yet.
            Platform.runLater(this::scroll);
        }
    }

    private void scroll() {
        waiting = false;
        if (following && !table.getItems().isEmpty()) {
            // It counts its rows when it is laid out, and scrolls to none that it has not counted.
            table.layout();
            table.scrollTo(table.getItems().size() - 1);
        }
    }

    private void personActed(InputEvent event) {
        // Only afterwards can be seen where the table went.
        Platform.runLater(() -> following = atEnd());
    }

    private boolean atEnd() {
        return table.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar)
                .map(node -> (ScrollBar) node)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
                .allMatch(bar -> bar.getValue() >= bar.getMax() * AT_END);
    }
}
