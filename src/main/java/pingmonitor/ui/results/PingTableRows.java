package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import pingmonitor.session.PingRow;

/** The newest rows of a run, at least {@value #CAP} of a long one. A batch of changes is one event for the table. */
final class PingTableRows extends ObservableListBase<PingTableItem> {
    static final int CAP = 100_000;

    /** The oldest are removed so many at a time, because all the others have to move up. */
    private static final int DROP = 1_000;

    private final List<PingTableItem> rows = new ArrayList<>();

    @Override
    public PingTableItem get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Replaces everything. */
    void reset(List<PingRow> newRows) {
        beginChange();
        List<PingTableItem> gone = List.copyOf(rows);
        rows.clear();
        nextRemove(0, gone);
        newRows.forEach(row -> rows.add(new PingTableItem(row)));
        nextAdd(0, rows.size());
        endChange();
    }

    /** Adds new rows and updates changed ones. */
    void apply(List<PingRow> changed) {
        beginChange();
        for (PingRow row : changed) {
            apply(row);
        }
        if (rows.size() >= CAP + DROP) {
            List<PingTableItem> oldest = rows.subList(0, rows.size() - CAP);
            List<PingTableItem> gone = List.copyOf(oldest);
            oldest.clear();
            nextRemove(0, gone);
        }
        endChange();
    }

    private void apply(PingRow row) {
        long index = rows.isEmpty() ? 0 : row.sequence() - firstSequence();
        if (index >= rows.size()) {
            rows.add(new PingTableItem(row));
            nextAdd(rows.size() - 1, rows.size());
        } else if (index >= 0) {
            rows.get((int) index).update(row);
            nextUpdate((int) index);
        }
    }

    private long firstSequence() {
        return rows.get(0).row().sequence();
    }
}
