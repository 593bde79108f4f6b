package pingmonitor.ui.results;

import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import pingmonitor.ui.common.LastTableRow;

/**
 * Keeps a table scrolled to its newest row until the person scrolls back, selects or sorts, and again once they are
 * back.
 */
final class TailFollower {
    private final TableView<?> table;
    private boolean running = true;
    private boolean following = true;
    private boolean acted;

    TailFollower(TableView<?> table) {
        this.table = table;
        // Only a person can end the following; the table's own scrolling cannot.
        table.addEventFilter(ScrollEvent.SCROLL, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::personActed);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::personActed);
        table.comparatorProperty().addListener((property, was, is) -> sorted());
        // Nodes that appear above the table change its height.
        AfterLayout again = new AfterLayout(table, () -> change(() -> {}));
        table.heightProperty().addListener((property, was, is) -> again.request());
    }

    /** Starts again: at the end of an active run, at the beginning of one that is over. */
    void restart(boolean goesOn) {
        running = goesOn;
        following = running;
        acted = false;
        follow();
        if (!running) {
            table.scrollTo(0);
        }
    }

    /** Changes the rows and then scrolls to the new end, if it follows. */
    void change(Runnable changeRows) {
        lookWhereThePersonWent();
        changeRows.run();
        follow();
    }

    /** After sorting by a column it shows the first row, and in the run's own order the newest again. */
    private void sorted() {
        if (table.getSortOrder().isEmpty()) {
            following = running;
            follow();
        } else {
            following = false;
            table.scrollTo(0);
        }
        acted = false;
    }

    private void follow() {
        int rows = table.getItems().size();
        boolean untouched = table.getSelectionModel().isEmpty() && table.getSortOrder().isEmpty();
        if (following && untouched && rows > 0) {
            // One past the last row is the end. The last row itself would be put at the top, and
            // the table
            // does not always come back from there to its end.
            table.scrollTo(rows);
        }
    }

    private void personActed(InputEvent event) {
        acted = true;
    }

    /** Reads the position only after the person's action has had its effect. */
    private void lookWhereThePersonWent() {
        if (acted) {
            following = LastTableRow.isSeen(table);
            acted = false;
        }
    }
}
