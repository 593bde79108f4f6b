package pingmonitor.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** Shows and hides nodes; a hidden node takes no room. */
public final class NodeVisibility {
    private NodeVisibility() {}

    /** Shows or hides a node. */
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows a text, or hides the label of an empty one. */
    public static void text(Labeled label, String text) {
        label.setText(text);
        set(label, !text.isEmpty());
    }
}
