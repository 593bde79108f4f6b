package pingmonitor.series;

import java.util.Optional;

/** A series in memory, with a pyramid and the figures of segments, as a kept run has them in its file. */
public final class MemorySeries implements SeriesSource {
    private final RowColumns rows;
    private final NodeColumns[] levels = new NodeColumns[Pyramid.LEVELS];

    /** How many rows were asked for. */
    private long rowsRead;

    private long nodesRead;

    MemorySeries(RowColumns rows) {
        this.rows = rows;
        for (int level = 1; level <= Pyramid.LEVELS; level++) {
            NodeColumns nodes = new NodeColumns();
            if (rows.size() > 0 && level <= NodeBuilder.EXACT_LEVELS) {
                long end = Pyramid.nodeOf(level, lastSequence()) + 1;
                NodeBuilder.fromRows(level, rows, 0, end, nodes);
            } else if (rows.size() > 0) {
                NodeBuilder.fromChildren(levels[level - 2], nodes);
            }
            levels[level - 1] = nodes;
        }
    }

    @Override
    public long lastSequence() {
        return rows.size() == 0 ? 0 : rows.sequence(rows.size() - 1);
    }

    @Override
    public RowColumns rows(long firstSequence, long lastSequence) {
        int from = rows.indexOf(firstSequence);
        int to = rows.indexOf(lastSequence + 1);
        rowsRead += to - from;
        return RandomRows.part(rows, from, to);
    }

    @Override
    public long sequenceAt(long runNanos) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.sentNanos(middle) < runNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == rows.size() ? lastSequence() + 1 : rows.sequence(low);
    }

    @Override
    public NodeColumns nodes(int level, long from, long to) {
        NodeColumns nodes = new NodeColumns();
        nodes.add(levels[level - 1], Math.toIntExact(from), Math.toIntExact(to));
        nodesRead += nodes.size();
        return nodes;
    }

    @Override
    public Optional<StretchSummary> segment(long index) {
        long first = index * StretchSummary.SEGMENT_PINGS + 1;
        int from = rows.indexOf(first);
        int to = rows.indexOf(first + StretchSummary.SEGMENT_PINGS);
        return Optional.of(StretchSummary.of(RandomRows.part(rows, from, to)));
    }

    long rowsRead() {
        return rowsRead;
    }

    long nodesRead() {
        return nodesRead;
    }
}
