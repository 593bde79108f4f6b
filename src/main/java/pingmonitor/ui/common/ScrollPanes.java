package pingmonitor.ui.common;

import javafx.scene.control.ScrollPane;

/** Scroll panes whose content is drawn piece by piece. */
public final class ScrollPanes {
    private static final String VIEWPORT = "viewport";

    private ScrollPanes() {}

    /**
     * Lets a pane draw only what has changed in it. By itself it keeps a picture of all it shows, to be moved when it
     * scrolls, and draws that picture whole whenever anything in it changes.
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
