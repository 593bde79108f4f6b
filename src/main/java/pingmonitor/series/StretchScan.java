package pingmonitor.series;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import pingmonitor.session.PingState;

/**
 * Reads a stretch of a run for its figures: all rows, or of a long stretch the figures of its whole segments and the
 * rows at both ends. Never has more rows in memory than a segment.
 */
final class StretchScan {
    private static final int SEGMENT = StretchSummary.SEGMENT_PINGS;

    /** The level whose nodes have as many pings as a segment. */
    private static final int SEGMENT_LEVEL = 6;

    /** Of a long stretch the jitter is made from so many pings at most. */
    private static final int JITTER_PINGS = 2 * SEGMENT;

    private static final int JITTER_PORTION = 1 << 11;

    private final SeriesSource source;
    private final long first;
    private final long last;
    private final boolean isExact;
    private final SummarySums sums = new SummarySums();
    private final LatestArrivals arrivals = new LatestArrivals();
    private long[] rtts = new long[SEGMENT];
    private int rttCount;

    /**
     * @param first number of the first ping
     * @param last number of the last, of which the run has a row
     */
    StretchScan(SeriesSource source, long first, long last) {
        this.source = source;
        this.first = first;
        this.last = last;
        this.isExact = last - first < StretchStatistics.MAX_EXACT_PINGS;
    }

    /** The first number of the last rows of a run, so many or all. */
    static long firstOfLast(SeriesSource source, long pings) {
        long left = pings;
        for (long node = Pyramid.nodeOf(SEGMENT_LEVEL, source.lastSequence()); node >= 0; node--) {
            NodeColumns nodes = source.nodes(SEGMENT_LEVEL, node, node + 1);
            long inNode = (long) nodes.onTime(0) + nodes.lost(0) + nodes.other(0);
            if (inNode >= left) {
                long from = Pyramid.firstSequence(SEGMENT_LEVEL, node);
                RowColumns rows = source.rows(from, from + SEGMENT - 1);
                int row = (int) Math.max(0, rows.size() - left);
                return row < rows.size() ? rows.sequence(row) : from + SEGMENT;
            }
            left -= inNode;
        }
        return 1;
    }

    StretchStatistics statistics() {
        if (isExact) {
            addRows(first, last);
        } else {
            addSegments();
            addLatestArrivals();
        }
        StretchSummary summary = new StretchSummary(sums);
        boolean hasJitter = isExact || arrivals.isEnough();
        return new StretchStatistics(
                summary.figures(),
                percentiles(summary),
                isExact,
                hasJitter ? arrivals.jitterNanos() : OptionalDouble.empty(),
                new RttDistribution(summary),
                summary.lossRunsByLength());
    }

    private Optional<RttPercentiles> percentiles(StretchSummary summary) {
        if (summary.received() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                isExact ? RttPercentiles.of(rtts, rttCount) : RttPercentiles.of(summary));
    }

    private void addSegments() {
        long firstWhole = (first - 1 + SEGMENT - 1) / SEGMENT;
        long endWhole = last / SEGMENT;
        addRows(first, firstWhole * SEGMENT);
        for (long segment = firstWhole; segment < endWhole; segment++) {
            Optional<StretchSummary> kept = source.segment(segment);
            if (kept.isPresent()) {
                sums.add(kept.get().sums());
            } else {
                addRows(segment * SEGMENT + 1, (segment + 1) * SEGMENT);
            }
        }
        addRows(endWhole * SEGMENT + 1, last);
    }

    /** From behind, as far as is needed for the jitter. */
    private void addLatestArrivals() {
        long end = last - JITTER_PINGS;
        for (long to = last; to > end && !arrivals.isEnough(); to -= JITTER_PORTION) {
            RowColumns rows = source.rows(to - JITTER_PORTION + 1, to);
            arrivals.add(rows, 0, rows.size());
        }
    }

    private void addRows(long from, long to) {
        for (long start = from; start <= to; start += SEGMENT) {
            RowColumns rows = source.rows(start, Math.min(to, start + SEGMENT - 1));
            sums.add(rows, 0, rows.size());
            if (isExact) {
                addRtts(rows);
                arrivals.add(rows, 0, rows.size());
            }
        }
    }

    private void addRtts(RowColumns rows) {
        if (rttCount + rows.size() > rtts.length) {
            rtts = Arrays.copyOf(rtts, Math.max(rtts.length * 2, rttCount + rows.size()));
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.state(row) == PingState.REPLIED) {
                rtts[rttCount++] = rows.rttNanos(row);
            }
        }
    }
}
