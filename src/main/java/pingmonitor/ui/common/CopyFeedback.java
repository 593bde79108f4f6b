package pingmonitor.ui.common;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Shows for a moment on a button that it copied. FX thread only. */
public final class CopyFeedback {
    private static final Duration STAYS = Duration.seconds(2);

    private final Button button;
    private final Ikon ikon;
    private final String does;
    private final String did;
    private final Consumer<Boolean> told;
    private final Icon icon;
    private final PauseTransition stays = new PauseTransition(STAYS);

    /**
     * @param ikon what the button shows at rest
     * @param does what the button does, for those who do not see the icon
     * @param did what it did, just after
     * @param told whether it copied just now
     */
    public CopyFeedback(Button button, Ikon ikon, String does, String did, Consumer<Boolean> told) {
        this.button = button;
        this.ikon = ikon;
        this.does = does;
        this.did = did;
        this.told = told;
        this.icon = new Icon(button);
        stays.setOnFinished(event -> rest());
        rest();
    }

    /** It copied just now. */
    public void copied() {
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
