package pingmonitor.ui.forward;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** Nodes that take no room while they are not shown. */
final class Shown {
    private Shown() {}

    static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows a text; an empty one takes no room. */
    static void text(Labeled label, String text) {
        label.setText(text);
        set(label, !text.isEmpty());
    }
}
