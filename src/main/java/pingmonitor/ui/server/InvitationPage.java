package pingmonitor.ui.server;

import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.discovery.AnnouncementState;
import pingmonitor.discovery.Invitation;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.CopyButton;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.Overlay;

/**
 * One address for the projector: in large type, with the invitation as text and as a QR code. The code holds the text
 * of the invitation: a phone shows it to be sent on, where of an address of an unknown kind it would say that it cannot
 * open it.
 */
final class InvitationPage {
    /** Of a monospaced font, with a little left over. */
    private static final double CHARACTERS_IN_EM = 1.6;

    private static final double SHARE_OF_WIDTH = 0.92;
    private static final double SHARE_OF_HEIGHT = 0.1;
    private static final double SMALLEST_PIXELS = 12;

    private final Overlay overlay;
    private final Messages messages;
    private final Disposables disposables = new Disposables();
    private final ScrollPane frame;

    @FXML private VBox page;
    @FXML private Label address;
    @FXML private Label text;
    @FXML private Label byName;
    @FXML private Button copyText;
    @FXML private Button copyAddress;
    @FXML private Button close;

    /**
     * @param model of the server that the address leads to
     */
    InvitationPage(Invitation invitation, ServerModel model, Overlay overlay, Messages messages) {
        this.overlay = overlay;
        this.messages = messages;
        this.frame = (ScrollPane) Fxml.load(this, "invitation-page.fxml", messages);
        String invites = invitation.text(messages.locale());
        address.setText(invitation.withPort());
        text.setText(invites);
        QrView code = new QrView(QrCode.of(invites));
        code.setAccessibleText(messages.text("invitation.code", invites));
        VBox.setVgrow(code, Priority.ALWAYS);
        page.getChildren().add(1, code);
        copying(copyText, invites);
        copying(copyAddress, invitation.withPort());
        boolean local =
                model.addressesProperty().get().stream()
                        .anyMatch(each -> each.address().equals(invitation.address()));
        disposables.follow(
                model.announcing().stateProperty(),
                state ->
                        NodeVisibility.text(
                                byName, local ? state.map(this::found).orElse("") : ""));
        frame.viewportBoundsProperty().addListener((property, was, is) -> fit(is));
    }

    private void copying(Button button, String copied) {
        String does = messages.text("addresses.copy", copied);
        new CopyButton(button, Feather.COPY, does, messages.text("addresses.copied"))
                .copies(() -> copied);
    }

    /** How it is found in the local network: elsewhere nobody hears of it. */
    private String found(AnnouncementState state) {
        return state instanceof AnnouncementState.Announced announced
                ? messages.text("invitation.find", announced.name())
                : "";
    }

    /** Lays it over the window. */
    void show() {
        overlay.show(frame, close, disposables::dispose);
    }

    @FXML
    private void closePage() {
        overlay.close();
    }

    /** The address in one line, as large as the window allows. */
    private void fit(Bounds seen) {
        double byWidth =
                seen.getWidth() * SHARE_OF_WIDTH * CHARACTERS_IN_EM / address.getText().length();
        double byHeight = seen.getHeight() * SHARE_OF_HEIGHT;
        double pixels = Math.max(SMALLEST_PIXELS, Math.floor(Math.min(byWidth, byHeight)));
        address.setStyle("-fx-font-size: " + pixels + "px;");
    }
}
