package pingmonitor.ui.common;

import java.util.regex.Pattern;
import javafx.scene.control.Labeled;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** An icon before a text, which grows with the text and has a colour of its own, whatever it stands in. */
public final class Icon {
    private static final double SIZE_IN_EM = 1.25;

    private static final Pattern SIZE = Pattern.compile("-fx-icon-size:[^;]*;");

    private final Labeled host;
    private final FontIcon icon = new FontIcon();

    /** Of a label or button; shows nothing yet. */
    public Icon(Labeled host) {
        this.host = host;
        host.fontProperty().addListener((property, was, is) -> resize());
        resize();
    }

    /** Shows an icon in the style sheet's colour of the class. */
    public void show(Ikon ikon, String styleClass) {
        icon.setIconCode(ikon);
        icon.getStyleClass().setAll("ikonli-font-icon", styleClass);
        resize();
        host.setGraphic(icon);
    }

    /** Shows no icon. */
    public void hide() {
        host.setGraphic(null);
    }

    /**
     * Uses the inline style, where the icon also keeps its font: the theme's size in pixels wins over the property, and
     * an icon's em is its own size.
     */
    private void resize() {
        long pixels = Math.round(host.getFont().getSize() * SIZE_IN_EM);
        String others = SIZE.matcher(icon.getStyle()).replaceAll("");
        icon.setStyle(others + "-fx-icon-size: " + pixels + "px;");
    }
}
