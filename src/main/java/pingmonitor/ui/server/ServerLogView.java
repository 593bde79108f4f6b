package pingmonitor.ui.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import pingmonitor.echo.ServerEvent;
import pingmonitor.text.Messages;
import pingmonitor.ui.common.ColumnWidths;
import pingmonitor.ui.common.FxmlView;

/** One line a datagram that came to the lossy server, and its fate. */
public final class ServerLogView extends FxmlView {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final double TIME_EM = 9;
    private static final double CLIENT_EM = 12.5;
    private static final double TEXT_EM = 17;
    private static final double MIN_FATE_EM = 14;

    private final ServerModel model;
    private final LogColumns columns;

    @FXML private Label count;
    @FXML private Button clear;
    @FXML private TableView<ServerEvent.OfClient> table;
    @FXML private TableColumn<ServerEvent.OfClient, String> time;
    @FXML private TableColumn<ServerEvent.OfClient, String> client;
    @FXML private TableColumn<ServerEvent.OfClient, ServerEvent.OfClient> fate;
    @FXML private TableColumn<ServerEvent.OfClient, String> text;
    @FXML private MenuItem copy;
    @FXML private Label placeholder;

    /** The log in one language. */
    public ServerLogView(ServerModel model, Locale locale) {
        super("server-log.fxml", Messages.beside(ServerLogView.class, locale));
        this.model = model;
        FateText fates = new FateText(messages);
        this.columns = new LogColumns(fates);
        fill(time, columns::time);
        fill(client, columns::client);
        fill(text, columns::text);
        fate.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        fate.setCellFactory(column -> new FateCell(fates));
        setUpWidths();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setUpCopying();
        clear.setOnAction(event -> model.log().clear());
        showLines();
        disposables.follow(model.stateProperty(), this::showPlaceholder);
    }

    private static void fill(
            TableColumn<ServerEvent.OfClient, String> column,
            Function<ServerEvent.OfClient, String> words) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    }

    private void showLines() {
        table.setItems(model.log().lines());
        disposables.add(() -> table.setItems(FXCollections.emptyObservableList()));
        LogTail tail = new LogTail(table);
        ListChangeListener<ServerEvent.OfClient> listener =
                change -> {
                    tail.follow();
                    showCount();
                };
        model.log().lines().addListener(listener);
        disposables.add(() -> model.log().lines().removeListener(listener));
        tail.follow();
        showCount();
    }

    private void showCount() {
        long total = model.log().totalProperty().get();
        int shown = model.log().datagrams().size();
        clear.setDisable(model.log().lines().isEmpty());
        count.setText(
                total > shown
                        ? messages.text("log.count.newest", shown, total)
                        : messages.text("log.count", total));
    }

    private void showPlaceholder(ServerState state) {
        placeholder.setText(
                state.wanted() ? messages.text("log.nobody") : messages.text("log.off"));
    }

    private void setUpCopying() {
        copy.setOnAction(event -> copySelected());
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        copySelected();
                        event.consume();
                    }
                });
    }

    private void copySelected() {
        List<ServerEvent.OfClient> selected = table.getSelectionModel().getSelectedItems();
        if (!selected.isEmpty()) {
            Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, columns.lines(selected)));
        }
    }

    private void setUpWidths() {
        ColumnWidths widths = new ColumnWidths(table, count.fontProperty());
        widths.fix(time, TIME_EM);
        widths.fix(client, CLIENT_EM);
        widths.fix(text, TEXT_EM);
        widths.fill(fate, MIN_FATE_EM);
    }
}
