package pingmonitor.ui.results;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** How good or bad a message is, with its icon and its colour (a pseudo-class in the style sheet). */
public enum Severity {
    NEUTRAL(Feather.ACTIVITY, "neutral"),
    INFO(Feather.INFO, "accent"),
    SUCCESS(Feather.CHECK_CIRCLE, "success"),
    WARNING(Feather.ALERT_TRIANGLE, "warning"),
    DANGER(Feather.ALERT_OCTAGON, "danger");

    private final Ikon icon;
    private final PseudoClass pseudoClass;

    Severity(Ikon icon, String pseudoClass) {
        this.icon = icon;
        this.pseudoClass = PseudoClass.getPseudoClass(pseudoClass);
    }

    /** Its icon. */
    Ikon icon() {
        return icon;
    }

    /** Gives a node the colour of this one and of no other. */
    void colour(Node node) {
        for (Severity severity : values()) {
            node.pseudoClassStateChanged(severity.pseudoClass, severity == this);
        }
    }
}
