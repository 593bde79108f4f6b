package pingmonitor.session;

import java.nio.ByteBuffer;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.ReplyMatch;

/**
 * All that the figures of a run are made from, at one moment, so that a session can go on from there. Opaque: only
 * {@link RunningStatistics} knows what the numbers mean. The form on disk is part of the run file's format.
 */
public final class StatisticsState {
    /** Room for places of loss and kinds of match that are to come. */
    private static final int PLACES = 8;

    private static final int MATCHES = 16;
    private static final int COUNTS = 24;
    private static final int MEANS = 4;

    /** Length on disk. */
    public static final int BYTES = (COUNTS + PLACES + MATCHES + MEANS) * Long.BYTES;

    final long[] counts = new long[COUNTS];
    final long[] lostWhere = new long[PLACES];
    final long[] matches = new long[MATCHES];
    final double[] means = new double[MEANS];

    StatisticsState() {}

    /** Of a run in which nothing happened yet. */
    public static StatisticsState initial() {
        return new RunningStatistics().state();
    }

    /** Writes {@link #BYTES} bytes. */
    public void write(ByteBuffer to) {
        for (long[] each : new long[][] {counts, lostWhere, matches}) {
            for (long number : each) {
                to.putLong(number);
            }
        }
        for (double number : means) {
            to.putDouble(number);
        }
    }

    /** Reads {@link #BYTES} bytes. */
    public static StatisticsState read(ByteBuffer from) {
        StatisticsState state = new StatisticsState();
        for (long[] each : new long[][] {state.counts, state.lostWhere, state.matches}) {
            for (int i = 0; i < each.length; i++) {
                each[i] = from.getLong();
            }
        }
        for (int i = 0; i < MEANS; i++) {
            state.means[i] = from.getDouble();
        }
        return state;
    }

    /** The figures at that moment. */
    public Statistics figures() {
        return new RunningStatistics(this).now();
    }

    /** Makes it from counts by ordinal. */
    void put(long[] byLocation, long[] byMatch) {
        System.arraycopy(byLocation, 0, lostWhere, 0, LossLocation.values().length);
        System.arraycopy(byMatch, 0, matches, 0, ReplyMatch.values().length);
    }
}
