package pingmonitor.ui.common;

import javafx.scene.layout.VBox;

/**
 * A column whose minimum height is that of its wrapped lines at its present width. A scroll pane asks for it without a
 * width, and would show no scroll bar.
 */
public final class WrappingColumn extends VBox {
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
