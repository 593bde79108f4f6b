package pingmonitor.ui.common;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Tells whether a table shows its last row. FX thread only. */
public final class LastTableRow {
    private static final double TOLERANCE_PIXELS = 1;

    private LastTableRow() {}

    /**
     * Whether the last row is seen whole; true in a table without rows. The scroll bar cannot tell: one of many rows is
     * less than a pixel of it.
     */
    public static boolean isSeen(TableView<?> table) {
        // Brings the rows to their present places.
        table.layout();
        if (table.getItems().isEmpty()
                || !(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return true;
        }
        IndexedCell<?> last = flow.getLastVisibleCell();
        double bottom = flow.lookup(".clipped-container").getLayoutBounds().getHeight();
        return last != null
                && last.getIndex() == table.getItems().size() - 1
                && last.getBoundsInParent().getMaxY() <= bottom + TOLERANCE_PIXELS;
    }
}
