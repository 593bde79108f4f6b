package pingmonitor.series;

import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * How often which RTT came, in buckets that are narrower than 1/128 of the RTTs in them; below 256 ns a bucket for each
 * nanosecond. An RTT read back is off by 1/256 (0.4 %) of itself at most. Not thread-safe.
 */
final class RttHistogram {
    /** An RTT read back is off by this share of itself at most. */
    static final double MAX_RELATIVE_ERROR = 1.0 / 256;

    private static final int DIGITS = 2;

    /**
     * Of the form V2 of HdrHistogram: cookie, length of what follows the head, offset, digits, lowest, highest, ratio.
     */
    private static final int HEAD_BYTES = 40;

    private static final int AT_LENGTH = 4;
    private static final int AT_DIGITS = 12;
    private static final int AT_LOWEST = 16;
    private static final int AT_HIGHEST = 24;

    private final Histogram histogram;

    RttHistogram() {
        this(new Histogram(DIGITS));
    }

    private RttHistogram(Histogram histogram) {
        this.histogram = histogram;
        histogram.setAutoResize(true);
    }

    void add(long rttNanos) {
        histogram.recordValue(rttNanos);
    }

    void add(RttHistogram more) {
        histogram.add(more.histogram);
    }

    long count() {
        return histogram.getTotalCount();
    }

    /**
     * The RTT with a rank by nearest rank, in the middle of its bucket.
     *
     * @param percent above 0, to 100
     */
    long percentileNanos(double percent) {
        return histogram.medianEquivalentValue(histogram.getValueAtPercentile(percent));
    }

    /** Hands over all buckets with an RTT in them, the smallest first. */
    void forEachBucket(RttBucketConsumer consumer) {
        for (HistogramIterationValue bucket : histogram.recordedValues()) {
            long value = bucket.getValueIteratedTo();
            consumer.accept(
                    histogram.lowestEquivalentValue(value),
                    histogram.highestEquivalentValue(value),
                    bucket.getCountAtValueIteratedTo());
        }
    }

    /** Bytes that {@link #write} needs at most. */
    int maxBytes() {
        return histogram.getNeededByteBufferCapacity();
    }

    void write(ByteBuffer into) {
        histogram.encodeIntoByteBuffer(into);
    }

    /**
     * Reads one that ends where the buffer ends.
     *
     * @throws IllegalArgumentException if none can have been written so
     */
    static RttHistogram read(ByteBuffer from) {
        int at = from.position();
        boolean isOurs =
                from.remaining() >= HEAD_BYTES
                        && from.getInt(at + AT_LENGTH) == from.remaining() - HEAD_BYTES
                        && from.getInt(at + AT_DIGITS) == DIGITS
                        && from.getLong(at + AT_LOWEST) == 1
                        && from.getLong(at + AT_HIGHEST) > 1;
        if (!isOurs) {
            throw new IllegalArgumentException("not a histogram of RTTs");
        }
        try {
            return new RttHistogram(Histogram.decodeFromByteBuffer(from, 0));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a damaged histogram of RTTs", e);
        }
    }
}
