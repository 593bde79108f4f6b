package pingmonitor.report;

import java.util.List;
import java.util.stream.Stream;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;

/**
 * Consecutive rows of a session, by index.
 *
 * @param from the first
 * @param to behind the last
 */
public record RowRange(long from, long to) {
    private static final int PORTION = 1_000;

    public RowRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** All rows that there are now. */
    public static RowRange all(SessionView session) {
        return new RowRange(0, session.rowCount());
    }

    /** How many rows. */
    public long size() {
        return to - from;
    }

    /** The rows one after the other; they are read in portions, so that a long run is never in memory as a whole. */
    public Stream<PingRow> stream(SessionView session) {
        return Stream.iterate(from, start -> start < to, start -> start + PORTION)
                .map(start -> session.rows(start, Math.min(to, start + PORTION)))
                .flatMap(List::stream);
    }
}
