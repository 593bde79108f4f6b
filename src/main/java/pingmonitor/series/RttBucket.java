package pingmonitor.series;

/**
 * A bucket of a histogram of RTTs.
 *
 * @param fromNanos its lower edge
 * @param toNanos its upper edge, which belongs to the next bucket
 * @param count how many RTTs are in it
 */
public record RttBucket(long fromNanos, long toNanos, long count) {}
