package pingmonitor.ui.server;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.Overlay;
import pingmonitor.ui.common.ScrollPanes;
import pingmonitor.ui.common.View;

/** The side panel of the lossy server. */
public final class ServerCardView extends FxmlView {

    @FXML private ScrollPane pane;
    @FXML private VBox content;

    /**
     * The card in one language.
     *
     * @param overlay where an address is shown large
     * @param reach what else there is to say of how others reach the server, laid out below its addresses; disposed of
     *     with the card
     */
    public ServerCardView(ServerModel model, Overlay overlay, View reach, Locale locale) {
        super("server-card.fxml", Messages.beside(ServerCardView.class, locale));
        ScrollPanes.drawOnlyChanges(pane);
        // What a hand is on while the server comes and goes is above what comes and goes with it.
        List<View> sections =
                List.of(
                        new SwitchSection(model, messages),
                        new ImpairmentsSection(model, messages),
                        new AddressSection(model, overlay, messages),
                        reach,
                        new FirewallSection(model, messages),
                        new TrafficSection(model, messages),
                        new AnnounceSection(model.announcing(), messages),
                        new LimitsSection(model, messages),
                        new ClientsSection(model, messages));
        sections.forEach(each -> disposables.add(each::dispose));
        content.getChildren().setAll(sections.stream().map(View::root).toList());
    }
}
