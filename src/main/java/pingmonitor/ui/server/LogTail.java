package pingmonitor.ui.server;

import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.LastTableRow;

/** Keeps a table at its last line, until a person scrolls back; goes on when the person is back at the end. */
final class LogTail {
    private final TableView<?> table;

    /** Later, because when lines are added the table itself may not have heard of them yet. */
    private final FxBridge scrolling = new FxBridge(this::scroll);

    /** Later, because only after an event can be seen where it brought the table. */
    private final FxBridge looking = new FxBridge(this::look);

    private boolean following = true;

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
        scrolling.signal();
    }

    private void scroll() {
        if (following && !table.getItems().isEmpty()) {
            // It counts its rows when it is laid out, and scrolls to none that it has not counted.
            table.layout();
            // One past the last is the very end. The last one itself would be put at the top, far
            // beyond the end, and the table does not always come back from there to the end.
            table.scrollTo(table.getItems().size());
        }
    }

    private void personActed(InputEvent event) {
        // Before the table itself takes the event: to it the end is the last row it has counted.
        table.layout();
        looking.signal();
    }

    private void look() {
        following = LastTableRow.isSeen(table);
    }
}
