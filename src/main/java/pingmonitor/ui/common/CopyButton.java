package pingmonitor.ui.common;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.Ikon;

/** Makes a button copy a text, and show for a moment that it did. */
public final class CopyButton {
    private final Supplier<String> copied;
    private final CopyFeedback feedback;

    /** For a text that stays. */
    public CopyButton(
            Button button,
            Ikon ikon,
            String copied,
            String does,
            String did,
            Consumer<Boolean> told) {
        this(button, ikon, () -> copied, does, did, told);
    }

    /**
     * @param ikon what the button shows at rest
     * @param copied what goes to the clipboard, asked when it does
     * @param does what the button does, for those who do not see the icon
     * @param did what it did, just after
     * @param told whether it copied just now
     */
    public CopyButton(
            Button button,
            Ikon ikon,
            Supplier<String> copied,
            String does,
            String did,
            Consumer<Boolean> told) {
        this.copied = copied;
        this.feedback = new CopyFeedback(button, ikon, does, did, told);
        button.setOnAction(event -> copy());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied.get());
        Clipboard.getSystemClipboard().setContent(content);
        feedback.copied();
    }
}
