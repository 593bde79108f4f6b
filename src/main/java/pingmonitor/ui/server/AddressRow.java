package pingmonitor.ui.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Fxml;

/** One address with its port, and the button that copies it. */
final class AddressRow {
    private static final Duration FEEDBACK = Duration.seconds(2);

    private final String copied;
    private final String mediumText;
    private final String copyText;
    private final Messages messages;
    private final HBox root;
    private final Icon icon;
    private final PauseTransition feedback = new PauseTransition(FEEDBACK);

    @FXML private Label address;
    @FXML private Label medium;
    @FXML private Button copy;

    AddressRow(InetAddress ip, int port, String mediumText, Messages messages) {
        this.copied = AddressText.withPort(ip, port);
        this.mediumText = mediumText;
        this.messages = messages;
        this.copyText = messages.text("addresses.copy", copied);
        this.root = (HBox) Fxml.load(this, "address-row.fxml", messages);
        this.icon = new Icon(copy);
        if (ip instanceof Inet6Address) {
            // Too long for anything beside it.
            VBox both = new VBox(address, medium);
            root.getChildren().add(0, both);
        }
        address.setText(AddressText.of(ip) + " : " + port);
        copy.setTooltip(new Tooltip(copyText));
        copy.setOnAction(event -> copy());
        feedback.setOnFinished(event -> rest());
        rest();
    }

    Parent root() {
        return root;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied);
        Clipboard.getSystemClipboard().setContent(content);
        medium.setText(messages.text("addresses.copied"));
        copy.setAccessibleText(messages.text("addresses.copied"));
        icon.show(Feather.CHECK, "good");
        feedback.playFromStart();
    }

    private void rest() {
        medium.setText(mediumText);
        copy.setAccessibleText(copyText);
        icon.show(Feather.COPY, "plain");
    }
}
