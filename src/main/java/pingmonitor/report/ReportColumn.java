package pingmonitor.report;

/**
 * One of the columns of a chart, all of the same width in time. Without a reply on time its RTTs are 0.
 *
 * @param sent pings that were sent in its time, and are settled
 * @param lost those of them that were lost
 * @param minNanos smallest RTT of the replies on time
 * @param medianNanos about the median of them
 * @param maxNanos largest of them
 */
public record ReportColumn(long sent, long lost, long minNanos, long medianNanos, long maxNanos) {
    /** One in which nothing was sent. */
    public static final ReportColumn EMPTY = new ReportColumn(0, 0, 0, 0, 0);

    /** Whether a reply came on time. */
    public boolean hasReply() {
        return sent > lost;
    }

    /** Lost share, 0 to 1. */
    public double loss() {
        return sent == 0 ? 0 : (double) lost / sent;
    }
}
