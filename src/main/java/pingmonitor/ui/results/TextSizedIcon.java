package pingmonitor.ui.results;

import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons that grow with the text beside them. */
final class TextSizedIcon {
    private static final double SIZE_IN_EM = 1.2;

    private TextSizedIcon() {}

    /** Puts an icon before the text. */
    static FontIcon put(Labeled host, Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        // The theme gives its own class a fixed size; and a size in em would be taken of the icon's
        // own font, which is the icon's size: it would grow at each styling.
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
