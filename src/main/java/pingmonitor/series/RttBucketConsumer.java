package pingmonitor.series;

/** Takes the buckets of a histogram of RTTs, one after the other. */
@FunctionalInterface
public interface RttBucketConsumer {
    /**
     * Takes a bucket.
     *
     * @param fromNanos its smallest RTT
     * @param toNanos its largest
     * @param count how many RTTs are in it, 1 or more
     */
    void accept(long fromNanos, long toNanos, long count);
}
