package pingmonitor.ui.common;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Makes a button copy a text, and show for a moment that it did. */
public final class CopyButton {
    private static final Duration FEEDBACK = Duration.seconds(2);

    private final Button button;
    private final Ikon ikon;
    private final Supplier<String> copied;
    private final String does;
    private final String did;
    private final Consumer<Boolean> told;
    private final Icon icon;
    private final PauseTransition feedback = new PauseTransition(FEEDBACK);

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
        this.button = button;
        this.ikon = ikon;
        this.copied = copied;
        this.does = does;
        this.did = did;
        this.told = told;
        this.icon = new Icon(button);
        button.setOnAction(event -> copy());
        feedback.setOnFinished(event -> rest());
        rest();
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied.get());
        Clipboard.getSystemClipboard().setContent(content);
        button.setAccessibleText(did);
        icon.show(Feather.CHECK, "good");
        told.accept(true);
        feedback.playFromStart();
    }

    private void rest() {
        button.setAccessibleText(does);
        icon.show(ikon, "plain");
        told.accept(false);
    }
}
