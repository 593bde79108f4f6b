package pingmonitor.ui.app;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.Lazy;

/** The help: one page over the window, because a window of its own is easily lost behind the projector's. */
final class HelpPage {
    private final StackPane shade = new StackPane();
    private final Lazy<Parent> page;

    @FXML private Button closeButton;

    HelpPage(Messages messages) {
        page = new Lazy<>(() -> Fxml.load(this, "help.fxml", messages));
        shade.getStyleClass().add("help-shade");
        shade.setAlignment(Pos.CENTER);
        shade.setOnMouseClicked(
                event -> {
                    if (event.getTarget() == shade) {
                        close();
                    }
                });
        shade.setVisible(false);
    }

    Node root() {
        return shade;
    }

    void toggle() {
        if (!close()) {
            shade.getChildren().setAll(page.get());
            shade.setVisible(true);
            closeButton.requestFocus();
        }
    }

    @FXML
    private void closePage() {
        close();
    }

    /** Takes the page away; whether it was there. */
    boolean close() {
        boolean wasOpen = shade.isVisible();
        shade.setVisible(false);
        return wasOpen;
    }
}
