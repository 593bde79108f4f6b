package pingmonitor.ui.results;

import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Puts icons before texts; they grow with the text and take the colour of what they stand in, as {@code .sign}. */
final class TextSizedIcon {
    private static final double SIZE_IN_EM = 1.2;

    private TextSizedIcon() {}

    /** Puts an icon before the text of a label or button. */
    static FontIcon put(Labeled host, Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        // The theme sets a fixed size for its own class. A size in em would be relative to the
        // icon's own
        // size, and the icon would grow at each styling.
        icon.getStyleClass().setAll("sign");
        host.fontProperty().addListener((property, was, is) -> fit(icon, is));
        fit(icon, host.getFont());
        host.setGraphic(icon);
        return icon;
    }

    private static void fit(FontIcon icon, Font font) {
        icon.setIconSize((int) Math.round(font.getSize() * SIZE_IN_EM));
    }
}
