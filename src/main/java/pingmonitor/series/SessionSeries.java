package pingmonitor.series;

import java.util.Optional;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;

/**
 * The series of any session, made from its rows: of a run that goes on, or that is kept nowhere. It keeps the nodes it
 * has made, 4 bytes a ping, so that asking again costs what is new. Rows that the session has forgotten are in no
 * answer but in nodes that were made before.
 */
public final class SessionSeries implements SeriesSource {
    private final SessionView session;
    private final GrowingPyramid pyramid;

    public SessionSeries(SessionView session) {
        this.session = session;
        this.pyramid = new GrowingPyramid(session.plan().timeout().toNanos());
    }

    @Override
    public long lastSequence() {
        long rows = session.rowCount();
        return session.rows(rows - 1, rows).stream()
                .mapToLong(PingRow::sequence)
                .findFirst()
                .orElse(0);
    }

    @Override
    public RowColumns rows(long firstSequence, long lastSequence) {
        RowColumns rows = new RowColumns();
        long end =
                lastSequence == Long.MAX_VALUE
                        ? session.rowCount()
                        : session.indexOf(lastSequence + 1);
        session.forEachRow(session.indexOf(firstSequence), end, rows::add);
        return rows;
    }

    @Override
    public long sequenceAt(long runNanos) {
        long low = session.indexOf(1);
        long high = session.rowCount();
        while (low < high) {
            long middle = (low + high) >>> 1;
            // A row that was forgotten meanwhile was sent before those that are kept.
            boolean isBefore =
                    session.rows(middle, middle + 1).stream()
                            .allMatch(row -> row.sentNanos() < runNanos);
            if (isBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return session.rows(low, low + 1).stream()
                .mapToLong(PingRow::sequence)
                .findFirst()
                .orElseGet(() -> lastSequence() + 1);
    }

    @Override
    public NodeColumns nodes(int level, long from, long to) {
        synchronized (pyramid) {
            pyramid.update(this);
            return pyramid.nodes(level, from, to);
        }
    }

    @Override
    public Optional<StretchSummary> segment(long index) {
        return Optional.empty();
    }
}
