package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pingmonitor.session.PingState;

/** Against figures that are made from all rows at once. */
class StretchStatisticsTest {
    private static final int[] PER_MILLE = {500, 900, 950, 990, 999};

    @Test
    void figuresOfAnyStretchAreExact() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            RowColumns rows = new RandomRows(random).next(1 + random.nextInt(8_000));
            SeriesSource source = new MemorySeries(rows);
            for (int stretch = 0; stretch < 5; stretch++) {
                int from = random.nextInt(rows.size());
                int to = from + random.nextInt(rows.size() - from) + 1;
                StretchStatistics statistics =
                        StretchStatistics.of(source, rows.sequence(from), rows.sequence(to - 1));
                assertTrue(statistics.areExact());
                assertExact(RandomRows.part(rows, from, to), statistics);
            }
            assertExact(rows, StretchStatistics.ofWhole(source));
        }
    }

    @Test
    void aTimeHasThePingsThatWereSentInIt() {
        RowColumns rows = new RandomRows(new Random(4)).next(5_000);
        SeriesSource source = new MemorySeries(rows);
        StretchStatistics statistics =
                StretchStatistics.ofTime(source, rows.sentNanos(100), rows.sentNanos(3_000));

        assertExact(RandomRows.part(rows, 100, 3_000), statistics);
    }

    @Test
    void theLastPingsAreCountedByRowsAndNotByNumbers() {
        RowColumns rows = new RandomRows(new Random(6)).next(60_000);
        SeriesSource source = new MemorySeries(rows);
        for (int pings : new int[] {1, 5, 2_000, 17_000, 59_999, 60_000}) {
            RowColumns last = RandomRows.part(rows, rows.size() - pings, rows.size());
            assertExact(last, StretchStatistics.ofLast(source, pings));
        }
        assertExact(rows, StretchStatistics.ofLast(source, 1_000_000));
        assertExact(new RowColumns(), StretchStatistics.ofLast(source, 0));
    }

    @Test
    void aLongStretchIsExactButForPercentilesWithinTheirError() {
        int pings = (int) StretchStatistics.MAX_EXACT_PINGS + 300_000;
        RowColumns rows = new RandomRows(new Random(8)).next(pings);
        MemorySeries source = new MemorySeries(rows);
        int from = 5_000;
        int to = pings - 7_000;
        StretchStatistics statistics =
                StretchStatistics.of(source, rows.sequence(from), rows.sequence(to - 1));
        RowColumns stretch = RandomRows.part(rows, from, to);

        assertFalse(statistics.areExact());
        StretchSummaryTest.assertAbout(BatchFigures.of(stretch), statistics.figures());
        assertEquals(BatchFigures.lossRuns(stretch), statistics.lossRunsByLength());
        long[] exact = percentiles(stretch).orElseThrow();
        long[] about = values(statistics.percentiles().orElseThrow());
        for (int each = 0; each < exact.length; each++) {
            double error = exact[each] * StretchSummary.MAX_RELATIVE_ERROR;
            assertEquals(exact[each], about[each], error);
        }
        int most = 5 * StretchSummary.SEGMENT_PINGS;
        assertTrue(source.rowsRead() < most, source.rowsRead() + " rows read");
    }

    @Test
    void jitterOfALongStretchIsThatOfItsEnd() {
        int pings = (int) StretchStatistics.MAX_EXACT_PINGS + 1;
        Random random = new Random(9);
        RowColumns rows = new RowColumns();
        for (int ping = 1; ping <= pings; ping++) {
            rows.add(
                    ping,
                    ping * 1_000_000L,
                    PingState.REPLIED,
                    1_000_000 + random.nextInt(50_000_000));
        }
        StretchStatistics statistics = StretchStatistics.ofWhole(new MemorySeries(rows));

        assertEquals(
                BatchFigures.jitter(rows).orElseThrow(),
                statistics.jitterNanos().orElseThrow(),
                1e-3);
    }

    @Test
    void withoutEnoughRepliesAtItsEndALongStretchHasNoJitter() {
        int pings = (int) StretchStatistics.MAX_EXACT_PINGS + 1;
        RowColumns rows = new RowColumns();
        for (int ping = 1; ping <= pings; ping++) {
            boolean lost = ping > pings - 32_768 + 1_000;
            rows.add(
                    ping,
                    ping,
                    lost ? PingState.TIMED_OUT : PingState.REPLIED,
                    lost ? RowColumns.NO_RTT : 5);
        }
        StretchStatistics statistics = StretchStatistics.ofWhole(new MemorySeries(rows));

        assertEquals(OptionalDouble.empty(), statistics.jitterNanos());
    }

    @Test
    void theHistogramHasEveryReplyInABucketOfItsDecade() {
        RowColumns rows = new RowColumns();
        long[] rtts = {1_200_000, 1_500_000, 3_000_000, 250_000_000};
        for (int row = 0; row < rtts.length; row++) {
            rows.add(row + 1, row, PingState.REPLIED, rtts[row]);
        }
        RttDistribution distribution =
                StretchStatistics.ofWhole(new MemorySeries(rows)).distribution();

        assertEquals(
                List.of(
                        new RttBucket(1_000_000, 10_000_000, 3),
                        new RttBucket(10_000_000, 100_000_000, 0),
                        new RttBucket(100_000_000, 1_000_000_000, 1)),
                distribution.logarithmic(1));
        assertEquals(3, distribution.logarithmic(2).get(0).count());
        assertEquals(5, distribution.logarithmic(2).size());
    }

    @Test
    void theCumulativeCurveEndsAtTheLargestRttWithAll() {
        RowColumns rows = new RandomRows(new Random(12)).next(3_000);
        List<Long> rtts = BatchFigures.rttsOnTime(rows);
        List<CumulativeShare> curve =
                StretchStatistics.ofWhole(new MemorySeries(rows)).distribution().cumulative();

        for (CumulativeShare point : curve) {
            long upTo = rtts.stream().filter(rtt -> rtt <= point.rttNanos()).count();
            assertEquals((double) upTo / rtts.size(), point.share(), 1e-12);
        }
        CumulativeShare end = curve.get(curve.size() - 1);
        assertEquals(1, end.share());
        assertEquals(rtts.stream().mapToLong(rtt -> rtt).max().orElseThrow(), end.rttNanos());
    }

    @Test
    void withoutAReplyThereIsNoFigureOfRtts() {
        RowColumns rows = new RowColumns();
        rows.add(1, 1, PingState.LATE, 2_000_000_000);
        StretchStatistics statistics = StretchStatistics.ofWhole(new MemorySeries(rows));

        assertEquals(Optional.empty(), statistics.percentiles());
        assertEquals(OptionalDouble.empty(), statistics.jitterNanos());
        assertEquals(List.of(), statistics.distribution().logarithmic(10));
        assertEquals(List.of(), statistics.distribution().cumulative());
        assertEquals(OptionalDouble.of(1), statistics.figures().loss());
    }

    private static void assertExact(RowColumns rows, StretchStatistics statistics) {
        StretchSummaryTest.assertAbout(BatchFigures.of(rows), statistics.figures());
        assertEquals(BatchFigures.lossRuns(rows), statistics.lossRunsByLength());
        Optional<long[]> exact = percentiles(rows);
        assertEquals(exact.isPresent(), statistics.percentiles().isPresent());
        if (exact.isPresent()) {
            assertEquals(
                    toList(exact.get()), toList(values(statistics.percentiles().orElseThrow())));
        }
        OptionalDouble jitter = BatchFigures.jitter(rows);
        assertEquals(jitter.isPresent(), statistics.jitterNanos().isPresent());
        if (jitter.isPresent()) {
            assertEquals(jitter.getAsDouble(), statistics.jitterNanos().getAsDouble(), 1e-3);
        }
    }

    private static Optional<long[]> percentiles(RowColumns rows) {
        List<Long> rtts = BatchFigures.rttsOnTime(rows).stream().sorted().toList();
        long[] values = new long[PER_MILLE.length];
        for (int each = 0; each < values.length && !rtts.isEmpty(); each++) {
            int rank = (int) ((PER_MILLE[each] * (long) rtts.size() + 999) / 1_000);
            values[each] = rtts.get(rank - 1);
        }
        return rtts.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private static long[] values(RttPercentiles percentiles) {
        return new long[] {
            percentiles.medianNanos(),
            percentiles.p90Nanos(),
            percentiles.p95Nanos(),
            percentiles.p99Nanos(),
            percentiles.p999Nanos()
        };
    }

    private static List<Long> toList(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
