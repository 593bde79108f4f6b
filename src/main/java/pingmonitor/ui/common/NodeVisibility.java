package pingmonitor.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** Nodes that take no room while they are not shown. */
public final class NodeVisibility {
    private NodeVisibility() {}

    /** Shows a node, or takes it and its room away. */
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows a text; an empty one takes no room. */
    public static void text(Labeled label, String text) {
        label.setText(text);
        set(label, !text.isEmpty());
    }
}
