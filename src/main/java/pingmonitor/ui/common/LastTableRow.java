package pingmonitor.ui.common;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** The end of a table's rows. FX thread only. */
public final class LastTableRow {
    private static final double TOLERANCE_PIXELS = 1;

    private LastTableRow() {}

    /**
     * Whether the last row is seen whole, which it is in a table without rows. The scroll bar does not tell: among many rows one
     * of them is less than it can show.
     */
    public static boolean isSeen(TableView<?> table) {
        // Its rows have the places of the last laying out.
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
