package pingmonitor.cli;

import java.util.concurrent.TimeUnit;

/**
 * How many lines of a flood are printed: many at first, then so many a second. Nobody reads more, and making them would
 * take from the server the time to answer.
 */
final class LineBudget {
    /** Three times what a class of 60 makes with 10 pings a second each. */
    static final int A_SECOND = 2_000;

    static final int AT_FIRST = 20_000;

    private double left = AT_FIRST;
    private long filledNanos;
    private boolean open = true;

    LineBudget(long nowNanos) {
        filledNanos = nowNanos;
    }

    /** Whether a line may be printed now. */
    boolean take(long nowNanos) {
        double seconds = (nowNanos - filledNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        filledNanos = nowNanos;
        left = Math.min(AT_FIRST, left + seconds * A_SECOND);
        // Not one by one, but a second's worth at once: the flood is then seen in pieces, and not a
        // gap after every line.
        open = left >= (open ? 1 : A_SECOND);
        if (open) {
            left--;
        }
        return open;
    }
}
