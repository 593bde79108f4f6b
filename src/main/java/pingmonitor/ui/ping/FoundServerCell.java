package pingmonitor.ui.ping;

import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import pingmonitor.discovery.FoundServer;
import pingmonitor.text.AddressText;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.NodeVisibility;

/** One server: its name, where it is, and whether that is here. */
final class FoundServerCell extends ListCell<FoundServer> {
    private final Messages messages;
    private final Label name = new Label();
    private final Label address = new Label();
    private final Label here = new Label();
    private final HBox row = new HBox(name, address, here);

    FoundServerCell(Messages messages, Consumer<FoundServer> clicked) {
        this.messages = messages;
        row.getStyleClass().add("found-server");
        name.getStyleClass().add("found-name");
        address.getStyleClass().add("found-address");
        here.getStyleClass().add("found-here");
        here.setText(messages.text("find.here"));
        // A long name is cut, never the address. The end of a name may have its distinguishing
        // number.
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        address.setMinWidth(Region.USE_PREF_SIZE);
        here.setMinWidth(Region.USE_PREF_SIZE);
        // As wide as the list, which would otherwise scroll sideways, away from the addresses.
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                        clicked.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(FoundServer server, boolean empty) {
        super.updateItem(server, empty);
        if (empty || server == null) {
            setGraphic(null);
            setText("");
            return;
        }
        String where = AddressText.withPort(server.address(), server.port());
        name.setText(server.name());
        address.setText(where);
        NodeVisibility.set(here, server.here());
        // Not shown: it is for screen readers.
        setText(messages.text("find.spoken", server.name(), where));
        setGraphic(row);
    }
}
