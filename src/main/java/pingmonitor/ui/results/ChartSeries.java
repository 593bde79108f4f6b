package pingmonitor.ui.results;

import java.util.Arrays;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/**
 * The pings of a run in the form that the chart draws: six bytes a ping, and a sum for every {@value #BLOCK} pings, so
 * that a million pings can be summed up into pixel columns at each pulse.
 */
final class ChartSeries {
    static final int BLOCK = 256;

    private static final PingState[] STATES = PingState.values();
    private static final LossLocation[] PLACES = LossLocation.values();
    private static final float NANOS_PER_MILLI = 1e6f;

    private byte[] states = new byte[BLOCK];
    private float[] millis = new float[BLOCK];

    /** Where each ping was lost, from 1; 0 where that is not known. */
    private byte[] places = new byte[BLOCK];

    private Block[] blocks = {new Block()};
    private int size;

    /** Number of pings. */
    int size() {
        return size;
    }

    /** Adds a ping or updates it. */
    void put(PingRow row) {
        int index = Math.toIntExact(row.sequence() - 1);
        makeRoom(index);
        Block block = blocks[index / BLOCK];
        if (index < size) {
            block.count(STATES[states[index]], -1);
        } else {
            size = index + 1;
        }
        states[index] = (byte) row.state().ordinal();
        places[index] =
                (byte) row.lostWhere().map(where -> where.ordinal() + 1).orElse(0).intValue();
        millis[index] =
                row.rttNanos().isPresent() ? row.rttNanos().getAsLong() / NANOS_PER_MILLI : 0;
        block.count(row.state(), 1);
        block.include(row.state(), millis[index]);
    }

    /** Where a ping stands; the first has sequence 1. */
    PingState state(int sequence) {
        return STATES[states[sequence - 1]];
    }

    /** Where a ping was lost, as far as that is known. */
    Optional<LossLocation> place(int sequence) {
        int place = places[sequence - 1];
        return place == 0 ? Optional.empty() : Optional.of(PLACES[place - 1]);
    }

    /** RTT of a ping in milliseconds; 0 where it has none. */
    float millis(int sequence) {
        return millis[sequence - 1];
    }

    /** Whether there is such a ping and its reply came in time. */
    boolean answered(int sequence) {
        return sequence >= 1 && sequence <= size && state(sequence) == PingState.REPLIED;
    }

    /** The sum of the pings from {@code first} to {@code last}, both included, as far as they exist. */
    Summary summary(int first, int last) {
        Block sum = new Block();
        int end = Math.min(last, size);
        int index = Math.max(first, 1) - 1;
        while (index < end) {
            if (index % BLOCK == 0 && index + BLOCK <= end) {
                sum.include(blocks[index / BLOCK]);
                index += BLOCK;
            } else {
                sum.count(STATES[states[index]], 1);
                sum.include(STATES[states[index]], millis[index]);
                index++;
            }
        }
        return sum.summary();
    }

    private void makeRoom(int index) {
        if (index < states.length) {
            return;
        }
        int room = Math.max(states.length * 2, (index / BLOCK + 1) * BLOCK);
        int oldBlocks = blocks.length;
        states = Arrays.copyOf(states, room);
        millis = Arrays.copyOf(millis, room);
        places = Arrays.copyOf(places, room);
        blocks = Arrays.copyOf(blocks, room / BLOCK);
        for (int i = oldBlocks; i < blocks.length; i++) {
            blocks[i] = new Block();
        }
    }

    /**
     * Sum of several pings.
     *
     * @param answered on time; {@code low} and {@code high} mean something only if there are any
     * @param low smallest RTT on time, in milliseconds
     * @param high largest RTT on time, in milliseconds
     * @param timedOut lost without a reply
     * @param late lost, the reply came after that
     * @param unreachable lost, the network said so
     * @param lateHigh largest late RTT in milliseconds, 0 without one
     */
    record Summary(
            int answered,
            float low,
            float high,
            int timedOut,
            int late,
            int unreachable,
            float lateHigh) {

        /** Pings without a reply on time. */
        int lost() {
            return timedOut + late + unreachable;
        }
    }

    /** A sum that can grow. Minimum and maximum never have to be taken back, since a reply stays a reply. */
    private static final class Block {
        private final int[] counts = new int[STATES.length];
        private float low = Float.POSITIVE_INFINITY;
        private float high;
        private float lateHigh;

        void count(PingState state, int by) {
            counts[state.ordinal()] += by;
        }

        void include(PingState state, float rtt) {
            if (state == PingState.REPLIED) {
                low = Math.min(low, rtt);
                high = Math.max(high, rtt);
            } else if (state == PingState.LATE) {
                lateHigh = Math.max(lateHigh, rtt);
            }
        }

        void include(Block other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            low = Math.min(low, other.low);
            high = Math.max(high, other.high);
            lateHigh = Math.max(lateHigh, other.lateHigh);
        }

        Summary summary() {
            return new Summary(
                    counts[PingState.REPLIED.ordinal()],
                    low,
                    high,
                    counts[PingState.TIMED_OUT.ordinal()],
                    counts[PingState.LATE.ordinal()],
                    counts[PingState.UNREACHABLE.ordinal()],
                    lateHigh);
        }
    }
}
