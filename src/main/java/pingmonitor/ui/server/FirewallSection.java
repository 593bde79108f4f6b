package pingmonitor.ui.server;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import pingmonitor.diagnosis.DiagnosisText;
import pingmonitor.diagnosis.FirewallSearch;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FirewallCommands;
import pingmonitor.ui.common.FxBridge;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.Icon;
import pingmonitor.ui.common.NodeVisibility;

/**
 * How to open the server's port in this computer's firewall; folded until somebody asks, and then this computer is
 * looked at in the background.
 */
final class FirewallSection extends FxmlView {
    private final ServerModel model;
    private final DiagnosisText words;
    private final Supplier<FirewallSearch.Found> search;
    private final FxBridge bridge = new FxBridge(this::show);
    private final Icon arrow;
    private volatile Optional<FirewallSearch.Found> found = Optional.empty();
    private boolean asked;

    @FXML private ToggleButton open;
    @FXML private VBox body;
    @FXML private Label here;
    @FXML private StackPane commands;

    FirewallSection(ServerModel model, Messages messages) {
        this(model, messages, FirewallSearch::here);
    }

    /**
     * @param search asked on a thread of its own, once
     */
    FirewallSection(ServerModel model, Messages messages, Supplier<FirewallSearch.Found> search) {
        super("firewall-section.fxml", messages);
        this.model = model;
        this.words = DiagnosisText.inWindow(messages.locale());
        this.search = search;
        this.arrow = new Icon(open);
        disposables.follow(model.stateProperty(), state -> show());
        disposables.follow(open.selectedProperty(), isOpen -> show());
    }

    private void show() {
        boolean isOpen = open.isSelected();
        arrow.show(isOpen ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN, "quiet");
        if (isOpen && !asked) {
            asked = true;
            Thread looking = new Thread(this::look, "firewall-search");
            looking.setDaemon(true);
            looking.start();
        }
        NodeVisibility.set(body, isOpen && found.isPresent());
        boolean on = model.stateProperty().get() instanceof ServerState.On;
        NodeVisibility.set(root(), on);
        if (on && isOpen) {
            int port = ((ServerState.On) model.stateProperty().get()).port();
            found.ifPresent(known -> show(known, port));
        }
    }

    private void show(FirewallSearch.Found known, int port) {
        String key =
                known.on() ? "firewall.on" : known.there() ? "firewall.there" : "firewall.none";
        here.setText(messages.text(key, words.of(known.likeliest())));
        commands.getChildren().setAll(FirewallCommands.here(words, port, known.likeliest()).root());
    }

    private void look() {
        found = Optional.of(search.get());
        bridge.signal();
    }
}
