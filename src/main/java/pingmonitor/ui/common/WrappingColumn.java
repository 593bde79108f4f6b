package pingmonitor.ui.common;

import javafx.scene.layout.VBox;

/**
 * A column that needs what it needs in its width, with its lines broken. A scroll pane asks without a width whether to show its
 * scroll bar, and would show none.
 */
public final class WrappingColumn extends VBox {
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
