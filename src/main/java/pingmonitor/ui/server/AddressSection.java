package pingmonitor.ui.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import pingmonitor.network.LanAddress;
import pingmonitor.network.Medium;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.Disposables;
import pingmonitor.ui.common.Fxml;
import pingmonitor.ui.common.View;

/** The addresses to give to whoever shall ping this computer; shown while the server listens. */
final class AddressSection implements View {
    private final ServerModel model;
    private final Messages messages;
    private final Disposables disposables = new Disposables();
    private final Parent root;

    @FXML private VBox rows;
    @FXML private Label nobodyElse;

    AddressSection(ServerModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.root = Fxml.load(this, "address-section.fxml", messages);
        nobodyElse.setText(messages.text("addresses.none"));
        disposables.follow(model.stateProperty(), state -> show());
        disposables.follow(model.addressesProperty(), addresses -> show());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void dispose() {
        disposables.dispose();
    }

    private void show() {
        boolean on = model.stateProperty().get() instanceof ServerState.On;
        Shown.set(root, on);
        rows.getChildren().clear();
        if (model.stateProperty().get() instanceof ServerState.On running) {
            List<LanAddress> addresses = model.addressesProperty().get();
            Shown.set(nobodyElse, addresses.isEmpty());
            addresses.forEach(each -> add(each.address(), running.port(), medium(each)));
            if (addresses.isEmpty()) {
                add(loopback(), running.port(), messages.text("addresses.here"));
            }
        }
    }

    private void add(InetAddress address, int port, String medium) {
        rows.getChildren().add(new AddressRow(address, port, medium, messages).root());
    }

    private String medium(LanAddress address) {
        if (address.medium() == Medium.WIFI) {
            return messages.text("medium.wifi");
        }
        return address.medium() == Medium.ETHERNET
                ? messages.text("medium.ethernet")
                : address.interfaceName();
    }

    private static InetAddress loopback() {
        // A literal: nothing is looked up.
        return new InetSocketAddress("127.0.0.1", 0).getAddress();
    }
}
