package pingmonitor.ui.server;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import pingmonitor.ui.common.FieldLengthLimit;
import pingmonitor.ui.common.NodeVisibility;

/**
 * A text field that means a value. What is typed is taken at every key stroke, if it can be; if not, the last value
 * stays, the text stays too, and a message says what would be right.
 */
final class CheckedField<T> {
    private final TextField field;
    private final Label message;
    private final String whatWouldBeRight;
    private final Function<String, Optional<T>> parse;
    private boolean showing;

    CheckedField(
            TextField field,
            Label message,
            String whatWouldBeRight,
            Function<String, Optional<T>> parse,
            Consumer<T> typed) {
        this.field = field;
        this.message = message;
        this.whatWouldBeRight = whatWouldBeRight;
        this.parse = parse;
        FieldLengthLimit.set(field);
        field.textProperty()
                .addListener(
                        (property, was, is) -> {
                            Optional<T> value = parse.apply(is);
                            mark(value.isPresent());
                            if (!showing) {
                                value.ifPresent(typed);
                            }
                        });
        mark(true);
    }

    /** Shows a value; a text that already means it stays as it was typed. */
    void show(T value, String text) {
        if (!parse.apply(field.getText()).equals(Optional.of(value))) {
            showing = true;
            field.setText(text);
            showing = false;
        }
    }

    private void mark(boolean valid) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !valid);
        field.setAccessibleHelp(valid ? "" : whatWouldBeRight);
        NodeVisibility.text(message, valid ? "" : whatWouldBeRight);
    }
}
