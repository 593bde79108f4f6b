package pingmonitor.series;

import java.util.Arrays;
import pingmonitor.session.PingState;

/**
 * A stretch of time in columns of equal length, each with the band of its RTTs and its counts, to be drawn. Does not
 * change once it is handed out.
 */
public final class ReducedColumns {
    private static final int RTT_SHIFT = 32;
    private static final long WEIGHT_MASK = 0xffff_ffffL;
    private static final int FIRST_CAPACITY = 64;

    private final ColumnScale scale;
    private final float[] minRtt;
    private final float[] medianRtt;
    private final float[] maxRtt;
    private final long[] onTime;
    private final long[] lost;
    private final long[] other;

    /** The column that is being filled. */
    private int current;

    /** Of that column: RTTs as float bits, which are in order of size, and below how many replies each stands for. */
    private long[] parts = new long[FIRST_CAPACITY];

    private int partCount;

    ReducedColumns(ColumnScale scale) {
        this.scale = scale;
        int columns = scale.columns();
        this.minRtt = notANumber(columns);
        this.medianRtt = notANumber(columns);
        this.maxRtt = notANumber(columns);
        this.onTime = new long[columns];
        this.lost = new long[columns];
        this.other = new long[columns];
    }

    /** Number of columns. */
    public int size() {
        return scale.columns();
    }

    /** The first moment of a column, since the run began; of {@link #size} the end of the last. */
    public long startNanos(int column) {
        return scale.startNanos(column);
    }

    /** Whether no ping was sent in the column. */
    public boolean isEmpty(int column) {
        return (onTime[column] | lost[column] | other[column]) == 0;
    }

    /** Smallest RTT of the replies on time, in nanoseconds, rounded down as in a node; NaN without any. */
    public float minRttNanos(int column) {
        return minRtt[column];
    }

    /**
     * Median RTT of the replies on time, in nanoseconds; NaN without any. Exact where it was made from rows, otherwise
     * the median of the medians of 4 nodes or more, each counted as often as it has replies.
     */
    public float medianRttNanos(int column) {
        return medianRtt[column];
    }

    /** Largest RTT of the replies on time, in nanoseconds, rounded up as in a node; NaN without any. */
    public float maxRttNanos(int column) {
        return maxRtt[column];
    }

    /** Number of pings answered on time. */
    public long onTime(int column) {
        return onTime[column];
    }

    /** Number of lost pings: timed out, late or unreachable. */
    public long lost(int column) {
        return lost[column];
    }

    /** Number of pings that are neither: under way, cancelled, or never sent. */
    public long other(int column) {
        return other[column];
    }

    /** Adds a node to a column. Columns come in order; to one that is done nothing is added any more. */
    void add(int column, NodeColumns nodes, int node) {
        int replies = nodes.onTime(node);
        go(column);
        onTime[current] += replies;
        lost[current] += nodes.lost(node);
        other[current] += nodes.other(node);
        if (replies > 0) {
            widen(nodes.minRttNanos(node), nodes.maxRttNanos(node));
            addPart(nodes.medianRttNanos(node), replies);
        }
    }

    /** Adds a row to a column, in the same order. */
    void add(int column, RowColumns rows, int row) {
        PingState state = rows.state(row);
        go(column);
        if (state == PingState.REPLIED) {
            long rtt = rows.rttNanos(row);
            onTime[current]++;
            widen(NodeColumns.roundedDown(rtt), NodeColumns.roundedUp(rtt));
            addPart(rtt, 1);
        } else if (state.lost()) {
            lost[current]++;
        } else {
            other[current]++;
        }
    }

    /** Ends the last column. */
    void finish() {
        if (partCount > 0) {
            medianRtt[current] = median();
            partCount = 0;
        }
    }

    private void go(int column) {
        // A run whose clock was set back stays in its column, so that nothing is lost.
        if (column > current) {
            finish();
            current = column;
        }
    }

    private void widen(float min, float max) {
        // Written so that the first, where NaN is, is taken.
        minRtt[current] = minRtt[current] <= min ? minRtt[current] : min;
        maxRtt[current] = maxRtt[current] >= max ? maxRtt[current] : max;
    }

    private void addPart(float rtt, int replies) {
        if (partCount == parts.length) {
            parts = Arrays.copyOf(parts, partCount * 2);
        }
        parts[partCount++] = (long) Float.floatToRawIntBits(rtt) << RTT_SHIFT | replies;
    }

    private float median() {
        Arrays.sort(parts, 0, partCount);
        long left = (onTime[current] + 1) / 2;
        int part = 0;
        while (left > (parts[part] & WEIGHT_MASK)) {
            left -= parts[part++] & WEIGHT_MASK;
        }
        return Float.intBitsToFloat((int) (parts[part] >>> RTT_SHIFT));
    }

    private static float[] notANumber(int columns) {
        float[] values = new float[columns];
        Arrays.fill(values, Float.NaN);
        return values;
    }
}
