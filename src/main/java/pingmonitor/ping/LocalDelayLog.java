package pingmonitor.ping;

/**
 * The latest times in which this machine could not attend to a run. A ping is judged by them when its time is known: until
 * then nobody can say how much of it they are.
 */
final class LocalDelayLog {
    /** So many are remembered; on a machine that is held up more often, pings long under way are judged by the latest. */
    static final int MOST = 256;

    private final long[] fromNanos = new long[MOST];
    private final long[] untilNanos = new long[MOST];
    private int size;
    private int next;

    /** Notes one that is just over. */
    void add(long from, long until) {
        fromNanos[next] = from;
        untilNanos[next] = until;
        next = (next + 1) % MOST;
        size = Math.min(size + 1, MOST);
    }

    /** The longest time a ping was under way in one of them, in nanoseconds; 0 if it was in none. */
    long longestNanos(InFlightPing settled) {
        long longest = 0;
        for (int i = 0; i < size; i++) {
            longest = Math.max(longest, settled.underWayNanos(fromNanos[i], untilNanos[i]));
        }
        return longest;
    }
}
