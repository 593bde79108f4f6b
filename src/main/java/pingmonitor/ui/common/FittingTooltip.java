package pingmonitor.ui.common;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * A tooltip that wraps a long text, fits the screen and has the size of the window's text. A style sheet cannot limit
 * the width of a popup.
 */
public final class FittingTooltip extends Tooltip {
    private static final double MAX_EM = 28;

    /** On each side: the shadow, and a little more. */
    private static final double MARGIN_PIXELS = 40;

    private static final Pattern FONT_SIZE = Pattern.compile("-fx-font-size:\\s*(\\d+)px");
    private static final double DEFAULT_PIXELS = 13;

    /** Crossed after the text is wrapped. */
    private final FxBridge placed = new FxBridge(this::keepOnScreen);

    /** Without a text yet; FXML sets it. */
    public FittingTooltip() {
        this("");
    }

    /** With a text. */
    public FittingTooltip(String text) {
        super(text);
        setWrapText(true);
        addEventHandler(WindowEvent.WINDOW_SHOWING, event -> fit());
        addEventHandler(WindowEvent.WINDOW_SHOWN, event -> placed.signal());
        skinProperty().addListener((property, was, is) -> followSize(is));
    }

    private void followSize(Skin<?> skin) {
        if (skin != null) {
            skin.getNode().layoutBoundsProperty().addListener(changed -> placed.signal());
        }
    }

    /** The toolkit places it as one line, and does not move it when the text is wrapped. */
    private void keepOnScreen() {
        if (isShowing() && getSkin() != null) {
            Node text = getSkin().getNode();
            double over =
                    text.localToScreen(text.getLayoutBounds()).getMaxY()
                            - screenOf(getOwnerWindow()).getMaxY();
            if (over > 0) {
                setAnchorY(getAnchorY() - over);
            }
        }
    }

    private void fit() {
        Window owner = getOwnerWindow();
        String style = owner.getScene().getRoot().getStyle();
        Matcher size = FONT_SIZE.matcher(style);
        double pixels = size.find() ? Double.parseDouble(size.group(1)) : DEFAULT_PIXELS;
        setStyle("-fx-font-size: " + pixels + "px;");
        setMaxWidth(Math.min(MAX_EM * pixels, screenOf(owner).getWidth() - 2 * MARGIN_PIXELS));
    }

    private static Rectangle2D screenOf(Window owner) {
        double x = owner.getX() + owner.getWidth() / 2;
        double y = owner.getY() + owner.getHeight() / 2;
        return Screen.getScreensForRectangle(x, y, 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }
}
