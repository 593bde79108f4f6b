package pingmonitor.series;

/**
 * Reduces a stretch of time of a run to columns, at a cost that depends on the columns and not on the pings: no ping is
 * left out, so no spike, no single loss and no outage disappears.
 *
 * <p>It begins with the highest level that has at least {@value #NODES_PER_COLUMN} nodes for a column on average, or
 * with level 1 where that has 2 to 4. A node that lies within one column is added whole. One that lies on a border is
 * replaced by its children, down to the rows, but only if its pings were sent over more than {@value #MAX_QUARTERS}
 * quarters of a column; else all of it counts for the column of its first ping. So every ping is in its own column or
 * less than that before it. Where a column has fewer than {@value #PINGS_FOR_NODES} pings on average the rows are
 * read, and everything is exact, as it is in any column that has no node on its borders: where pings are rare, or
 * stopped for a while.
 */
public final class Reduction {
    private static final int NODES_PER_COLUMN = 4;
    private static final int PINGS_FOR_NODES = 2 * Pyramid.LEAF_PINGS;

    /** A node over so many quarters of a column may lie on its border. More than the nodes of level 1 mostly have. */
    private static final int MAX_QUARTERS = 3;

    /** So many are in memory at once. */
    private static final int MAX_NODES = 1 << 13;

    private static final int MAX_ROWS = 1 << 14;

    /** Fewer rows are read with those around them. */
    private static final int PAGE_PINGS = 1 << 10;

    private final SeriesSource source;
    private final ColumnScale scale;
    private final ReducedColumns reduced;
    private final long maxOnBorderNanos;

    /** The numbers of the stretch, from the first to the one behind the last. */
    private final long firstSequence;

    private final long endSequence;

    private RowColumns page = new RowColumns();
    private long pageEnd;

    private Reduction(SeriesSource source, long fromNanos, long untilNanos, int columns) {
        this.source = source;
        this.scale = new ColumnScale(fromNanos, untilNanos, columns);
        this.reduced = new ReducedColumns(scale);
        this.maxOnBorderNanos = scale.widthNanos() / 4 * MAX_QUARTERS;
        this.firstSequence = source.sequenceAt(fromNanos);
        this.endSequence = source.sequenceAt(untilNanos);
    }

    /**
     * Reduces the pings that were sent from one moment of the run to before another.
     *
     * @param fromNanos time since the run began
     * @param untilNanos later
     * @param columns 1 or more
     */
    public static ReducedColumns reduce(
            SeriesSource source, long fromNanos, long untilNanos, int columns) {
        Reduction reduction = new Reduction(source, fromNanos, untilNanos, columns);
        reduction.run();
        return reduction.reduced;
    }

    private void run() {
        int level = firstLevel();
        if (firstSequence < endSequence) {
            add(level, firstSequence, endSequence);
        }
        reduced.finish();
    }

    /** 0 for the rows. */
    private int firstLevel() {
        long pingsPerColumn = (endSequence - firstSequence) / scale.columns();
        if (pingsPerColumn < PINGS_FOR_NODES) {
            return 0;
        }
        int level = 1;
        while (level < Pyramid.LEVELS
                && Pyramid.pingsOf(level + 1) * NODES_PER_COLUMN <= pingsPerColumn) {
            level++;
        }
        return level;
    }

    /** Adds the pings from one number to before another, by nodes of a level. */
    private void add(int level, long first, long end) {
        if (level == 0) {
            addRows(first, end);
            return;
        }
        long lastNode = Pyramid.nodeOf(level, end - 1);
        for (long from = Pyramid.nodeOf(level, first); from <= lastNode; from += MAX_NODES) {
            long to = Math.min(lastNode + 1, from + MAX_NODES);
            addNodes(level, from, source.nodes(level, from, to));
        }
    }

    private void addNodes(int level, long from, NodeColumns nodes) {
        int node = 0;
        while (node < nodes.size()) {
            int first = node;
            while (node < nodes.size() && isToBeOpened(level, from + node, nodes, node)) {
                node++;
            }
            if (node > first) {
                add(
                        level - 1,
                        Math.max(firstSequence, Pyramid.firstSequence(level, from + first)),
                        Math.min(endSequence, Pyramid.firstSequence(level, from + node)));
            } else {
                if (!nodes.isEmpty(node)) {
                    reduced.add(scale.columnOf(nodes.fromNanos(node)), nodes, node);
                }
                node++;
            }
        }
    }

    private boolean isToBeOpened(int level, long index, NodeColumns nodes, int node) {
        if (nodes.isEmpty(node)) {
            return false;
        }
        boolean isWithin =
                Pyramid.firstSequence(level, index) >= firstSequence
                        && Pyramid.firstSequence(level, index + 1) <= endSequence;
        long first = nodes.fromNanos(node);
        long last = nodes.untilNanos(node);
        return !isWithin
                || last - first > maxOnBorderNanos && scale.columnOf(first) != scale.columnOf(last);
    }

    private void addRows(long first, long end) {
        if (end - first >= PAGE_PINGS) {
            for (long from = first; from < end; from += MAX_ROWS) {
                long to = Math.min(end, from + MAX_ROWS);
                addRows(source.rows(from, to - 1), from, to);
            }
        } else {
            addRows(pageWith(first), first, end);
            long rest = Math.max(first, pageEnd);
            if (rest < end) {
                addRows(pageWith(rest), rest, end);
            }
        }
    }

    private void addRows(RowColumns rows, long first, long end) {
        int last = rows.indexOf(end);
        for (int row = rows.indexOf(first); row < last; row++) {
            reduced.add(scale.columnOf(rows.sentNanos(row)), rows, row);
        }
    }

    /** The rows around a ping; a few that are asked for one after the other are often near each other. */
    private RowColumns pageWith(long sequence) {
        if (sequence < pageEnd - PAGE_PINGS || sequence >= pageEnd) {
            long first = (sequence - 1) / PAGE_PINGS * PAGE_PINGS + 1;
            pageEnd = first + PAGE_PINGS;
            page = source.rows(first, pageEnd - 1);
        }
        return page;
    }
}
