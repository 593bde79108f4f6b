package pingmonitor.ui.results;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import pingmonitor.session.PingRow;

/** Copies the selected rows, as they are shown, with a line of titles and tabs between the columns. */
final class RowCopy {
    private static final KeyCombination SHORTCUT =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<PingItem> table;
    private final List<Column> columns;
    private final IntConsumer copied;

    /**
     * @param copied takes how many rows were copied
     */
    RowCopy(TableView<PingItem> table, List<Column> columns, IntConsumer copied) {
        this.table = table;
        this.columns = columns;
        this.copied = copied;
    }

    /** Copies when the person presses the shortcut in the table. */
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

    /** Copies now; without a selection nothing happens. */
    void copy() {
        List<PingRow> selected =
                table.getSelectionModel().getSelectedItems().stream().map(PingItem::row).toList();
        if (!selected.isEmpty()) {
            Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, text(selected)));
            copied.accept(selected.size());
        }
    }

    private String text(List<PingRow> selected) {
        StringBuilder text = new StringBuilder(line(Column::title));
        selected.forEach(row -> text.append(line(column -> column.text().apply(row))));
        return text.toString();
    }

    private String line(Function<Column, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining("\t", "", "\n"));
    }

    /** One column of what is copied. */
    record Column(String title, Function<PingRow, String> text) {}
}
