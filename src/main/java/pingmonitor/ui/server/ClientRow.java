package pingmonitor.ui.server;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import pingmonitor.echo.ServerLedger.ClientLine;
import pingmonitor.echo.ServerLedger.Counters;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Fxml;

/** One address, how much of what it sent was answered, and in the tooltip the rest. */
final class ClientRow {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final Messages messages;
    private final Parent root;
    private final Tooltip details = new Tooltip();
    private Optional<ClientLine> shown = Optional.empty();

    @FXML private Label address;
    @FXML private ProgressBar bar;
    @FXML private Label count;

    ClientRow(Messages messages) {
        this.messages = messages;
        this.root = Fxml.load(this, "client-row.fxml", messages);
        Tooltip.install(root, details);
    }

    Parent root() {
        return root;
    }

    void show(ClientLine client) {
        if (shown.equals(Optional.of(client))) {
            return;
        }
        shown = Optional.of(client);
        Counters counters = client.counters();
        address.setText(AddressText.of(client.address()));
        bar.setProgress((double) counters.answered() / counters.received());
        count.setText(messages.text("clients.count", counters.answered(), counters.received()));
        String inWords =
                messages.text(
                        "clients.details",
                        AddressText.of(client.address()),
                        client.ports(),
                        counters.received(),
                        counters.answered(),
                        counters.dropped(),
                        counters.limited(),
                        counters.ignored());
        details.setText(inWords);
        root.setAccessibleText(inWords);
    }

    void dim(boolean idle) {
        root.pseudoClassStateChanged(IDLE, idle);
    }
}
