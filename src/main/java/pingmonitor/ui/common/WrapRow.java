package pingmonitor.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Two nodes side by side, or below each other where they do not fit at their minimum widths. One node has its preferred
 * width and the growing one takes the rest. Nodes below each other give the row the pseudo-class {@code :wrapped}.
 */
public final class WrapRow extends Pane {
    private static final PseudoClass WRAPPED = PseudoClass.getPseudoClass("wrapped");

    private int growing;
    private Optional<WrapRow> within = Optional.empty();

    /** Sets the index of the node that grows, 0 or 1; for FXML. */
    public void setGrowing(int newGrowing) {
        growing = newGrowing;
        requestLayout();
    }

    /** The index of the node that grows. */
    public int getGrowing() {
        return growing;
    }

    /** Wraps before a row within the growing node does, whatever else that node shows at times. */
    public void breakBefore(WrapRow row) {
        within = Optional.of(row);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insetsAcross()
                + nodes().stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return insetsAcross() + nodes().stream().mapToDouble(node -> node.prefWidth(-1)).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? getWidth() : width) - insetsAcross();
        double[] widths = widths(inner);
        double height = 0;
        for (int i = 0; i < nodes().size(); i++) {
            double own = nodes().get(i).prefHeight(widths[i]);
            height = wraps(inner) ? height + own : Math.max(height, own);
        }
        return getInsets().getTop() + snapSizeY(height) + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - insetsAcross();
        double[] widths = widths(inner);
        pseudoClassStateChanged(WRAPPED, wraps(inner));
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        for (int i = 0; i < nodes().size(); i++) {
            Node node = nodes().get(i);
            double height = node.prefHeight(widths[i]);
            node.resizeRelocate(snapPositionX(x), snapPositionY(y), widths[i], height);
            if (wraps(inner)) {
                y += height;
            } else {
                x += widths[i];
            }
        }
    }

    private boolean wraps(double inner) {
        return unbrokenWidth() > inner + 1;
    }

    private double unbrokenWidth() {
        double width = 0;
        for (Region node : nodes()) {
            boolean grows = nodes().indexOf(node) == growing;
            double minWidth = node.minWidth(-1);
            width +=
                    snapSizeX(
                            grows ? within.map(WrapRow::unbrokenWidth).orElse(minWidth) : minWidth);
        }
        return width;
    }

    private double[] widths(double inner) {
        double[] widths = new double[nodes().size()];
        if (widths.length < 2 || wraps(inner)) {
            Arrays.fill(widths, inner);
            return widths;
        }
        Region grows = nodes().get(growing);
        Region other = nodes().get(1 - growing);
        double room = inner - snapSizeX(grows.minWidth(-1));
        widths[1 - growing] = Math.min(snapSizeX(other.prefWidth(-1)), room);
        widths[growing] = inner - widths[1 - growing];
        return widths;
    }

    private double insetsAcross() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private List<Region> nodes() {
        return getManagedChildren().stream().map(Region.class::cast).toList();
    }
}
