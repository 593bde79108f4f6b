package pingmonitor.ui.ping;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import pingmonitor.discovery.FoundServer;
import pingmonitor.discovery.SearchResult;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.FxmlView;
import pingmonitor.ui.common.NodeVisibility;

/** The list of the servers in the local network, to choose one from. */
final class ServerSearchView extends FxmlView {
    private static final int MAX_ROWS = 6;

    private static final double BORDERS_PIXELS = 2;

    private final Node opener;
    private final Consumer<FoundServer> chosen;

    @FXML private Label status;
    @FXML private ListView<FoundServer> servers;

    /**
     * @param opener the button that opens the list. It passes the focus on to the list once there is a server in it,
     *     unless the person has moved on; Enter on it chooses from an open list, too
     */
    ServerSearchView(
            ServerSearchModel model, Locale locale, Node opener, Consumer<FoundServer> chosen) {
        super("find.fxml", Messages.beside(ServerSearchView.class, locale));
        this.opener = opener;
        this.chosen = chosen;
        root().visibleProperty().bind(model.openProperty());
        root().managedProperty().bind(root().visibleProperty());
        disposables.add(root().visibleProperty()::unbind);
        servers.setCellFactory(list -> new FoundServerCell(messages, this::choose));
        servers.prefHeightProperty()
                .bind(
                        servers.fixedCellSizeProperty()
                                .multiply(Bindings.min(MAX_ROWS, Bindings.size(servers.getItems())))
                                .add(BORDERS_PIXELS));
        servers.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        EventHandler<KeyEvent> enter = this::enterPressed;
        opener.addEventFilter(KeyEvent.KEY_PRESSED, enter);
        disposables.add(() -> opener.removeEventFilter(KeyEvent.KEY_PRESSED, enter));
        disposables.follow(model.findingProperty(), this::show);
        disposables.follow(model.openProperty(), open -> takeKeyboard());
    }

    private void show(SearchResult finding) {
        status.setText(words(finding));
        Optional<FoundServer> before =
                Optional.ofNullable(servers.getSelectionModel().getSelectedItem());
        if (!servers.getItems().equals(finding.servers())) {
            servers.getItems().setAll(finding.servers());
            select(before);
        }
        boolean some = !finding.servers().isEmpty();
        if (!some && servers.isFocused()) {
            // A list that goes passes the focus to any node; the next one takes it from here.
            opener.requestFocus();
        }
        NodeVisibility.set(servers, some);
        takeKeyboard();
    }

    private void takeKeyboard() {
        if (servers.isVisible() && opener.isFocused()) {
            servers.requestFocus();
        }
    }

    /** Selects the same server again, even if something about it is new; else the first, for whoever presses Enter. */
    private void select(Optional<FoundServer> before) {
        Optional<FoundServer> again =
                before.flatMap(was -> servers.getItems().stream().filter(was::isSame).findFirst());
        again.ifPresentOrElse(
                servers.getSelectionModel()::select, servers.getSelectionModel()::selectFirst);
    }

    private String words(SearchResult finding) {
        if (!finding.servers().isEmpty()) {
            return messages.text("find.some");
        }
        return switch (finding.reach()) {
            case NOT_YET -> messages.text("find.looking");
            case WORKS -> messages.text("find.none");
            case NO_NETWORK -> messages.text("find.noNetwork");
            case BLOCKED -> messages.text("find.blocked");
        };
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            chooseSelected(event);
        }
    }

    private void enterPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && root().isVisible() && servers.isVisible()) {
            chooseSelected(event);
        }
    }

    private void chooseSelected(KeyEvent event) {
        Optional.ofNullable(servers.getSelectionModel().getSelectedItem()).ifPresent(this::choose);
        event.consume();
    }

    private void choose(FoundServer server) {
        chosen.accept(server);
    }
}
