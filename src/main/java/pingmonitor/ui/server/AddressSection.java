package pingmonitor.ui.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import pingmonitor.discovery.Invitation;
import pingmonitor.host.LanAddress;
import pingmonitor.router.PublicEndpoint;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;
import pingmonitor.ui.common.Overlay;

/** The addresses to give to whoever shall ping this computer; shown while the server listens. */
final class AddressSection extends FxmlView {
    private final ServerModel model;
    private final Overlay overlay;

    @FXML private VBox rows;
    @FXML private Label heading;
    @FXML private Label nobodyElse;

    AddressSection(ServerModel model, Overlay overlay, Messages messages) {
        super("address-section.fxml", messages);
        this.model = model;
        this.overlay = overlay;
        nobodyElse.setText(messages.text("addresses.none"));
        disposables.follow(model.stateProperty(), state -> show());
        disposables.follow(model.addressesProperty(), addresses -> show());
        disposables.follow(model.publicEndpointsProperty(), endpoints -> show());
    }

    private void show() {
        boolean on = model.stateProperty().get() instanceof ServerState.On;
        NodeVisibility.set(root(), on);
        rows.getChildren().clear();
        if (model.stateProperty().get() instanceof ServerState.On running) {
            List<LanAddress> addresses = model.addressesProperty().get();
            boolean isReached = !addresses.isEmpty();
            NodeVisibility.set(heading, isReached);
            NodeVisibility.set(nobodyElse, !isReached);
            int port = running.port();
            addresses.stream().filter(each -> !selfAssigned(each)).forEach(each -> add(each, port));
            model.publicEndpointsProperty().get().forEach(this::add);
            addresses.stream()
                    .filter(AddressSection::selfAssigned)
                    .forEach(each -> add(each, port));
            if (!isReached) {
                Invitation here = new Invitation(loopback(), port);
                rows.getChildren()
                        .add(
                                AddressRow.forOneself(
                                                here, messages.text("addresses.here"), messages)
                                        .root());
            }
        }
    }

    private void add(LanAddress each, int port) {
        add(new Invitation(each.address(), port), where(each));
    }

    private void add(PublicEndpoint each) {
        add(
                new Invitation(each.address(), each.port()),
                switch (each.source()) {
                    case ROUTER -> messages.text("addresses.router");
                    case ROUTER_SEEN_OTHERWISE -> messages.text("addresses.routerDoubtful");
                });
    }

    private void add(Invitation invitation, String where) {
        rows.getChildren()
                .add(AddressRow.forOthers(invitation, where, model, overlay, messages).root());
    }

    private String where(LanAddress address) {
        String name = address.interfaceName();
        return switch (address.medium()) {
            case WIFI -> messages.text("addresses.medium", messages.text("medium.wifi"), name);
            case ETHERNET ->
                    messages.text("addresses.medium", messages.text("medium.ethernet"), name);
            case OTHER -> name;
        };
    }

    private static boolean selfAssigned(LanAddress address) {
        return address.address().isLinkLocalAddress();
    }

    private static InetAddress loopback() {
        // A literal: nothing is looked up.
        return new InetSocketAddress("127.0.0.1", 0).getAddress();
    }
}
