package pingmonitor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import pingmonitor.settings.Settings;

@ExtendWith(ApplicationExtension.class)
class FieldLengthLimitTest {
    private static final String FULL = "a".repeat(Settings.MAX_TEXT);

    private final TextField field = new TextField();
    private final StringProperty model = new SimpleStringProperty("");

    private void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, action);
    }

    private void bound() {
        FieldLengthLimit.set(field);
        field.textProperty().bindBidirectional(model);
    }

    @Test
    void pastedTextIsCutToWhatFits() {
        onFx(
                () -> {
                    bound();
                    field.setText("127.0.0.1");
                    field.replaceText(0, 0, "b".repeat(2 << 20));
                });

        assertEquals("b".repeat(Settings.MAX_TEXT - 9) + "127.0.0.1", field.getText());
        assertEquals(field.getText(), model.get());
        assertEquals(Settings.MAX_TEXT - 9, field.getCaretPosition());
    }

    @Test
    void aFullFieldCanStillBeEdited() {
        onFx(
                () -> {
                    bound();
                    field.setText(FULL);
                    field.appendText("b");
                    field.replaceText(0, 2, "c");
                });

        assertEquals("c" + FULL.substring(2), field.getText());
    }

    /** An emoji takes two characters, of which one alone is none. */
    @Test
    void aSurrogatePairIsNeverSplit() {
        onFx(
                () -> {
                    bound();
                    field.setText(FULL.substring(1));
                    field.appendText("😀");
                });

        assertEquals(FULL.substring(1), field.getText());
    }
}
