package pingmonitor.series;

import java.util.Optional;
import java.util.Random;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.PingState;

/** Draws rows as runs have them: skipped numbers, sleeps, bursts of losses, spikes, every state. */
final class RandomRows {
    private static final long MILLI = 1_000_000;
    private static final int MAX_RTT_NANOS = 30_000_000;
    private static final PingState[] RARE = {
        PingState.WAITING, PingState.CANCELLED, PingState.SEND_FAILED
    };
    private static final PingState[] LOST = {
        PingState.TIMED_OUT, PingState.LATE, PingState.UNREACHABLE
    };

    private final Random random;
    private final double lossEnds;
    private final double lossBegins;
    private final double skips;
    private final double sleeps;
    private long sequence;
    private long sentNanos;
    private boolean losing;

    RandomRows(Random random) {
        this.random = random;
        this.lossBegins = random.nextDouble() * random.nextDouble();
        this.lossEnds = random.nextDouble();
        this.skips = random.nextInt(3) == 0 ? random.nextDouble() / 2 : 0;
        this.sleeps = random.nextInt(2) == 0 ? 0.02 : 0;
    }

    /** Rows that follow those drawn before. */
    RowColumns next(int count) {
        RowColumns rows = new RowColumns();
        for (int row = 0; row < count; row++) {
            add(rows);
        }
        return rows;
    }

    private void add(RowColumns rows) {
        sequence += 1 + (random.nextDouble() < skips ? random.nextInt(40) : 0);
        sentNanos += (long) (MILLI * (1 + random.nextDouble()));
        if (random.nextDouble() < sleeps) {
            sentNanos += random.nextInt(10_000) * MILLI;
        }
        losing = losing ? random.nextDouble() >= lossEnds : random.nextDouble() < lossBegins;
        PingState state = losing ? LOST[random.nextInt(LOST.length)] : PingState.REPLIED;
        if (random.nextInt(20) == 0) {
            state = RARE[random.nextInt(RARE.length)];
        }
        boolean replied = state == PingState.REPLIED || state == PingState.LATE;
        rows.add(
                sequence,
                sentNanos,
                state,
                replied ? rtt() : RowColumns.NO_RTT,
                state == PingState.TIMED_OUT ? place() : Optional.empty(),
                random.nextInt(5) == 0,
                replied && random.nextBoolean(),
                replied ? Math.max(0, random.nextInt(8) - 5) : 0);
    }

    private long rtt() {
        return random.nextInt(100) == 0
                ? 3_600_000 * MILLI - random.nextInt(MAX_RTT_NANOS)
                : random.nextInt(MAX_RTT_NANOS);
    }

    private Optional<LossLocation> place() {
        LossLocation place = LossLocation.values()[random.nextInt(LossLocation.values().length)];
        return Optional.of(place).filter(each -> each != LossLocation.ANSWERED);
    }

    /** A part of rows as rows of their own. */
    static RowColumns part(RowColumns rows, int from, int to) {
        RowColumns part = new RowColumns();
        for (int row = from; row < to; row++) {
            part.add(
                    rows.sequence(row),
                    rows.sentNanos(row),
                    rows.state(row),
                    rows.rttNanos(row),
                    rows.lostWhere(row),
                    rows.heldUp(row),
                    rows.verified(row),
                    rows.duplicates(row));
        }
        return part;
    }
}
