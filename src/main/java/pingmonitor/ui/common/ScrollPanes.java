package pingmonitor.ui.common;

import javafx.scene.control.ScrollPane;

/** Lets scroll panes draw less. */
public final class ScrollPanes {
    private static final String VIEWPORT = "viewport";

    private ScrollPanes() {}

    /**
     * Lets a pane draw only what has changed in it. By default it keeps a picture of its content for scrolling, and
     * draws that picture whole at each change.
     */
    public static void drawOnlyChanges(ScrollPane pane) {
        pane.skinProperty()
                .addListener(
                        (property, was, is) ->
                                pane.getChildrenUnmodifiable().stream()
                                        .filter(node -> node.getStyleClass().contains(VIEWPORT))
                                        .forEach(node -> node.setCache(false)));
    }
}
