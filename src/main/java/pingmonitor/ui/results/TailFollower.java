package pingmonitor.ui.results;

import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import pingmonitor.ui.common.LastTableRow;

/** Keeps a table at its newest row until the person scrolls back, selects or sorts; goes on once back at the end. */
final class TailFollower {
    private final TableView<?> table;
    private boolean running = true;
    private boolean following = true;
    private boolean acted;

    TailFollower(TableView<?> table) {
        this.table = table;
        // Only what a person does can end the following; the table's own scrolling cannot.
        table.addEventFilter(ScrollEvent.SCROLL, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::personActed);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::personActed);
        table.comparatorProperty().addListener((property, was, is) -> sorted());
        // What comes and goes above the table changes its height.
        AfterLayout again = new AfterLayout(table, () -> change(() -> {}));
        table.heightProperty().addListener((property, was, is) -> again.request());
    }

    /** Begins anew: at the end of a run that goes on, at the beginning of one that is over. */
    void restart(boolean goesOn) {
        running = goesOn;
        following = running;
        acted = false;
        follow();
        if (!running) {
            table.scrollTo(0);
        }
    }

    /** Goes to the new end after a change of the rows, if that is wanted. */
    void change(Runnable changeRows) {
        lookWhereThePersonWent();
        changeRows.run();
        follow();
    }

    /** Whoever sorts by a column wants to see what comes first by it, and in the run's own order the newest again. */
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
            // One past the last is the very end. The last one itself would be put at the top, far
            // beyond the end, and the table does not always come back from there to the end.
            table.scrollTo(rows);
        }
    }

    private void personActed(InputEvent event) {
        acted = true;
    }

    /** Where the table is can only be seen when what the person did has been done. */
    private void lookWhereThePersonWent() {
        if (acted) {
            following = LastTableRow.isSeen(table);
            acted = false;
        }
    }
}
