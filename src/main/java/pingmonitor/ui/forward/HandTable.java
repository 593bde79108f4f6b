package pingmonitor.ui.forward;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.router.ForwardingText;
import pingmonitor.router.ManualEntry;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.CopyButton;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.NodeVisibility;

/** What to enter in the router's page by hand, with the way to that page. */
final class HandTable {
    private final ForwardModel model;
    private final Messages messages;
    private final ForwardingText texts;
    private final Parent root;
    private Optional<ManualEntry> shown = Optional.empty();

    @FXML private Label noRouter;
    @FXML private Pane table;
    @FXML private Hyperlink routerPage;
    @FXML private Label guessed;
    @FXML private Label externalPort;
    @FXML private Label ownAddress;
    @FXML private Label internalPort;
    @FXML private Label outside;
    @FXML private Button copy;

    HandTable(ForwardModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.texts = new ForwardingText(messages.locale());
        this.root = Fxml.load(this, "hand-table.fxml", messages);
        noRouter.setText(texts.noRouter());
    }

    Parent root() {
        return root;
    }

    /**
     * @param forwarded whether the port is forwarded without it; then it is known, or told elsewhere, what others ping
     */
    void show(Optional<ManualEntry> entry, boolean forwarded) {
        NodeVisibility.set(noRouter, entry.isEmpty());
        NodeVisibility.set(table, entry.isPresent());
        NodeVisibility.set(outside, entry.isPresent() && !forwarded);
        NodeVisibility.set(copy, entry.isPresent());
        if (!entry.equals(shown)) {
            shown = entry;
            entry.ifPresent(this::fill);
        }
    }

    private void fill(ManualEntry entry) {
        routerPage.setText(entry.gateway().page().toString());
        routerPage.setOnAction(
                event -> {
                    model.openPage(entry.gateway().page());
                    // It is no place of a text in which it matters where one has been.
                    routerPage.setVisited(false);
                });
        NodeVisibility.set(guessed, !entry.gateway().certain());
        externalPort.setText(Integer.toString(entry.externalPort()));
        ownAddress.setText(AddressText.of(entry.gateway().ownAddress()));
        internalPort.setText(Integer.toString(entry.internalPort()));
        outside.setText(messages.text("hand.outside", Integer.toString(entry.externalPort())));
        new CopyButton(
                        copy,
                        Feather.COPY,
                        messages.text("hand.copy"),
                        messages.text("copied"),
                        copied -> copy.setText(messages.text(copied ? "copied" : "hand.copy")))
                .copies(() -> texts.byHand(entry));
    }
}
