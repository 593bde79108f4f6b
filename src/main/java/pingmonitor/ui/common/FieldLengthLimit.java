package pingmonitor.ui.common;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import pingmonitor.settings.Settings;

/** Limits what is typed or pasted into a field to {@link Settings#MAX_TEXT} characters. */
public final class FieldLengthLimit {
    private FieldLengthLimit() {}

    /** Cuts off what is too long from now on, wherever it is inserted. */
    public static void set(TextField field) {
        field.setTextFormatter(new TextFormatter<>(FieldLengthLimit::bounded));
        // A field with a formatter keeps Esc for itself, which means something to the window.
        field.addEventFilter(KeyEvent.KEY_PRESSED, FieldLengthLimit::passEscapeOn);
    }

    private static void passEscapeOn(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof Node field) {
            event.consume();
            field.getParent().fireEvent(event.copyFor(field.getParent(), field.getParent()));
        }
    }

    private static TextFormatter.Change bounded(TextFormatter.Change change) {
        int excess = change.getControlNewText().length() - Settings.MAX_TEXT;
        if (excess > 0) {
            String added = change.getText();
            int kept = Math.max(0, added.length() - excess);
            boolean splitsPair = kept > 0 && Character.isHighSurrogate(added.charAt(kept - 1));
            change.setText(added.substring(0, splitsPair ? kept - 1 : kept));
            int caret = change.getRangeStart() + change.getText().length();
            change.selectRange(caret, caret);
        }
        return change;
    }
}
