package pingmonitor.ui.results;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import pingmonitor.session.PingRow;

/**
 * An item of the table. It stays the same object while its row is replaced by newer ones, because a table forgets the
 * selection of an item that is replaced.
 */
final class PingTableItem {
    private final ReadOnlyObjectWrapper<PingRow> row;

    PingTableItem(PingRow row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    /** The latest row of the ping. */
    PingRow row() {
        return row.get();
    }

    /** The same as a property. */
    ReadOnlyObjectProperty<PingRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /** Replaces the row. */
    void update(PingRow newRow) {
        row.set(newRow);
    }
}
