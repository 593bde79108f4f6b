package pingmonitor.ping.delay;

/**
 * The latest periods in which this machine could not attend to a run. A ping is compared with them when it is settled:
 * until then nobody knows how much of its time they are. Not safe for threads.
 */
public final class LocalDelayLog {
    /** Number of periods kept; beyond that the oldest is forgotten. */
    static final int MAX_PERIODS = 256;

    private final long[] fromNanos = new long[MAX_PERIODS];
    private final long[] untilNanos = new long[MAX_PERIODS];
    private int size;
    private int next;

    /** Notes a period that is just over. */
    public void add(long from, long until) {
        fromNanos[next] = from;
        untilNanos[next] = until;
        next = (next + 1) % MAX_PERIODS;
        size = Math.min(size + 1, MAX_PERIODS);
    }

    /** The longest overlap, in nanoseconds, of a ping's time with one of the periods; 0 without any. */
    public long longestNanos(long sentNanos, long settledNanos) {
        long longest = 0;
        for (int i = 0; i < size; i++) {
            longest =
                    Math.max(
                            longest,
                            overlapNanos(sentNanos, settledNanos, fromNanos[i], untilNanos[i]));
        }
        return longest;
    }

    /** How long two periods overlap; negative if they do not. */
    public static long overlapNanos(long oneFrom, long oneUntil, long otherFrom, long otherUntil) {
        long until = oneUntil - otherUntil > 0 ? otherUntil : oneUntil;
        return until - (oneFrom - otherFrom > 0 ? oneFrom : otherFrom);
    }
}
