package pingmonitor.ui.common;

import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A ring around the node that has the keyboard focus, the same for every kind of node. It lies over everything, so that
 * it moves nothing. It is shown from the first key to the next click. FX thread only.
 */
public final class FocusRing {
    private static final String TAB_HEADS = ".tab-header-area .headers-region";
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Scene scene;
    private final Pane layers;
    private final Region ring = new Region();
    private Optional<Parent> tabHeads = Optional.empty();
    private boolean keyboard;

    private FocusRing(Scene scene, Pane layers) {
        this.scene = scene;
        this.layers = layers;
        ring.getStyleClass().add("focus-ring");
        ring.getStylesheets().add(Stylesheet.beside(FocusRing.class, "focus-ring.css"));
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        layers.getChildren().add(ring);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> use(true));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> use(false));
        scene.focusOwnerProperty().addListener((property, was, is) -> findHeads(is));
        // By then everything has its place, and the frame is not drawn yet.
        scene.addPostLayoutPulseListener(this::place);
    }

    /**
     * Shows the ring in a scene from now on.
     *
     * @param layers the scene's root, which gets the ring as its last child
     */
    public static void in(Scene scene, Pane layers) {
        new FocusRing(scene, layers);
    }

    private void use(boolean byKeyboard) {
        if (keyboard != byKeyboard) {
            keyboard = byKeyboard;
            Platform.requestNextPulse();
        }
    }

    /** Searched once for each focus, since the search goes through all content of the tabs. */
    private void findHeads(Node owner) {
        tabHeads =
                owner instanceof TabPane tabs && tabs.lookup(TAB_HEADS) instanceof Parent heads
                        ? Optional.of(heads)
                        : Optional.empty();
        Platform.requestNextPulse();
    }

    private void place() {
        Optional<Bounds> around =
                Optional.ofNullable(scene.getFocusOwner())
                        .filter(owner -> keyboard && owner.isFocused() && owner != layers)
                        .flatMap(owner -> visible(standsFor(owner)));
        ring.setVisible(around.isPresent());
        around.map(layers::sceneToLocal)
                .ifPresent(
                        bounds ->
                                ring.resizeRelocate(
                                        bounds.getMinX(),
                                        bounds.getMinY(),
                                        bounds.getWidth(),
                                        bounds.getHeight()));
    }

    /** The node to put the ring around: of tabs only the head in front. */
    private Node standsFor(Node owner) {
        return tabHeads.stream()
                .flatMap(heads -> heads.getChildrenUnmodifiable().stream())
                .filter(head -> head.getPseudoClassStates().contains(SELECTED))
                .findFirst()
                .orElse(owner);
    }

    /** The ring's place in the scene: around the visible part of the node. */
    private Optional<Bounds> visible(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        Bounds around = grown(bounds, ring.getInsets());
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            Node clip = each.getClip();
            if (clip != null || each == layers) {
                Bounds frame =
                        each.localToScene(
                                clip == null ? each.getLayoutBounds() : clip.getBoundsInParent());
                if (!frame.intersects(bounds)) {
                    return Optional.empty();
                }
                around = common(around, frame);
            }
        }
        return Optional.of(around);
    }

    private static Bounds grown(Bounds bounds, Insets by) {
        return new BoundingBox(
                Math.floor(bounds.getMinX() - by.getLeft()),
                Math.floor(bounds.getMinY() - by.getTop()),
                Math.ceil(bounds.getWidth() + by.getLeft() + by.getRight()),
                Math.ceil(bounds.getHeight() + by.getTop() + by.getBottom()));
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
    }
}
