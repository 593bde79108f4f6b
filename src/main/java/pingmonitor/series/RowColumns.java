package pingmonitor.series;

import java.util.Arrays;
import pingmonitor.session.PingState;

/**
 * What charts and figures need of a run's rows, in columns, in order of sequence number. Grows; not thread-safe.
 */
public final class RowColumns {
    /** Stands for no RTT. */
    public static final long NO_RTT = -1;

    private static final PingState[] STATES = PingState.values();
    private static final int FIRST_CAPACITY = 64;

    private long[] sequences = new long[FIRST_CAPACITY];
    private long[] sentNanos = new long[FIRST_CAPACITY];
    private long[] rttNanos = new long[FIRST_CAPACITY];
    private byte[] facts = new byte[FIRST_CAPACITY];
    private int size;

    /** Empties it; what it holds in memory stays for what comes. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds a row behind the last.
     *
     * @param rttNanos of its first reply, on time or late; {@link #NO_RTT} without any
     */
    public void add(long sequence, long sentNanos, PingState state, long rttNanos) {
        if (size == sequences.length) {
            grow();
        }
        this.sequences[size] = sequence;
        this.sentNanos[size] = sentNanos;
        this.rttNanos[size] = rttNanos;
        this.facts[size++] = (byte) state.ordinal();
    }

    public int size() {
        return size;
    }

    public long sequence(int row) {
        return sequences[row];
    }

    /** Time of the sending since the run began. */
    public long sentNanos(int row) {
        return sentNanos[row];
    }

    public PingState state(int row) {
        return STATES[facts[row]];
    }

    /** RTT of the first reply, on time or late; {@link #NO_RTT} without any. */
    public long rttNanos(int row) {
        return rttNanos[row];
    }

    private void grow() {
        int capacity = size * 2;
        sequences = Arrays.copyOf(sequences, capacity);
        sentNanos = Arrays.copyOf(sentNanos, capacity);
        rttNanos = Arrays.copyOf(rttNanos, capacity);
        facts = Arrays.copyOf(facts, capacity);
    }
}
