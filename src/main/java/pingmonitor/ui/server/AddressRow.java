package pingmonitor.ui.server;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.discovery.Invitation;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.CopyButton;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.Overlay;

/** One address with its port, and the buttons that copy it, copy an invitation, and show it large. */
final class AddressRow {
    private final String whereText;
    private final Messages messages;
    private final Parent root;

    @FXML private Label address;
    @FXML private Label where;
    @FXML private Button invite;
    @FXML private Button copy;
    @FXML private Button large;

    private AddressRow(Invitation invitation, String whereText, Messages messages) {
        this.whereText = whereText;
        this.messages = messages;
        this.root = Fxml.load(this, "address-row.fxml", messages);
        address.setText(invitation.withPort());
        copying(copy, Feather.COPY, invitation.withPort());
        NodeVisibility.set(invite, false);
        NodeVisibility.set(large, false);
    }

    /**
     * To be given away.
     *
     * @param where the network in which the address is valid
     * @param model of the server that it leads to
     */
    static AddressRow forOthers(
            Invitation invitation,
            String where,
            ServerModel model,
            Overlay overlay,
            Messages messages) {
        AddressRow row = new AddressRow(invitation, where, messages);
        row.inviting(invitation, model, overlay);
        return row;
    }

    /**
     * Of no use to others: nobody is invited.
     *
     * @param where the network in which the address is valid
     */
    static AddressRow forOneself(Invitation invitation, String where, Messages messages) {
        return new AddressRow(invitation, where, messages);
    }

    private void inviting(Invitation invitation, ServerModel model, Overlay overlay) {
        NodeVisibility.set(invite, true);
        NodeVisibility.set(large, true);
        copying(invite, Feather.MESSAGE_SQUARE, invitation.text(messages.locale()));
        String shows = messages.text("addresses.large", invitation.withPort());
        large.setTooltip(new FittingTooltip(shows));
        large.setAccessibleText(shows);
        large.setOnAction(event -> new InvitationPage(invitation, model, overlay, messages).show());
    }

    Parent root() {
        return root;
    }

    private void copying(Button button, Feather icon, String copied) {
        String does = messages.text("addresses.copy", copied);
        button.setTooltip(new FittingTooltip(does));
        new CopyButton(button, icon, does, messages.text("addresses.copied"), this::tell)
                .copies(() -> copied);
    }

    private void tell(boolean justCopied) {
        where.setText(justCopied ? messages.text("addresses.copied") : whereText);
    }
}
