package pingmonitor.series;

import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.LossLocations;
import pingmonitor.session.PingCounts;
import pingmonitor.session.PingState;
import pingmonitor.session.StretchFigures;

/**
 * Figures of consecutive pings that can be added up: the sum of two is what it would be of all their rows. Exact but
 * for {@link #percentileNanos} and {@link #forEachBucket}. Does not change.
 */
public final class StretchSummary implements PingCounts {
    /** Number of pings of a segment, of which kept runs have the figures beside the rows. */
    public static final int SEGMENT_PINGS = 1 << 14;

    /** What {@link #percentileNanos} gives is off by this share of itself at most. */
    public static final double MAX_RELATIVE_ERROR = RttHistogram.MAX_RELATIVE_ERROR;

    private final SummarySums sums;

    StretchSummary(SummarySums sums) {
        this.sums = sums;
    }

    /** Of all rows. */
    public static StretchSummary of(RowColumns rows) {
        SummarySums sums = new SummarySums();
        sums.add(rows, 0, rows.size());
        return new StretchSummary(sums);
    }

    /**
     * Reads what {@link #encode} made at the buffer's position, and moves the position behind it.
     *
     * @throws IllegalArgumentException if the bytes are cut off, damaged or of another version; the position stays
     */
    public static StretchSummary decode(ByteBuffer from) {
        return new StretchSummary(SummaryCodec.decode(from));
    }

    /** Its bytes with a version, their length and a checksum; of a segment mostly 0.2 to 0.9 KB. */
    public byte[] encode() {
        return SummaryCodec.encode(sums);
    }

    /**
     * Adds the figures of the pings that follow.
     *
     * @throws IllegalArgumentException if its pings do not have higher numbers
     */
    public StretchSummary plus(StretchSummary next) {
        SummarySums both = new SummarySums();
        both.add(sums);
        both.add(next.sums);
        return new StretchSummary(both);
    }

    /** What it has in common with the figures that are made from rows alone. */
    public StretchFigures figures() {
        RttMoments moments = sums.moments;
        return new StretchFigures(
                sums.firstSequence,
                sums.lastSequence,
                sent(),
                received(),
                timedOut(),
                late(),
                unreachable(),
                cancelled(),
                inFlight(),
                sendFailed(),
                sums.heldUp,
                sums.duplicates,
                sums.unverified,
                hasRtts() ? OptionalLong.of(moments.minNanos()) : OptionalLong.empty(),
                hasRtts() ? OptionalDouble.of(moments.mean()) : OptionalDouble.empty(),
                hasRtts() ? OptionalLong.of(moments.maxNanos()) : OptionalLong.empty(),
                moments.count() > 1
                        ? OptionalDouble.of(Math.sqrt(moments.squares() / (moments.count() - 1)))
                        : OptionalDouble.empty(),
                moments.pairs() > 0
                        ? OptionalDouble.of(moments.meanAbsIpdv())
                        : OptionalDouble.empty(),
                lossPlaces());
    }

    /** Pings that left this machine. */
    public long sent() {
        return received() + lost() + cancelled() + inFlight();
    }

    @Override
    public long received() {
        return count(PingState.REPLIED);
    }

    @Override
    public long timedOut() {
        return count(PingState.TIMED_OUT);
    }

    @Override
    public long late() {
        return count(PingState.LATE);
    }

    @Override
    public long unreachable() {
        return count(PingState.UNREACHABLE);
    }

    @Override
    public long cancelled() {
        return count(PingState.CANCELLED);
    }

    @Override
    public long sendFailed() {
        return count(PingState.SEND_FAILED);
    }

    /** Pings under way. */
    public long inFlight() {
        return count(PingState.WAITING);
    }

    /** When the first ping was sent, since the run began; empty without any. */
    public OptionalLong firstSentNanos() {
        return sums.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sums.firstSentNanos);
    }

    /** When the last ping was sent, since the run began; empty without any. */
    public OptionalLong lastSentNanos() {
        return sums.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sums.lastSentNanos);
    }

    /**
     * A percentile of the RTTs on time, by nearest rank, off by {@link #MAX_RELATIVE_ERROR} of itself at most; empty
     * without any.
     *
     * @param percent above 0, to 100
     */
    public OptionalLong percentileNanos(double percent) {
        if (!hasRtts()) {
            return OptionalLong.empty();
        }
        long middle = sums.histogram.percentileNanos(percent);
        return OptionalLong.of(
                Math.max(sums.moments.minNanos(), Math.min(sums.moments.maxNanos(), middle)));
    }

    /**
     * Hands over the buckets of RTTs on time, which are narrower than 1/128 of the RTTs in them, the smallest first.
     */
    public void forEachBucket(RttBucketConsumer consumer) {
        sums.histogram.forEachBucket(consumer);
    }

    /**
     * The loss periods (RFC 3357): number of runs of lost pings by their length in pings. A run at an end of the
     * stretch is as long as it is within. Pings under way, cancelled or never sent and skipped numbers neither end a
     * run nor belong to it.
     */
    public SortedMap<Long, Long> lossRunsByLength() {
        return sums.lossRuns.byLength();
    }

    SummarySums sums() {
        return sums;
    }

    private LossLocations lossPlaces() {
        return new LossLocations(
                lostAt(LossLocation.FORWARD_PATH),
                lostAt(LossLocation.SERVER),
                lostAt(LossLocation.LIMITED),
                lostAt(LossLocation.RETURN_PATH));
    }

    private boolean hasRtts() {
        return sums.moments.count() > 0;
    }

    private long lostAt(LossLocation place) {
        return sums.lostWhere[place.ordinal()];
    }

    private long count(PingState state) {
        return sums.byState[state.ordinal()];
    }
}
