package pingmonitor.router;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When an answer must be there. Whoever waits does it in short pieces, so that a cancellation is noticed soon.
 *
 * @param nanoTime the clock
 * @param atNanos on that clock
 * @param calledOff whether the answer is not wanted any more
 */
record Deadline(LongSupplier nanoTime, long atNanos, BooleanSupplier calledOff) {
    private static final int MAX_PIECE_MILLIS = 100;

    /** The deadline that lies so far in the future. */
    static Deadline in(LongSupplier nanoTime, long nanos, BooleanSupplier calledOff) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + nanos, calledOff);
    }

    boolean isPassed() {
        return leftNanos() <= 0;
    }

    /** 0 or less when it is over. */
    long leftNanos() {
        return calledOff.getAsBoolean() ? 0 : atNanos - nanoTime.getAsLong();
    }

    /** The next piece to wait, 1 to 100 ms. */
    int pieceMillis() {
        long left = TimeUnit.NANOSECONDS.toMillis(leftNanos());
        return (int) Math.max(1, Math.min(MAX_PIECE_MILLIS, left));
    }

    /** An earlier one: a share of the time that is left. */
    Deadline share(int part, int of) {
        return Deadline.in(nanoTime, Math.max(0, leftNanos()) / of * part, calledOff);
    }

    /** An earlier one: this time from now, but no longer than the time that is left. */
    Deadline within(long nanos) {
        return Deadline.in(nanoTime, Math.min(nanos, Math.max(0, leftNanos())), calledOff);
    }
}
