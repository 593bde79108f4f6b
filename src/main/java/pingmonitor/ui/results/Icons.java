package pingmonitor.ui.results;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Labeled;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons that grow with the text beside them. */
final class Icons {
    private static final double SIZE_IN_EM = 1.2;

    private Icons() {}

    /** Puts an icon before the text. */
    static FontIcon put(Labeled host, Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.iconSizeProperty()
                .bind(
                        Bindings.createIntegerBinding(
                                () -> (int) Math.round(host.getFont().getSize() * SIZE_IN_EM),
                                host.fontProperty()));
        host.setGraphic(icon);
        return icon;
    }
}
