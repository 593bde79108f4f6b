package pingmonitor.series;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import pingmonitor.session.StretchFigures;

/**
 * The figures of any stretch of a run. All are exact, but the percentiles of more than {@link #MAX_EXACT_PINGS} pings,
 * which are off by {@link StretchSummary#MAX_RELATIVE_ERROR} of themselves at most, and the distribution.
 *
 * @param figures counts, loss with its interval, mean, deviation, IPDV
 * @param percentiles of the RTTs of the replies on time; empty without any
 * @param areExact whether the percentiles are exact
 * @param jitterNanos J += (|D| − J)/16 on RTT, in order of arrival (RFC 3550, 6.4.1), at the end of the stretch; empty
 *     with fewer than two replies on time. Of more than {@link #MAX_EXACT_PINGS} pings it is made from the last replies
 *     alone, 1,024 or more, and empty if the last 32,768 pings do not have so many
 * @param distribution of those RTTs
 * @param lossRunsByLength the loss periods (RFC 3357), as {@link StretchSummary#lossRunsByLength} counts them
 */
public record StretchStatistics(
        StretchFigures figures,
        Optional<RttPercentiles> percentiles,
        boolean areExact,
        OptionalDouble jitterNanos,
        RttDistribution distribution,
        SortedMap<Long, Long> lossRunsByLength) {

    /** Up to so many pings percentiles are made from the rows. */
    public static final long MAX_EXACT_PINGS = 1_000_000;

    /** Of the whole run. */
    public static StretchStatistics ofWhole(SeriesSource source) {
        return of(source, 1, Long.MAX_VALUE);
    }

    /**
     * Of the pings that were sent from one moment to before another.
     *
     * @param fromNanos time since the run began
     */
    public static StretchStatistics ofTime(SeriesSource source, long fromNanos, long untilNanos) {
        return of(source, source.sequenceAt(fromNanos), source.sequenceAt(untilNanos) - 1);
    }

    /** Of the last pings of the run; of all if there are not so many. */
    public static StretchStatistics ofLast(SeriesSource source, long pings) {
        return of(source, StretchScan.firstOfLast(source, pings), Long.MAX_VALUE);
    }

    /** Of the pings from one number to another, both included. */
    public static StretchStatistics of(SeriesSource source, long first, long last) {
        return new StretchScan(source, Math.max(1, first), Math.min(last, source.lastSequence()))
                .statistics();
    }
}
