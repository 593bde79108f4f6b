package pingmonitor.ui.app;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Places a panel beside the middle of a page, or below it where the page is too narrow for both. The panel has a scroll
 * bar of its own only while the page has none: two side by side would confuse. FX thread only.
 */
final class SidePanel {
    private static final double TOLERANCE_PIXELS = 0.5;

    private final ScrollPane page;
    private final BorderPane frame;
    private final Pane column;
    private final Region middle;
    private Optional<Region> panel = Optional.empty();

    /**
     * @param page scrolls all of the frame
     * @param column in the frame's centre, has the middle as its first child and gets a panel below it
     */
    SidePanel(ScrollPane page, BorderPane frame, Pane column, Region middle) {
        this.page = page;
        this.frame = frame;
        this.column = column;
        this.middle = middle;
        frame.needsLayoutProperty().addListener((property, was, is) -> whenDone(is));
        page.viewportBoundsProperty().addListener((property, was, is) -> whenDone(false));
    }

    /** Shows a panel, or none. */
    void show(Optional<Region> newPanel) {
        panel = newPanel;
        place(isBelow());
        whenDone(false);
    }

    private void whenDone(boolean needsLayout) {
        if (!needsLayout) {
            // Later: the layout that has just ended would not see the change.
            Platform.runLater(this::arrange);
        }
    }

    private void arrange() {
        double width = page.getViewportBounds().getWidth();
        if (width <= 0) {
            return;
        }
        double beside = panel.map(each -> middle.minWidth(-1) + each.prefWidth(-1)).orElse(0.0);
        boolean below = beside > width + TOLERANCE_PIXELS;
        if (below != isBelow()) {
            place(below);
        }
        boolean whole = below || pageScrolls();
        panel.filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .ifPresent(each -> scroll(each, whole));
    }

    private boolean pageScrolls() {
        double others = frame.getHeight() - column.getHeight();
        return others + middle.minHeight(middle.getWidth())
                > page.getViewportBounds().getHeight() + TOLERANCE_PIXELS;
    }

    private static void scroll(ScrollPane panel, boolean whole) {
        panel.setVbarPolicy(
                whole ? ScrollPane.ScrollBarPolicy.NEVER : ScrollPane.ScrollBarPolicy.AS_NEEDED);
        panel.setMinHeight(whole ? heightOfAll(panel) : Region.USE_COMPUTED_SIZE);
    }

    /** The height of the content at the panel's width, at which its lines may wrap. */
    private static double heightOfAll(ScrollPane panel) {
        double width = panel.getViewportBounds().getWidth();
        return Math.ceil(
                panel.getInsets().getTop()
                        + panel.getContent().prefHeight(width)
                        + panel.getInsets().getBottom());
    }

    private boolean isBelow() {
        return column.getChildren().size() > 1;
    }

    private void place(boolean below) {
        frame.setRight(null);
        column.getChildren().setAll(middle);
        panel.ifPresent(
                each -> {
                    if (below) {
                        column.getChildren().add(each);
                    } else {
                        frame.setRight(each);
                    }
                });
    }
}
