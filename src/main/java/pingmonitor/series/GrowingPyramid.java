package pingmonitor.series;

import pingmonitor.session.PingState;

/**
 * The pyramid over a run that may go on. A node is made anew as long as a ping of it may still change in what nodes
 * tell. Not thread-safe.
 */
final class GrowingPyramid {
    /** Nodes of this level are made from rows with all below them, and are settled together. */
    private static final int BASE = NodeBuilder.EXACT_LEVELS;

    /** Nodes of the base level that are made at once. */
    private static final int PORTION = 64;

    private final long timeoutNanos;
    private final NodeColumns[] levels = new NodeColumns[Pyramid.LEVELS];

    /** Nodes of the base level that do not change any more. */
    private long settled;

    /**
     * @param timeoutNanos that of the run: as long an unreachable ping may still be answered in time
     */
    GrowingPyramid(long timeoutNanos) {
        this.timeoutNanos = timeoutNanos;
        for (int level = 1; level <= Pyramid.LEVELS; level++) {
            levels[level - 1] = new NodeColumns();
        }
    }

    /** Makes the nodes of all rows that are new, or may have changed. */
    void update(SeriesSource source) {
        long last = source.lastSequence();
        long before;
        long upTo;
        do {
            before = settled;
            upTo = Math.min(last, Pyramid.firstSequence(BASE, settled + PORTION) - 1);
            make(source.rows(Pyramid.firstSequence(BASE, settled), upTo), upTo);
        } while (upTo < last && settled > before);
        if (upTo < last) {
            make(source.rows(Pyramid.firstSequence(BASE, settled), last), last);
        }
    }

    /** Nodes from index {@code from} (inclusive) to {@code to} (exclusive), empty ones where there are no pings. */
    NodeColumns nodes(int level, long from, long to) {
        NodeColumns all = levels[level - 1];
        NodeColumns asked = new NodeColumns();
        int end = (int) Math.min(to, all.size());
        if (from < end) {
            asked.add(all, (int) from, end);
        }
        while (asked.size() < to - from) {
            asked.addEmpty();
        }
        return asked;
    }

    private void make(RowColumns rows, long last) {
        for (int level = 1; level <= BASE; level++) {
            NodeColumns nodes = levels[level - 1];
            long from = settled << 2 * (BASE - level);
            nodes.truncate(Math.toIntExact(from));
            NodeBuilder.fromRows(level, rows, from, Pyramid.nodeOf(level, last) + 1, nodes);
        }
        for (int level = BASE + 1; level <= Pyramid.LEVELS; level++) {
            NodeColumns nodes = levels[level - 1];
            int from = Math.toIntExact(settled >> 2 * (level - BASE));
            nodes.truncate(from);
            NodeBuilder.fromChildren(levels[level - 2], from * Pyramid.FANOUT, nodes);
        }
        settled = Pyramid.nodeOf(BASE, firstUnsettled(rows, last));
    }

    /** The first number whose ping may change, or is yet to come. */
    private long firstUnsettled(RowColumns rows, long last) {
        for (int row = 0; row < rows.size(); row++) {
            PingState state = rows.state(row);
            long age = rows.sentNanos(rows.size() - 1) - rows.sentNanos(row);
            if (state == PingState.WAITING
                    || state == PingState.UNREACHABLE && age <= timeoutNanos) {
                return rows.sequence(row);
            }
        }
        return last + 1;
    }
}
