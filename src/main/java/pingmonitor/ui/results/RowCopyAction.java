package pingmonitor.ui.results;

import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.concurrent.Task;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import pingmonitor.session.PingRow;

/**
 * Copies the selected rows to the clipboard as they are shown, with a line of titles and tabs between the columns. It
 * makes the text on a thread of its own: 100,000 rows would freeze the window, and a shortcut that is held repeats many
 * times a second.
 */
final class RowCopyAction {
    private static final Logger LOG = System.getLogger(RowCopyAction.class.getName());

    private static final KeyCombination SHORTCUT =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<PingTableItem> table;
    private final List<Column> columns;
    private final IntConsumer copied;
    private boolean underWay;

    /**
     * @param copied takes how many rows were copied, on the FX thread
     */
    RowCopyAction(TableView<PingTableItem> table, List<Column> columns, IntConsumer copied) {
        this.table = table;
        this.columns = columns;
        this.copied = copied;
    }

    /** Makes the shortcut copy while the table has the focus. */
    void installShortcut() {
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (SHORTCUT.match(event)) {
                        copy();
                        event.consume();
                    }
                });
    }

    /** Copies the selection. Without effect without one, or while an earlier copy is still being made. */
    void copy() {
        if (underWay) {
            return;
        }
        List<PingRow> selected =
                table.getSelectionModel().getSelectedItems().stream()
                        .map(PingTableItem::row)
                        .toList();
        if (selected.isEmpty()) {
            return;
        }
        underWay = true;
        Task<String> text =
                new Task<>() {
                    @Override
                    protected String call() {
                        return text(selected);
                    }
                };
        text.setOnSucceeded(event -> made(text.getValue(), selected.size()));
        text.setOnFailed(event -> failed(text.getException()));
        Thread thread = new Thread(text, "copy");
        thread.setDaemon(true);
        thread.start();
    }

    private void made(String text, int rows) {
        underWay = false;
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        copied.accept(rows);
    }

    private void failed(Throwable defect) {
        underWay = false;
        LOG.log(Logger.Level.ERROR, "copying rows broke", defect);
    }

    private String text(List<PingRow> selected) {
        StringBuilder text = new StringBuilder(line(Column::title));
        selected.forEach(row -> text.append(line(column -> column.text().apply(row))));
        return text.toString();
    }

    private String line(Function<Column, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining("\t", "", "\n"));
    }

    /** A column of the copied text. */
    record Column(String title, Function<PingRow, String> text) {}
}
