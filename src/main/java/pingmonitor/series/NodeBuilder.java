package pingmonitor.series;

import pingmonitor.session.PingState;

/**
 * Makes the nodes of the pyramid. The median is by nearest rank: of an even number of RTTs the lower of the two in the
 * middle. It is exact in nodes that are made from rows, up to {@link #EXACT_LEVELS}. In a node that is made from
 * nodes it is the median of theirs, each counted as often as its node has replies on time: of exact medians it has at
 * least a quarter of the RTTs on each side, and with each further level at least half of that share. Everything else
 * is the same in both ways.
 */
public final class NodeBuilder {
    /** The levels that can be made from rows; a node of the last has 1,024 pings. */
    public static final int EXACT_LEVELS = 4;

    private NodeBuilder() {}

    /**
     * Adds the nodes of a level from index {@code from} (inclusive) to {@code to} (exclusive), made from rows.
     *
     * @param level 1 to {@link #EXACT_LEVELS}
     * @param rows has all rows of those nodes; further ones are passed over
     */
    public static void fromRows(int level, RowColumns rows, long from, long to, NodeColumns into) {
        if (level < 1 || level > EXACT_LEVELS) {
            throw new IllegalArgumentException("level " + level);
        }
        long[] rtts = new long[Math.toIntExact(Pyramid.pingsOf(level))];
        int row = rows.indexOf(Pyramid.firstSequence(level, from));
        for (long node = from; node < to; node++) {
            long end = Pyramid.firstSequence(level, node + 1);
            int first = row;
            while (row < rows.size() && rows.sequence(row) < end) {
                row++;
            }
            addNode(rows, first, row, rtts, into);
        }
    }

    /**
     * Adds the nodes of the next level.
     *
     * @param children the first is the first child of its parent; the last parent may have fewer than {@link
     *     Pyramid#FANOUT}
     */
    public static void fromChildren(NodeColumns children, NodeColumns into) {
        fromChildren(children, 0, into);
    }

    /**
     * Adds the parents of all nodes from one on.
     *
     * @param from the first child of its parent
     */
    static void fromChildren(NodeColumns children, int from, NodeColumns into) {
        for (int first = from; first < children.size(); first += Pyramid.FANOUT) {
            addParent(children, first, Math.min(children.size(), first + Pyramid.FANOUT), into);
        }
    }

    private static void addNode(
            RowColumns rows, int first, int end, long[] rtts, NodeColumns into) {
        if (first == end) {
            into.addEmpty();
            return;
        }
        int onTime = 0;
        int lost = 0;
        long min = Long.MAX_VALUE;
        long max = 0;
        for (int row = first; row < end; row++) {
            PingState state = rows.state(row);
            if (state == PingState.REPLIED) {
                long rtt = rows.rttNanos(row);
                rtts[onTime++] = rtt;
                min = Math.min(min, rtt);
                max = Math.max(max, rtt);
            } else if (state.lost()) {
                lost++;
            }
        }
        into.add(
                rows.sentNanos(first),
                rows.sentNanos(end - 1),
                min,
                onTime == 0 ? 0 : Selection.median(rtts, onTime),
                max,
                onTime,
                lost,
                end - first - onTime - lost);
    }

    private static void addParent(NodeColumns children, int first, int end, NodeColumns into) {
        long fromNanos = 0;
        long untilNanos = 0;
        float min = Float.NaN;
        float max = Float.NaN;
        int onTime = 0;
        int lost = 0;
        int other = 0;
        boolean isEmpty = true;
        for (int child = first; child < end; child++) {
            if (children.isEmpty(child)) {
                continue;
            }
            fromNanos = isEmpty ? children.fromNanos(child) : fromNanos;
            untilNanos = children.untilNanos(child);
            isEmpty = false;
            if (children.onTime(child) > 0) {
                min =
                        onTime == 0
                                ? children.minRttNanos(child)
                                : Math.min(min, children.minRttNanos(child));
                max =
                        onTime == 0
                                ? children.maxRttNanos(child)
                                : Math.max(max, children.maxRttNanos(child));
            }
            onTime += children.onTime(child);
            lost += children.lost(child);
            other += children.other(child);
        }
        float median = onTime == 0 ? Float.NaN : medianOf(children, first, end, onTime);
        into.addRounded(fromNanos, untilNanos, min, median, max, onTime, lost, other);
    }

    /** The smallest median up to which children have half of the replies. */
    private static float medianOf(NodeColumns children, int first, int end, int onTime) {
        float median = Float.POSITIVE_INFINITY;
        for (int child = first; child < end; child++) {
            float candidate = children.medianRttNanos(child);
            if (candidate < median && repliesUpTo(candidate, children, first, end) * 2 >= onTime) {
                median = candidate;
            }
        }
        return median;
    }

    private static long repliesUpTo(float median, NodeColumns children, int first, int end) {
        long replies = 0;
        for (int child = first; child < end; child++) {
            replies += children.medianRttNanos(child) <= median ? children.onTime(child) : 0;
        }
        return replies;
    }
}
