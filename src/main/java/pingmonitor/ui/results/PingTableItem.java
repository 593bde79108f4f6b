package pingmonitor.ui.results;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import pingmonitor.session.PingRow;

/**
 * A line of the table. It stays the same while its row is replaced by newer ones, because a table forgets the selection
 * of an item that is replaced.
 */
final class PingTableItem {
    private final ReadOnlyObjectWrapper<PingRow> row;

    PingTableItem(PingRow row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    /** All that is known about the ping now. */
    PingRow row() {
        return row.get();
    }

    /** The same, to be followed. */
    ReadOnlyObjectProperty<PingRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /** Takes news over. */
    void update(PingRow newRow) {
        row.set(newRow);
    }
}
