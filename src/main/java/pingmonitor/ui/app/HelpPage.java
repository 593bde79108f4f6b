package pingmonitor.ui.app;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.LazyValue;
import pingmonitor.ui.common.Overlay;

/** The help, as one page over the window. */
final class HelpPage {
    private final Overlay overlay;
    private final LazyValue<Parent> page;

    @FXML private Button closeButton;

    HelpPage(Overlay overlay, Messages messages) {
        this.overlay = overlay;
        page = new LazyValue<>(() -> Fxml.load(this, "help.fxml", messages));
    }

    /** Shows the page, or closes it if it is shown. */
    void toggle() {
        if (overlay.shows(page.get())) {
            overlay.close();
        } else {
            overlay.show(page.get(), closeButton);
        }
    }

    @FXML
    private void closePage() {
        overlay.close();
    }
}
