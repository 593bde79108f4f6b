package pingmonitor.series;

import pingmonitor.ping.LossLocation;
import pingmonitor.session.PingState;

/** The sums of a stretch of pings, which grow with every row or stretch behind it. Not thread-safe. */
final class SummarySums {
    /** The numbers of the first and the last row; 0 without any. */
    long firstSequence;

    long lastSequence;

    /** When those two were sent, since the run began; 0 without any. */
    long firstSentNanos;

    long lastSentNanos;

    /** RTTs of those two if they were answered on time; else {@link RowColumns#NO_RTT}. */
    long firstRttNanos = RowColumns.NO_RTT;

    long lastRttNanos = RowColumns.NO_RTT;

    /** By {@link PingState}. */
    final long[] byState = new long[PingState.values().length];

    /** By {@link LossLocation}. */
    final long[] lostWhere = new long[LossLocation.values().length];

    long heldUp;
    long duplicates;
    long unverified;
    final RttMoments moments;
    final RttHistogram histogram;
    final LossRuns lossRuns;

    SummarySums() {
        this(new RttMoments(), new RttHistogram(), new LossRuns());
    }

    SummarySums(RttMoments moments, RttHistogram histogram, LossRuns lossRuns) {
        this.moments = moments;
        this.histogram = histogram;
        this.lossRuns = lossRuns;
    }

    boolean isEmpty() {
        return lastSequence == 0;
    }

    /** Adds rows from index {@code from} (inclusive) to {@code to} (exclusive). */
    void add(RowColumns rows, int from, int to) {
        for (int row = from; row < to; row++) {
            add(rows, row);
        }
    }

    private void add(RowColumns rows, int row) {
        long sequence = rows.sequence(row);
        PingState state = rows.state(row);
        byState[state.ordinal()]++;
        rows.lostWhere(row).ifPresent(place -> lostWhere[place.ordinal()]++);
        heldUp += rows.heldUp(row) ? 1 : 0;
        duplicates += rows.duplicates(row);
        long rtt = state == PingState.REPLIED ? rows.rttNanos(row) : RowColumns.NO_RTT;
        if (state == PingState.REPLIED) {
            unverified += rows.verified(row) ? 0 : 1;
            moments.add(rtt);
            histogram.add(rtt);
            lossRuns.addOnTime();
        } else if (state.lost()) {
            lossRuns.addLost();
        }
        append(sequence, rows.sentNanos(row), rtt, sequence, rows.sentNanos(row), rtt);
    }

    /** Adds the sums of the stretch that follows. */
    void add(SummarySums next) {
        if (next.isEmpty()) {
            return;
        }
        for (int state = 0; state < byState.length; state++) {
            byState[state] += next.byState[state];
        }
        for (int place = 0; place < lostWhere.length; place++) {
            lostWhere[place] += next.lostWhere[place];
        }
        heldUp += next.heldUp;
        duplicates += next.duplicates;
        unverified += next.unverified;
        moments.add(next.moments);
        histogram.add(next.histogram);
        lossRuns.add(next.lossRuns);
        append(
                next.firstSequence,
                next.firstSentNanos,
                next.firstRttNanos,
                next.lastSequence,
                next.lastSentNanos,
                next.lastRttNanos);
    }

    private void append(
            long sequence,
            long sentNanos,
            long rttNanos,
            long newLast,
            long newLastSentNanos,
            long newLastRttNanos) {
        if (isEmpty()) {
            firstSequence = sequence;
            firstSentNanos = sentNanos;
            firstRttNanos = rttNanos;
        } else if (sequence <= lastSequence) {
            throw new IllegalArgumentException("ping " + sequence + " after " + lastSequence);
        } else if (sequence == lastSequence + 1
                && rttNanos != RowColumns.NO_RTT
                && lastRttNanos != RowColumns.NO_RTT) {
            moments.addNeighbours(lastRttNanos, rttNanos);
        }
        lastSequence = newLast;
        lastSentNanos = newLastSentNanos;
        lastRttNanos = newLastRttNanos;
    }
}
