package pingmonitor.ui.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import pingmonitor.echo.ServerLedger.ClientLine;
import pingmonitor.echo.ServerLedger.Counters;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FittingTooltip;
import pingmonitor.ui.common.Fxml;

/** One address, how much of what it sent was answered, and in the tooltip the rest. */
final class ClientRow {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final Messages messages;
    private final Parent root;
    private final FittingTooltip details = new FittingTooltip();
    private Optional<ClientLine> shown = Optional.empty();

    @FXML private Pane rows;
    @FXML private Parent line;
    @FXML private Label address;
    @FXML private ProgressBar bar;
    @FXML private Label count;
    @FXML private Label note;

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
        String silent = silent(client);
        note.setText(silent);
        // Not there at all without one: who reads the screen aloud would stop at an empty label.
        rows.getChildren().setAll(silent.isEmpty() ? List.of(line) : List.of(line, note));
        root.setAccessibleText(silent.isEmpty() ? inWords : inWords + "\n" + silent);
    }

    /** With its port where the address has several. */
    private String silent(ClientLine client) {
        if (client.silentPorts().isEmpty()) {
            return "";
        }
        String ports =
                client.silentPorts().stream()
                        .map(port -> Integer.toString(port))
                        .collect(Collectors.joining(", "));
        return client.ports() == 1
                ? messages.text("clients.silent")
                : messages.text("clients.silent.ports", client.silentPorts().size(), ports);
    }

    void dim(boolean idle) {
        root.pseudoClassStateChanged(IDLE, idle);
    }
}
