package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays nodes out in one row that share the room that is left over. Where they do not fit, the row first becomes {@code
 * :narrow} (smaller figures), and then continues in the next line.
 */
public final class TileRow extends Pane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    /** The width that the large figures last needed, when it was more than there was. */
    private double needed;

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + wish(getManagedChildren()) + getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = 0;
        for (Node child : getManagedChildren()) {
            widest = Math.max(widest, child.prefWidth(-1));
        }
        return getInsets().getLeft() + widest + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = getInsets().getTop() + getInsets().getBottom();
        for (List<Node> line : lines(inner(width < 0 ? getWidth() : width))) {
            height += heightOf(line);
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = inner(getWidth());
        chooseSize(width);
        double y = getInsets().getTop();
        for (List<Node> line : lines(width)) {
            double extra = Math.max(0, width - wish(line)) / line.size();
            double height = heightOf(line);
            double x = getInsets().getLeft();
            for (Node child : line) {
                double childWidth = child.prefWidth(-1) + extra;
                child.pseudoClassStateChanged(FIRST, child == line.get(0));
                child.resizeRelocate(snapPositionX(x), snapPositionY(y), childWidth, height);
                x += childWidth;
            }
            y += height;
        }
    }

    /** Returns to large figures only when there is room for what was too wide before, so that it does not flicker. */
    private void chooseSize(double width) {
        boolean narrow = getPseudoClassStates().contains(NARROW);
        double wish = wish(getManagedChildren());
        if (!narrow && wish > width) {
            needed = wish;
            pseudoClassStateChanged(NARROW, true);
        } else if (narrow && width > needed) {
            pseudoClassStateChanged(NARROW, false);
        }
    }

    private List<List<Node>> lines(double width) {
        List<List<Node>> lines = new ArrayList<>();
        double left = 0;
        for (Node child : getManagedChildren()) {
            double wish = child.prefWidth(-1);
            if (lines.isEmpty() || wish > left) {
                lines.add(new ArrayList<>());
                left = width;
            }
            lines.get(lines.size() - 1).add(child);
            left -= wish;
        }
        return lines;
    }

    private double inner(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    private static double wish(List<Node> nodes) {
        return nodes.stream().mapToDouble(node -> node.prefWidth(-1)).sum();
    }

    private static double heightOf(List<Node> line) {
        return line.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }
}
