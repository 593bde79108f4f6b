package pingmonitor.ui.app;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Shares the height of a split pane as the person wants it, and gives the upper part more for as long as it needs more: by itself
 * a split pane cuts off what comes into view later.
 */
final class SplitDivider {
    /** What is less than a pixel is not worth a move. */
    private static final double TOLERANCE = 1;

    private final SplitPane split;
    private final Region upper;
    private final Region lower;
    private final ReadOnlyDoubleWrapper wanted = new ReadOnlyDoubleWrapper();
    private double pressedAt;
    private boolean pressed;
    private double asked = Double.NaN;
    private double askedIn;

    /**
     * @param upper gets no less than its least height, unless the lower one would have less than its own
     * @param wanted its share of the height, 0 to 1, where that is enough
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

    /** Another share is wanted. */
    void want(double share) {
        wanted.set(share);
        move();
    }

    /** Puts it where it belongs in the height that there is now. */
    void move() {
        double height = split.getHeight();
        double upperNeeds = upper.minHeight(upper.getWidth());
        double lowerNeeds = lower.minHeight(lower.getWidth());
        // The pane itself asks them without a width, as though no line of theirs was ever broken.
        split.setMinHeight(upperNeeds + lowerNeeds + thickness());
        double least = height == 0 ? 0 : upperNeeds / height;
        double most = height == 0 ? 1 : 1 - lowerNeeds / height;
        double share = Math.max(wanted.get(), Math.min(least, most));
        // What the pane did not follow once, since nothing fits, it would not follow the next time
        // either.
        boolean again = share == asked && height == askedIn;
        boolean elsewhere = Math.abs(share - position()) * height > TOLERANCE;
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
            // Not within the layout that has just ended, which would not see it.
            Platform.runLater(this::move);
        }
    }

    private double thickness() {
        // Its width is what it is thick, also where it lies.
        return split.lookup(".split-pane-divider") instanceof Region bar ? bar.prefWidth(-1) : 0;
    }

    private double position() {
        return split.getDividerPositions()[0];
    }
}
