package pingmonitor.series;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Nodes of one level of the pyramid, in columns, in order. A node without any ping has all counts 0. Grows; not
 * thread-safe.
 *
 * <p>RTTs are of the replies on time alone. They are kept as 32-bit floats, in memory and on disk: the smallest is
 * rounded down, the largest up, the median to the nearest, so that the band never becomes narrower than it was. None is
 * off by more than 1.2e-7 of itself; below 2²⁴ ns, which is 16.8 ms, each is exact.
 */
public final class NodeColumns {
    /**
     * Bytes of a node on disk, little-endian: int64 from and until, float32 min, median and max, uint32 on time, lost
     * and other.
     */
    public static final int BYTES = 40;

    private static final int FIRST_CAPACITY = 64;

    private long[] fromNanos = new long[FIRST_CAPACITY];
    private long[] untilNanos = new long[FIRST_CAPACITY];
    private float[] minRtt = new float[FIRST_CAPACITY];
    private float[] medianRtt = new float[FIRST_CAPACITY];
    private float[] maxRtt = new float[FIRST_CAPACITY];
    private int[] onTime = new int[FIRST_CAPACITY];
    private int[] lost = new int[FIRST_CAPACITY];
    private int[] other = new int[FIRST_CAPACITY];
    private int size;

    /** Empties it; what it holds in memory stays for what comes. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** Whether no ping belongs to the node. */
    public boolean isEmpty(int node) {
        return (onTime[node] | lost[node] | other[node]) == 0;
    }

    /** Time of the sending of the node's first ping, since the run began; 0 without any. */
    public long fromNanos(int node) {
        return fromNanos[node];
    }

    /** Time of the sending of the node's last ping, since the run began; 0 without any. */
    public long untilNanos(int node) {
        return untilNanos[node];
    }

    /** Smallest RTT of the replies on time, in nanoseconds; NaN without any. */
    public float minRttNanos(int node) {
        return minRtt[node];
    }

    /** Median RTT of the replies on time, in nanoseconds, as {@link NodeBuilder} makes it; NaN without any. */
    public float medianRttNanos(int node) {
        return medianRtt[node];
    }

    /** Largest RTT of the replies on time, in nanoseconds; NaN without any. */
    public float maxRttNanos(int node) {
        return maxRtt[node];
    }

    /** Number of pings answered on time. */
    public int onTime(int node) {
        return onTime[node];
    }

    /** Number of lost pings: timed out, late or unreachable. */
    public int lost(int node) {
        return lost[node];
    }

    /** Number of pings that are neither: under way, cancelled, or never sent. */
    public int other(int node) {
        return other[node];
    }

    /** Adds a node without any ping behind the last. */
    public void addEmpty() {
        addRounded(0, 0, Float.NaN, Float.NaN, Float.NaN, 0, 0, 0);
    }

    /**
     * Adds a node behind the last.
     *
     * @param fromNanos time of the sending of its first ping, since the run began
     * @param untilNanos time of the sending of its last ping
     * @param minNanos smallest RTT of the replies on time; of no meaning without any, as the next two
     * @param medianNanos their median
     * @param maxNanos largest of them
     * @param onTime number of pings answered on time
     * @param lost number of lost pings
     * @param other number of pings that are neither
     */
    public void add(
            long fromNanos,
            long untilNanos,
            long minNanos,
            long medianNanos,
            long maxNanos,
            int onTime,
            int lost,
            int other) {
        if (onTime == 0) {
            addRounded(fromNanos, untilNanos, Float.NaN, Float.NaN, Float.NaN, onTime, lost, other);
        } else {
            float min = roundedDown(minNanos);
            float max = roundedUp(maxNanos);
            addRounded(fromNanos, untilNanos, min, medianNanos, max, onTime, lost, other);
        }
    }

    /** Adds a node with RTTs that are rounded already; NaN when there are none. */
    void addRounded(
            long fromNanos,
            long untilNanos,
            float minNanos,
            float medianNanos,
            float maxNanos,
            int onTime,
            int lost,
            int other) {
        ensureCapacity(size + 1);
        this.fromNanos[size] = fromNanos;
        this.untilNanos[size] = untilNanos;
        this.minRtt[size] = minNanos;
        this.medianRtt[size] = medianNanos;
        this.maxRtt[size] = maxNanos;
        this.onTime[size] = onTime;
        this.lost[size] = lost;
        this.other[size++] = other;
    }

    /** Adds a copy of a node behind the last. */
    public void add(NodeColumns nodes, int node) {
        addRounded(
                nodes.fromNanos[node],
                nodes.untilNanos[node],
                nodes.minRtt[node],
                nodes.medianRtt[node],
                nodes.maxRtt[node],
                nodes.onTime[node],
                nodes.lost[node],
                nodes.other[node]);
    }

    /** Adds copies of nodes, from index {@code from} (inclusive) to {@code to} (exclusive), behind the last. */
    public void add(NodeColumns nodes, int from, int to) {
        int added = to - from;
        ensureCapacity(size + added);
        System.arraycopy(nodes.fromNanos, from, fromNanos, size, added);
        System.arraycopy(nodes.untilNanos, from, untilNanos, size, added);
        System.arraycopy(nodes.minRtt, from, minRtt, size, added);
        System.arraycopy(nodes.medianRtt, from, medianRtt, size, added);
        System.arraycopy(nodes.maxRtt, from, maxRtt, size, added);
        System.arraycopy(nodes.onTime, from, onTime, size, added);
        System.arraycopy(nodes.lost, from, lost, size, added);
        System.arraycopy(nodes.other, from, other, size, added);
        size += added;
    }

    /** Takes the last nodes away, so that there are no more than {@code nodes}. */
    void truncate(int nodes) {
        size = Math.min(size, nodes);
    }

    /** Writes a node at the position of a buffer, in {@link #BYTES} bytes, whatever the buffer's byte order. */
    public void write(int node, ByteBuffer into) {
        ByteOrder order = into.order();
        into.order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fromNanos[node])
                .putLong(untilNanos[node])
                .putFloat(minRtt[node])
                .putFloat(medianRtt[node])
                .putFloat(maxRtt[node])
                .putInt(onTime[node])
                .putInt(lost[node])
                .putInt(other[node])
                .order(order);
    }

    /**
     * Reads a node at the position of a buffer, and adds it behind the last.
     *
     * @throws IllegalArgumentException if no node can have been written so; nothing is added then
     */
    public void read(ByteBuffer from) {
        ByteOrder order = from.order();
        from.order(ByteOrder.LITTLE_ENDIAN);
        long first = from.getLong();
        long last = from.getLong();
        float min = from.getFloat();
        float median = from.getFloat();
        float max = from.getFloat();
        int replied = from.getInt();
        int lostOnes = from.getInt();
        int others = from.getInt();
        from.order(order);
        boolean hasBand = 0 <= min && min <= median && median <= max && max < Float.MAX_VALUE;
        if ((replied | lostOnes | others) < 0 || (first | last) < 0 || hasBand != replied > 0) {
            throw new IllegalArgumentException("not a node");
        }
        addRounded(first, last, min, median, max, replied, lostOnes, others);
    }

    /** The largest float that is not above. */
    static float roundedDown(long nanos) {
        float nearest = nanos;
        return (long) nearest > nanos ? Math.nextDown(nearest) : nearest;
    }

    /** The smallest float that is not below. */
    static float roundedUp(long nanos) {
        float nearest = nanos;
        return (long) nearest < nanos ? Math.nextUp(nearest) : nearest;
    }

    private void ensureCapacity(int needed) {
        if (needed <= onTime.length) {
            return;
        }
        int capacity = Math.max(needed, size * 2);
        fromNanos = Arrays.copyOf(fromNanos, capacity);
        untilNanos = Arrays.copyOf(untilNanos, capacity);
        minRtt = Arrays.copyOf(minRtt, capacity);
        medianRtt = Arrays.copyOf(medianRtt, capacity);
        maxRtt = Arrays.copyOf(maxRtt, capacity);
        onTime = Arrays.copyOf(onTime, capacity);
        lost = Arrays.copyOf(lost, capacity);
        other = Arrays.copyOf(other, capacity);
    }
}
