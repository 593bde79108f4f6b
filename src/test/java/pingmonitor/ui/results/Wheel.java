package pingmonitor.ui.results;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/** Turns the mouse wheel; robots disagree on which way is up. */
final class Wheel {
    private Wheel() {}

    /** Over the middle of a node, upwards where positive; on the FX thread. */
    static void turn(Node node, double pixels) {
        turn(node, pixels, false);
    }

    /** The same, maybe with Ctrl held. */
    static void turn(Node node, double pixels, boolean control) {
        double x = node.getBoundsInLocal().getCenterX();
        double y = node.getBoundsInLocal().getCenterY();
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        control,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }
}
