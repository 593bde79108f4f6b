package pingmonitor.ui.common;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * Shows one page over the whole window, since a second window is easily lost behind the projector's. Esc and a click
 * beside the page close it; the keyboard focus stays in it while it is open. FX thread only.
 */
public final class Overlay {
    private final StackPane shade = new StackPane();
    private final ChangeListener<Node> stay = (property, was, is) -> stay();
    private Optional<Open> open = Optional.empty();

    /** With no page. */
    public Overlay() {
        shade.getStyleClass().add("overlay-shade");
        shade.setAlignment(Pos.CENTER);
        shade.setVisible(false);
        shade.setOnMouseClicked(
                event -> {
                    if (event.getTarget() == shade) {
                        close();
                    }
                });
        shade.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * A page that is shown.
     *
     * @param first has the keyboard focus at first, and gets it back
     * @param before had the focus before
     * @param closed is run when the page is closed
     */
    private record Open(
            Parent page, Node first, Scene scene, Optional<Node> before, Runnable closed) {}

    /** Its nodes, to be laid over everything else. */
    public Node root() {
        return shade;
    }

    /**
     * Shows a page, in place of any page that is shown now.
     *
     * @param first gets the keyboard focus
     */
    public void show(Parent page, Node first) {
        show(page, first, () -> {});
    }

    /**
     * Shows a page, in place of any page that is shown now.
     *
     * @param first gets the keyboard focus
     * @param closed is run when the page is closed
     */
    public void show(Parent page, Node first, Runnable closed) {
        close();
        Scene scene = shade.getScene();
        Optional<Node> before = Optional.ofNullable(scene.getFocusOwner());
        open = Optional.of(new Open(page, first, scene, before, closed));
        shade.getChildren().setAll(page);
        shade.setVisible(true);
        // Before its layout a scroll pane has no content in the scene, which could take no focus.
        shade.applyCss();
        shade.layout();
        first.requestFocus();
        scene.focusOwnerProperty().addListener(stay);
    }

    /** Whether that page is shown. */
    public boolean shows(Parent page) {
        return open.filter(each -> each.page() == page).isPresent();
    }

    /** Whether any page is shown. */
    public boolean isOpen() {
        return open.isPresent();
    }

    /** Closes the page and gives the keyboard focus back; whether there was a page. */
    public boolean close() {
        Optional<Open> closing = open;
        open = Optional.empty();
        closing.ifPresent(
                each -> {
                    each.scene().focusOwnerProperty().removeListener(stay);
                    shade.setVisible(false);
                    shade.getChildren().clear();
                    each.before().ifPresent(Node::requestFocus);
                    each.closed().run();
                });
        return closing.isPresent();
    }

    private void stay() {
        // Later: the scene is still changing from one node to the other.
        Platform.runLater(
                () ->
                        open.filter(each -> !isWithin(each.scene().getFocusOwner()))
                                .ifPresent(each -> each.first().requestFocus()));
    }

    private boolean isWithin(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == shade) {
                return true;
            }
        }
        return false;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && close()) {
            event.consume();
        }
    }
}
