package pingmonitor.ui.app;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Shares the height of a split pane as the person wants it, and gives the upper part more while it needs more. By
 * itself a split pane cuts off what comes into view later.
 */
final class SplitDivider {
    /** Smaller differences move nothing. */
    private static final double TOLERANCE_PIXELS = 1;

    private final SplitPane split;
    private final Region upper;
    private final Region lower;
    private final ReadOnlyDoubleWrapper wanted = new ReadOnlyDoubleWrapper();
    private double pressedAt;
    private boolean pressed;
    private double asked = Double.NaN;
    private double askedIn;

    /**
     * @param upper gets at least its minimum height, unless the lower part would have less than its own
     * @param wanted the upper part's share of the height, 0 to 1, where that is enough
     */
    SplitDivider(SplitPane split, Region upper, Region lower, double wanted) {
        this.split = split;
        this.upper = upper;
        this.lower = lower;
        this.wanted.set(wanted);
        split.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed());
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released());
        upper.needsLayoutProperty().addListener((property, was, is) -> whenDone(is));
    }

    /** The share that the person wants. */
    double wanted() {
        return wanted.get();
    }

    ReadOnlyDoubleProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Sets the share that the person wants. */
    void want(double share) {
        wanted.set(share);
        move();
    }

    /** Places the divider for the present height. */
    void move() {
        double height = split.getHeight();
        double upperNeeds = upper.minHeight(upper.getWidth());
        double lowerNeeds = lower.minHeight(lower.getWidth());
        // The pane itself asks them without a width, as though their lines never wrapped.
        split.setMinHeight(upperNeeds + lowerNeeds + thickness());
        double minShare = height == 0 ? 0 : upperNeeds / height;
        double maxShare = height == 0 ? 1 : 1 - lowerNeeds / height;
        double share = Math.max(wanted.get(), Math.min(minShare, maxShare));
        // Where nothing fits the pane does not follow; asking again would not help.
        boolean again = share == asked && height == askedIn;
        boolean elsewhere = Math.abs(share - position()) * height > TOLERANCE_PIXELS;
        if (!pressed && !again && (elsewhere || height == 0)) {
            asked = share;
            askedIn = height;
            split.setDividerPositions(share);
        }
    }

    private void pressed() {
        pressed = true;
        pressedAt = position();
    }

    private void released() {
        pressed = false;
        if (position() != pressedAt) {
            wanted.set(position());
        }
    }

    private void whenDone(boolean needsLayout) {
        if (!needsLayout) {
            // Later: the layout that has just ended would not see the change.
            Platform.runLater(this::move);
        }
    }

    private double thickness() {
        // The bar's width is its thickness, also when it lies.
        return split.lookup(".split-pane-divider") instanceof Region bar ? bar.prefWidth(-1) : 0;
    }

    private double position() {
        return split.getDividerPositions()[0];
    }
}
