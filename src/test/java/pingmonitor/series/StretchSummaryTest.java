package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import pingmonitor.session.PingState;
import pingmonitor.session.StretchFigures;

class StretchSummaryTest {
    private static final double[] PERCENTS = {1, 50, 90, 95, 99, 99.9, 100};

    @Test
    void theFiguresAreThoseOfTheRows() {
        for (int seed = 0; seed < 100; seed++) {
            RowColumns rows = new RandomRows(new Random(seed)).next(2_000);
            assertAbout(BatchFigures.of(rows), StretchSummary.of(rows).figures());
        }
    }

    @Test
    void aSumIsTheSameAsOfAllRowsWhereverItIsCut() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            RowColumns rows = new RandomRows(random).next(random.nextInt(300));
            StretchSummary sum = StretchSummary.of(new RowColumns());
            List<StretchSummary> parts = new ArrayList<>();
            for (int from = 0, to; from < rows.size(); from = to) {
                to = Math.min(rows.size(), from + 1 + random.nextInt(20));
                parts.add(StretchSummary.of(RandomRows.part(rows, from, to)));
            }
            for (StretchSummary part : parts) {
                sum = sum.plus(part);
            }
            assertSame(StretchSummary.of(rows), sum);
            StretchSummary right = StretchSummary.of(new RowColumns());
            for (int part = parts.size() - 1; part >= 0; part--) {
                right = parts.get(part).plus(right);
            }
            assertSame(StretchSummary.of(rows), right);
        }
    }

    @Test
    void lossRunsAreTheOnesOfTheRows() {
        for (int seed = 0; seed < 100; seed++) {
            RowColumns rows = new RandomRows(new Random(seed)).next(2_000);
            assertEquals(BatchFigures.lossRuns(rows), StretchSummary.of(rows).lossRunsByLength());
        }
    }

    @Test
    void aRunOfLossesAcrossTheBorderIsOne() {
        StretchSummary before = of(PingState.REPLIED, PingState.TIMED_OUT, PingState.LATE);
        StretchSummary within = of(4, PingState.UNREACHABLE, PingState.CANCELLED);
        StretchSummary after = of(9, PingState.TIMED_OUT, PingState.REPLIED);

        assertEquals(Map.of(2L, 1L), before.lossRunsByLength());
        assertEquals(Map.of(4L, 1L), before.plus(within).plus(after).lossRunsByLength());
        assertEquals(Map.of(4L, 1L), before.plus(within.plus(after)).lossRunsByLength());
    }

    @Test
    void neighboursAcrossTheBorderCountOnlyIfNoNumberIsBetweenThem() {
        RowColumns one = new RowColumns();
        one.add(1, 10, PingState.REPLIED, 500);
        RowColumns two = new RowColumns();
        two.add(2, 20, PingState.REPLIED, 800);
        RowColumns four = new RowColumns();
        four.add(4, 40, PingState.REPLIED, 100);
        StretchSummary both = StretchSummary.of(one).plus(StretchSummary.of(two));

        assertEquals(OptionalDouble.of(300), both.figures().meanAbsIpdvNanos());
        assertEquals(
                OptionalDouble.of(300),
                both.plus(StretchSummary.of(four)).figures().meanAbsIpdvNanos());
    }

    @Test
    void pingsThatDoNotFollowAreRefused() {
        StretchSummary one = of(5, PingState.REPLIED);
        StretchSummary other = of(5, PingState.TIMED_OUT);

        assertThrows(IllegalArgumentException.class, () -> one.plus(other));
    }

    @Test
    void percentilesAreByNearestRankWithinTheirError() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            RowColumns rows = new RandomRows(random).next(1 + random.nextInt(3_000));
            StretchSummary summary = StretchSummary.of(rows);
            for (double percent : PERCENTS) {
                OptionalLong exact = BatchFigures.percentile(rows, percent);
                OptionalLong about = summary.percentileNanos(percent);
                assertEquals(exact.isPresent(), about.isPresent());
                if (exact.isPresent()) {
                    assertEquals(
                            exact.getAsLong(),
                            about.getAsLong(),
                            exact.getAsLong() * StretchSummary.MAX_RELATIVE_ERROR,
                            percent + " %");
                }
            }
        }
    }

    @Test
    void bucketsHoldEveryRttAndAreAsNarrowAsPromised() {
        RowColumns rows = new RandomRows(new Random(5)).next(5_000);
        StretchSummary summary = StretchSummary.of(rows);
        long[] last = {-1, 0};
        summary.forEachBucket(
                (from, to, count) -> {
                    assertTrue(from > last[0], "in order");
                    assertTrue(to - from <= from / 128, from + " to " + to);
                    last[0] = to;
                    last[1] += count;
                });
        assertEquals(summary.received(), last[1]);
    }

    @Test
    void encodedAndDecodedItIsTheSame() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            RandomRows run = new RandomRows(random);
            RowColumns rows = run.next(random.nextInt(3_000));
            StretchSummary summary = StretchSummary.of(rows);
            byte[] bytes = summary.encode();
            ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 7).position(3);
            buffer.put(bytes).position(3);

            StretchSummary decoded = StretchSummary.decode(buffer);
            assertEquals(bytes.length + 3, buffer.position());
            assertSame(summary, decoded);
            StretchSummary next = StretchSummary.of(run.next(50));
            assertSame(summary.plus(next), decoded.plus(next));
        }
    }

    @Test
    void aSegmentOfAUsualRunTakesLessThanAKilobyte() {
        Random random = new Random(3);
        RowColumns rows = new RowColumns();
        for (int row = 1; row <= StretchSummary.SEGMENT_PINGS; row++) {
            long rtt = (long) (20e6 * Math.exp(0.5 * random.nextGaussian()));
            boolean lost = random.nextInt(20) == 0;
            rows.add(
                    row,
                    row * 1_000_000_000L,
                    lost ? PingState.TIMED_OUT : PingState.REPLIED,
                    lost ? RowColumns.NO_RTT : rtt);
        }
        int bytes = StretchSummary.of(rows).encode().length;
        assertTrue(bytes < 900, bytes + " bytes");
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() {
        byte[] bytes = StretchSummary.of(new RandomRows(new Random(7)).next(200)).encode();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            ByteBuffer buffer = ByteBuffer.wrap(damaged);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> StretchSummary.decode(buffer),
                    "bit " + bit);
            assertEquals(0, buffer.position());
        }
        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> StretchSummary.decode(buffer),
                    length + " bytes");
        }
    }

    @Test
    void bytesWithARightChecksumAreReadOrRefusedAndNothingElse() {
        byte[] bytes = StretchSummary.of(new RandomRows(new Random(7)).next(200)).encode();
        Random random = new Random(1);
        int refused = 0;
        int cases = 20_000;
        for (int round = 0; round < cases; round++) {
            byte[] forged = bytes.clone();
            int end = forged.length - Integer.BYTES;
            for (int byteLeft = random.nextInt(3); byteLeft >= 0; byteLeft--) {
                forged[5 + random.nextInt(end - 5)] = (byte) random.nextInt(256);
            }
            CRC32C checksum = new CRC32C();
            checksum.update(forged, 0, end);
            ByteBuffer.wrap(forged, end, Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) checksum.getValue());
            try {
                StretchSummary read = StretchSummary.decode(ByteBuffer.wrap(forged));
                long inRuns =
                        read.lossRunsByLength().entrySet().stream()
                                .mapToLong(run -> run.getKey() * run.getValue())
                                .sum();
                assertEquals(read.lost(), inRuns);
                read.percentileNanos(99);
            } catch (IllegalArgumentException expected) {
                refused++;
            }
        }
        assertTrue(refused > cases / 2, refused + " refused");
    }

    @Test
    void withoutAnyPingThereIsNoFigure() {
        StretchSummary none = StretchSummary.of(new RowColumns());

        assertEquals(0, none.figures().first());
        assertEquals(OptionalLong.empty(), none.percentileNanos(50));
        assertEquals(OptionalLong.empty(), none.firstSentNanos());
        assertEquals(OptionalDouble.empty(), none.loss());
        assertEquals(new TreeMap<>(), none.lossRunsByLength());
        assertSame(none, StretchSummary.decode(ByteBuffer.wrap(none.encode())));
    }

    private static StretchSummary of(PingState... states) {
        return of(1, states);
    }

    private static StretchSummary of(long sequence, PingState... states) {
        RowColumns rows = new RowColumns();
        for (PingState state : states) {
            long number = sequence + rows.size();
            rows.add(number, number, state, state == PingState.REPLIED ? 5 : RowColumns.NO_RTT);
        }
        return StretchSummary.of(rows);
    }

    private static void assertSame(StretchSummary expected, StretchSummary actual) {
        assertAbout(expected.figures(), actual.figures());
        assertEquals(expected.firstSentNanos(), actual.firstSentNanos());
        assertEquals(expected.lastSentNanos(), actual.lastSentNanos());
        assertEquals(expected.lossRunsByLength(), actual.lossRunsByLength());
        assertEquals(buckets(expected), buckets(actual));
    }

    private static List<List<Long>> buckets(StretchSummary summary) {
        List<List<Long>> buckets = new ArrayList<>();
        summary.forEachBucket((from, to, count) -> buckets.add(List.of(from, to, count)));
        return buckets;
    }

    /** Sums of fractions in another order are not the same to the last digit. */
    static void assertAbout(StretchFigures expected, StretchFigures actual) {
        assertClose(expected.meanNanos(), actual.meanNanos());
        assertClose(expected.stddevNanos(), actual.stddevNanos());
        assertClose(expected.meanAbsIpdvNanos(), actual.meanAbsIpdvNanos());
        assertEquals(withoutFractions(expected), withoutFractions(actual));
    }

    private static void assertClose(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.isPresent(), actual.isPresent());
        if (expected.isPresent()) {
            assertFalse(Double.isNaN(actual.getAsDouble()));
            assertEquals(
                    expected.getAsDouble(),
                    actual.getAsDouble(),
                    1e-9 * expected.getAsDouble() + 1e-6);
        }
    }

    private static StretchFigures withoutFractions(StretchFigures all) {
        return new StretchFigures(
                all.first(),
                all.last(),
                all.sent(),
                all.received(),
                all.timedOut(),
                all.late(),
                all.unreachable(),
                all.cancelled(),
                all.inFlight(),
                all.sendFailed(),
                all.heldUp(),
                all.duplicates(),
                all.unverified(),
                all.minNanos(),
                OptionalDouble.empty(),
                all.maxNanos(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                all.lossPlaces());
    }
}
