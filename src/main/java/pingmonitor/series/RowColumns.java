package pingmonitor.series;

import java.util.Arrays;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Reply;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/**
 * What charts and figures need of a run's rows, in columns, in order of sequence number. Grows; not thread-safe.
 */
public final class RowColumns {
    /** Stands for no RTT. */
    public static final long NO_RTT = -1;

    private static final PingState[] STATES = PingState.values();
    private static final LossLocation[] PLACES = LossLocation.values();
    private static final int FIRST_CAPACITY = 64;

    /** A byte of facts: the state, one more than the place of loss (0 for none), and two flags. */
    private static final int STATE_MASK = 0b111;

    private static final int PLACE_SHIFT = 3;
    private static final int HELD_UP = 1 << 6;
    private static final int VERIFIED = 1 << 7;

    private long[] sequences = new long[FIRST_CAPACITY];
    private long[] sentNanos = new long[FIRST_CAPACITY];
    private long[] rttNanos = new long[FIRST_CAPACITY];
    private byte[] facts = new byte[FIRST_CAPACITY];
    private int[] duplicates = new int[FIRST_CAPACITY];
    private int size;

    /** Empties it; what it holds in memory stays for what comes. */
    public void clear() {
        size = 0;
    }

    /**
     * Adds a row behind the last: of a ping that was not held up, with a reply that is verified if there is one,
     * without duplicates or a known place of loss.
     *
     * @param rttNanos of its first reply, on time or late; {@link #NO_RTT} without any
     */
    public void add(long sequence, long sentNanos, PingState state, long rttNanos) {
        add(sequence, sentNanos, state, rttNanos, Optional.empty(), false, rttNanos != NO_RTT, 0);
    }

    /** Adds a row behind the last. */
    public void add(PingRow row) {
        add(
                row.sequence(),
                row.sentNanos(),
                row.state(),
                row.rttNanos().orElse(NO_RTT),
                row.lostWhere(),
                row.heldUpNanos().isPresent(),
                row.reply().filter(Reply::verified).isPresent(),
                row.duplicates());
    }

    /**
     * Adds a row behind the last.
     *
     * @param sequence higher than the last
     * @param sentNanos time of the sending since the run began
     * @param rttNanos of its first reply, on time or late; {@link #NO_RTT} without any
     * @param lostWhere where it was lost, if that is known
     * @param heldUp whether its time is in doubt because this machine could not attend to it
     * @param verified whether its first reply named the ping; false without a reply
     * @param duplicates number of further replies
     */
    public void add(
            long sequence,
            long sentNanos,
            PingState state,
            long rttNanos,
            Optional<LossLocation> lostWhere,
            boolean heldUp,
            boolean verified,
            int duplicates) {
        if (size == sequences.length) {
            grow();
        }
        this.sequences[size] = sequence;
        this.sentNanos[size] = sentNanos;
        this.rttNanos[size] = rttNanos;
        this.duplicates[size] = duplicates;
        int place = lostWhere.isPresent() ? lostWhere.get().ordinal() + 1 : 0;
        this.facts[size++] =
                (byte)
                        (state.ordinal()
                                | place << PLACE_SHIFT
                                | (heldUp ? HELD_UP : 0)
                                | (verified ? VERIFIED : 0));
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
        return STATES[facts[row] & STATE_MASK];
    }

    /** RTT of the first reply, on time or late; {@link #NO_RTT} without any. */
    public long rttNanos(int row) {
        return rttNanos[row];
    }

    /** Where the ping was lost, if that is known. */
    public Optional<LossLocation> lostWhere(int row) {
        int place = facts[row] >> PLACE_SHIFT & STATE_MASK;
        return place == 0 ? Optional.empty() : Optional.of(PLACES[place - 1]);
    }

    /** Whether the ping's time is in doubt because this machine could not attend to it. */
    public boolean heldUp(int row) {
        return (facts[row] & HELD_UP) != 0;
    }

    /** Whether the first reply named the ping; false without a reply. */
    public boolean verified(int row) {
        return (facts[row] & VERIFIED) != 0;
    }

    /** Number of further replies. */
    public int duplicates(int row) {
        return duplicates[row];
    }

    /** The first row with that number or a higher one; the size without any. */
    public int indexOf(long sequence) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sequences[middle] < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void grow() {
        int capacity = size * 2;
        sequences = Arrays.copyOf(sequences, capacity);
        sentNanos = Arrays.copyOf(sentNanos, capacity);
        rttNanos = Arrays.copyOf(rttNanos, capacity);
        facts = Arrays.copyOf(facts, capacity);
        duplicates = Arrays.copyOf(duplicates, capacity);
    }
}
