package pingmonitor.echo;

import java.util.OptionalLong;

/**
 * Whether a client's next datagrams come right behind its stray replies of one kind. A client that takes such a reply
 * for an answer sends its next ping at once; one that sends at a rate of its own does so by chance now and then.
 */
final class StrayReply {
    /** A client that waits for a timeout or pauses is slower than this. */
    static final long SOON_NANOS = 5_000_000;

    /** With this time between the pings, one in twenty comes so soon after a stray reply by chance. */
    static final long SELDOM_NANOS = 20 * SOON_NANOS;

    private long leftNanos;
    private boolean open;
    private int chances;
    private int hits;
    private boolean told;

    /** A stray reply left. */
    void left(long nowNanos) {
        leftNanos = nowNanos;
        open = true;
    }

    /**
     * The client's next datagram came.
     *
     * @param sinceLastNanos since the one before
     * @return the time since the reply, the first time that it is worth a hint
     */
    OptionalLong next(long nowNanos, long sinceLastNanos) {
        if (!open || told) {
            return OptionalLong.empty();
        }
        open = false;
        chances++;
        long gapNanos = nowNanos - leftNanos;
        if (gapNanos < 0 || gapNanos > SOON_NANOS) {
            return OptionalLong.empty();
        }
        hits++;
        told = sinceLastNanos >= SELDOM_NANOS || hits >= 2 && 2 * hits >= chances;
        return told ? OptionalLong.of(gapNanos) : OptionalLong.empty();
    }
}
