package pingmonitor.ui.results;

import java.util.List;
import javafx.beans.NamedArg;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import pingmonitor.ui.common.FittingTooltip;

/** A figure under its name, with a note below it. */
public final class FigureTile extends VBox {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

    private final Label name = new Label();
    private final Label value = new Label();
    private final Label note = new Label();

    /**
     * @param title the figure's name
     * @param help its definition, shown as a tooltip
     */
    public FigureTile(@NamedArg("title") String title, @NamedArg("help") String help) {
        getStyleClass().add("tile-figure");
        name.setText(title);
        name.getStyleClass().add("tile-name");
        value.getStyleClass().add("tile-value");
        note.getStyleClass().add("tile-note");
        for (Label label : List.of(name, value, note)) {
            // A figure that is cut off would be another figure.
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
        Tooltip.install(this, new FittingTooltip(help));
        setAccessibleHelp(help);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Shows a figure and its note. */
    void show(String newValue, String newNote) {
        value.setText(newValue);
        note.setText(newNote);
        setAccessibleText(name.getText() + ": " + newValue + " " + newNote);
    }

    /** Marks the figure as bad news, or not. */
    void setAlarm(boolean alarm) {
        pseudoClassStateChanged(ALARM, alarm);
    }
}
