package pingmonitor.ui.results;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import pingmonitor.session.PingRow;

/** A table cell with a text about a ping. */
final class TextCell extends TableCell<PingTableItem, PingRow> {
    private final Function<PingRow, String> text;

    TextCell(Function<PingRow, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(PingRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? "" : text.apply(row));
    }
}
