package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pingmonitor.session.PingState;

/** Against columns that are made from all rows, each ping in its own. */
class ReductionTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void everyPingIsInItsColumnOrIsLittleBeforeIt() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RowColumns rows = new RandomRows(random).next(1 + random.nextInt(60_000));
            SeriesSource source = new MemorySeries(rows);
            for (int zoom = 0; zoom < 30; zoom++) {
                long[] stretch = randomStretch(rows, random);
                int columns = 1 + random.nextInt(random.nextBoolean() ? 40 : 2_000);
                assertNothingDisappears(rows, source, stretch[0], stretch[1], columns);
            }
        }
    }

    @Test
    void rarePingsAreExactlyInTheirColumns() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RowColumns rows = new RandomRows(random).next(10_000);
            SeriesSource source = new MemorySeries(rows);
            long[] stretch = randomStretch(rows, random);
            int pings =
                    (int) (source.sequenceAt(stretch[1]) - source.sequenceAt(stretch[0])) / 20 + 1;
            assertSame(
                    plain(rows, stretch[0], stretch[1], pings),
                    Reduction.reduce(source, stretch[0], stretch[1], pings));
        }
    }

    @Test
    void aSingleSpikeAndASingleLossAmongAMillionAreSeen() {
        int pings = 1_000_000;
        RowColumns rows = new RowColumns();
        for (int ping = 1; ping <= pings; ping++) {
            boolean lost = ping == 777_777;
            long rtt = ping == 123_456 ? SECOND : 20_000_000;
            PingState state = lost ? PingState.TIMED_OUT : PingState.REPLIED;
            rows.add(ping, ping * 1_000_000L, state, lost ? RowColumns.NO_RTT : rtt);
        }
        MemorySeries source = new MemorySeries(rows);
        ReducedColumns reduced = Reduction.reduce(source, 0, pings * 1_000_000L + 1, 500);

        assertEquals(SECOND, reduced.maxRttNanos(61), 1e3);
        assertEquals(1, reduced.lost(388));
        assertEquals(1, IntStream.range(0, 500).mapToLong(reduced::lost).sum());
        assertTrue(source.rowsRead() == 0, source.rowsRead() + " rows read");
        assertTrue(source.nodesRead() < 500 * 16 + 16, source.nodesRead() + " nodes read");
    }

    @Test
    void aSleepIsEmptyHoweverFarOneLooks() {
        RowColumns rows = new RowColumns();
        for (int ping = 1; ping <= 200_000; ping++) {
            long sleep = ping > 100_007 ? 1_000 * SECOND : 0;
            rows.add(ping, ping * 1_000_000L + sleep, PingState.REPLIED, 5_000_000);
        }
        long end = 1_200 * SECOND + 1;
        ReducedColumns reduced = Reduction.reduce(new MemorySeries(rows), 0, end, 1_200);

        assertEquals(100_007, IntStream.range(0, 101).mapToLong(reduced::onTime).sum());
        assertTrue(IntStream.range(101, 1_100).allMatch(reduced::isEmpty));
        assertEquals(99_993, IntStream.range(1_100, 1_200).mapToLong(reduced::onTime).sum());
    }

    @Test
    void withoutPingsAllColumnsAreEmpty() {
        RowColumns rows = new RowColumns();
        ReducedColumns none = Reduction.reduce(new MemorySeries(rows), 0, SECOND, 10);
        rows.add(1, 5 * SECOND, PingState.REPLIED, 7);
        ReducedColumns before = Reduction.reduce(new MemorySeries(rows), 0, 5 * SECOND, 10);
        ReducedColumns with = Reduction.reduce(new MemorySeries(rows), 0, 5 * SECOND + 1, 10);

        assertTrue(IntStream.range(0, 10).allMatch(none::isEmpty));
        assertTrue(IntStream.range(0, 10).allMatch(before::isEmpty));
        assertEquals(1, with.onTime(9));
        assertEquals(7, with.medianRttNanos(9));
    }

    @Test
    void aTimeOfCenturiesIsNotTooLong() {
        RowColumns rows = new RowColumns();
        long end = 8_000_000_000L * SECOND;
        rows.add(1, 0, PingState.REPLIED, 7);
        rows.add(2, end / 2 + SECOND, PingState.TIMED_OUT, RowColumns.NO_RTT);
        rows.add(3, end - 1, PingState.CANCELLED, RowColumns.NO_RTT);
        ReducedColumns reduced = Reduction.reduce(new MemorySeries(rows), 0, end, 2_000);

        assertEquals(1, reduced.onTime(0));
        assertEquals(1, reduced.lost(1_000));
        assertEquals(1, reduced.other(1_999));
    }

    private static void assertNothingDisappears(
            RowColumns rows, SeriesSource source, long from, long until, int columns) {
        ReducedColumns reduced = Reduction.reduce(source, from, until, columns);
        ColumnScale scale = new ColumnScale(from, until, columns);
        ReducedColumns exact = plain(rows, from, until, columns);
        long[][] earlier = earlier(rows, scale, from, until);
        long[] moved = {0, 0, 0};
        for (int column = 0; column < columns; column++) {
            long[][] counts = {
                {exact.onTime(column), reduced.onTime(column)},
                {exact.lost(column), reduced.lost(column)},
                {exact.other(column), reduced.other(column)}
            };
            for (int kind = 0; kind < counts.length; kind++) {
                // What came too early from this column stands in the one before, and so on.
                long fromNext = counts[kind][1] - counts[kind][0] + moved[kind];
                assertTrue(
                        fromNext >= 0 && fromNext <= earlier[kind][column + 1],
                        kind + " in " + column + ": " + fromNext);
                moved[kind] = fromNext;
            }
            if (reduced.onTime(column) > 0) {
                assertTrue(reduced.minRttNanos(column) <= reduced.medianRttNanos(column));
                assertTrue(reduced.medianRttNanos(column) <= reduced.maxRttNanos(column));
            }
            assertBand(exact, reduced, column);
        }
        for (long left : moved) {
            assertEquals(0, left);
        }
    }

    /** By kind and column: pings within three quarters of it, which may stand in the one before. */
    private static long[][] earlier(RowColumns rows, ColumnScale scale, long from, long until) {
        long[][] counts = new long[3][scale.columns() + 1];
        for (int row = 0; row < rows.size(); row++) {
            long sent = rows.sentNanos(row);
            if (sent >= from && sent < until) {
                int column = scale.columnOf(sent);
                boolean early = sent - scale.startNanos(column) <= scale.widthNanos() / 4 * 3;
                PingState state = rows.state(row);
                int kind = state == PingState.REPLIED ? 0 : state.lost() ? 1 : 2;
                counts[kind][column] += early ? 1 : 0;
            }
        }
        return counts;
    }

    /** The extremes stand in the column or in the one before. */
    private static void assertBand(ReducedColumns exact, ReducedColumns reduced, int column) {
        if (exact.onTime(column) == 0) {
            return;
        }
        float max = reduced.maxRttNanos(column);
        float min = reduced.minRttNanos(column);
        if (column > 0) {
            float before = reduced.maxRttNanos(column - 1);
            max = max >= before ? max : Float.isNaN(before) ? max : before;
            before = reduced.minRttNanos(column - 1);
            min = min <= before ? min : Float.isNaN(before) ? min : before;
        }
        assertTrue(max >= exact.maxRttNanos(column), "a spike in " + column);
        assertTrue(min <= exact.minRttNanos(column), "the least in " + column);
    }

    private static void assertSame(ReducedColumns expected, ReducedColumns actual) {
        for (int column = 0; column < expected.size(); column++) {
            String where = "column " + column;
            assertEquals(expected.onTime(column), actual.onTime(column), where);
            assertEquals(expected.lost(column), actual.lost(column), where);
            assertEquals(expected.other(column), actual.other(column), where);
            assertEquals(expected.minRttNanos(column), actual.minRttNanos(column), where);
            assertEquals(expected.medianRttNanos(column), actual.medianRttNanos(column), where);
            assertEquals(expected.maxRttNanos(column), actual.maxRttNanos(column), where);
        }
    }

    private static ReducedColumns plain(RowColumns rows, long from, long until, int columns) {
        ColumnScale scale = new ColumnScale(from, until, columns);
        ReducedColumns plain = new ReducedColumns(scale);
        for (int row = 0; row < rows.size(); row++) {
            long sent = rows.sentNanos(row);
            if (sent >= from && sent < until) {
                plain.add(scale.columnOf(sent), rows, row);
            }
        }
        plain.finish();
        return plain;
    }

    private static long[] randomStretch(RowColumns rows, Random random) {
        long end = rows.sentNanos(rows.size() - 1) + 2 * SECOND;
        long one = random.nextLong(end) - SECOND;
        long other = one + 1 + random.nextLong(end);
        return random.nextInt(4) == 0 ? new long[] {0, end} : new long[] {one, other};
    }
}
