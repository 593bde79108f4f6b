package pingmonitor.ui.results;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Keeps a table at its newest row until the person scrolls back, selects or sorts; goes on once back at the end. */
final class TailFollower {
    private static final double AT_END = 0.999;

    private final TableView<?> table;
    private boolean following = true;

    TailFollower(TableView<?> table) {
        this.table = table;
        // Only what a person does can end the following; the table's own scrolling cannot.
        table.addEventFilter(ScrollEvent.SCROLL, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::personActed);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::personActed);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::personActed);
    }

    /** Begins anew: at the end of a run that goes on, at the beginning of one that is over. */
    void restart(boolean running) {
        following = true;
        if (running) {
            follow();
        } else {
            table.scrollTo(0);
        }
    }

    /** After rows were added. */
    void follow() {
        int rows = table.getItems().size();
        boolean untouched = table.getSelectionModel().isEmpty() && table.getSortOrder().isEmpty();
        if (following && untouched && rows > 0) {
            table.scrollTo(rows - 1);
        }
    }

    private void personActed(InputEvent event) {
        // Where the table is afterwards can only be seen when the event has done its work.
        Platform.runLater(() -> following = atEnd());
    }

    private boolean atEnd() {
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                return !bar.isVisible() || bar.getValue() >= bar.getMax() * AT_END;
            }
        }
        return true;
    }
}
