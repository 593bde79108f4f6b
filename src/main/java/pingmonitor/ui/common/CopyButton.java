package pingmonitor.ui.common;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A button that copies a text, and shows for a moment that it did. FX thread only. */
public final class CopyButton {
    private static final Duration STAYS = Duration.seconds(2);

    private final Button button;
    private final Ikon ikon;
    private final String does;
    private final String did;
    private final Consumer<Boolean> told;
    private final Icon icon;
    private final PauseTransition stays = new PauseTransition(STAYS);

    /** Tells nobody but the person. */
    public CopyButton(Button button, Ikon ikon, String does, String did) {
        this(button, ikon, does, did, copiedJustNow -> {});
    }

    /**
     * @param ikon what the button shows at rest
     * @param does what the button does, for those who do not see the icon
     * @param did what it did, just after
     * @param told whether it copied just now
     */
    public CopyButton(Button button, Ikon ikon, String does, String did, Consumer<Boolean> told) {
        this.button = button;
        this.ikon = ikon;
        this.does = does;
        this.did = did;
        this.told = told;
        this.icon = new Icon(button);
        stays.setOnFinished(event -> rest());
        rest();
    }

    /** Copies this text at each press. */
    public void copies(Supplier<String> text) {
        button.setOnAction(event -> copy(text.get()));
    }

    /** Copies a text now. */
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        button.setAccessibleText(did);
        icon.show(Feather.CHECK, "good");
        told.accept(true);
        stays.playFromStart();
    }

    private void rest() {
        button.setAccessibleText(does);
        icon.show(ikon, "plain");
        told.accept(false);
    }
}
