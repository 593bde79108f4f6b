package pingmonitor.ui.results;

import java.util.function.Consumer;
import pingmonitor.session.PingRow;
import pingmonitor.session.Session;

/** Reads all rows of a run in portions, so that no copy of the whole is made. */
final class AllRows {
    private static final int PORTION = 10_000;

    private AllRows() {}

    /** Passes on every row, in order. */
    static void forEach(Session session, Consumer<PingRow> consumer) {
        int count = session.rowCount();
        for (int from = 0; from < count; from += PORTION) {
            session.rows(from, Math.min(count, from + PORTION)).forEach(consumer);
        }
    }
}
