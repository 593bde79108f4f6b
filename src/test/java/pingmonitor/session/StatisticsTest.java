package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures against an oracle that walks the samples twice, and the wrong figures known from other tools. */
class StatisticsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1000})
    void figuresAgreeWithTwoPasses(int replies) {
        Random random = new Random(20 + replies);
        Scene scene = new Scene().started();
        List<Long> rtts = new ArrayList<>();
        List<Long> differences = new ArrayList<>();
        long sequence = 0;
        boolean neighbour = false;
        while (rtts.size() < replies) {
            scene.sent(++sequence);
            if (random.nextInt(10) < 3) {
                scene.timedOut(sequence);
                neighbour = false;
                continue;
            }
            long rtt = 200_000 + random.nextInt(500_000_000);
            scene.replied(sequence, rtt);
            if (neighbour) {
                differences.add(Math.abs(rtt - rtts.get(rtts.size() - 1)));
            }
            rtts.add(rtt);
            neighbour = true;
        }

        Statistics figures = scene.figures();
        assertEquals(sequence, figures.sent());
        assertEquals(replies, figures.received());
        assertEquals(sequence - replies, figures.timedOut());
        OptionalDouble mean = rtts.stream().mapToDouble(rtt -> rtt).average();
        close(mean, figures.meanNanos());
        assertEquals(rtts.stream().mapToLong(rtt -> rtt).min(), figures.minNanos());
        assertEquals(rtts.stream().mapToLong(rtt -> rtt).max(), figures.maxNanos());
        close(
                replies < 2
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                Math.sqrt(
                                        rtts.stream()
                                                        .mapToDouble(rtt -> rtt)
                                                        .map(rtt -> rtt - mean.getAsDouble())
                                                        .map(distance -> distance * distance)
                                                        .sum()
                                                / (replies - 1))),
                figures.stddevNanos());
        close(
                differences.stream().mapToDouble(difference -> difference).average(),
                figures.meanAbsIpdvNanos());
        double jitter = 0;
        for (int i = 1; i < replies; i++) {
            jitter += (Math.abs(rtts.get(i) - rtts.get(i - 1)) - jitter) / 16;
        }
        close(
                replies < 2 ? OptionalDouble.empty() : OptionalDouble.of(jitter),
                figures.jitterNanos());
    }

    @Test
    void aSpreadOfNanosecondsAroundTenMinutesIsNotLost() {
        Scene scene = new Scene().sent(1, 2, 3);
        scene.replied(1, 600_000_000_001L).replied(2, 600_000_000_002L);
        scene.replied(3, 600_000_000_003L);

        assertEquals(1, scene.figures().stddevNanos().orElseThrow(), 1e-3);
    }

    @Test
    void standardDeviationIsOfTheSample() {
        Scene scene = new Scene().sent(1, 2, 3);
        scene.replied(1, 1_000).replied(2, 2_000).replied(3, 6_000);

        // The new mean twice would give 2 151, n instead of n − 1 would give 2 160.
        assertEquals(2_645.751, scene.figures().stddevNanos().orElseThrow(), 0.001);
    }

    @Test
    void jitterIsNotOverSortedRtts() {
        Scene scene = new Scene();
        long[] rtts = {1_600, 16_000, 1_600, 16_000};
        for (int i = 0; i < rtts.length; i++) {
            scene.sent(i + 1).replied(i + 1, rtts[i]);
        }

        // Sorted there is one difference only: 14 400 / 16 = 900, or less.
        double expected = 900 + (14_400 - 900) / 16.0;
        expected += (14_400 - expected) / 16;
        assertEquals(expected, scene.figures().jitterNanos().orElseThrow(), 1e-9);
        assertEquals(14_400, scene.figures().meanAbsIpdvNanos().orElseThrow(), 1e-9);
    }

    @Test
    void theFirstReplyIsNotDifferencedAgainstZero() {
        Scene one = new Scene().sent(1).replied(1, 100_000_000);
        assertTrue(one.figures().jitterNanos().isEmpty());
        assertTrue(one.figures().meanAbsIpdvNanos().isEmpty());
        assertTrue(one.figures().stddevNanos().isEmpty());

        one.sent(2).replied(2, 100_000_000);
        assertEquals(0, one.figures().jitterNanos().orElseThrow());
        assertEquals(0, one.figures().meanAbsIpdvNanos().orElseThrow());
    }

    @Test
    void noReplyMeansNoFigureAndNoDivisionByZero() {
        Statistics nothing = new Scene().started().figures();
        assertEquals(OptionalDouble.empty(), nothing.loss());
        assertEquals(Optional.empty(), nothing.lossInterval());

        Statistics lost = new Scene().sent(1).timedOut(1).figures();
        assertEquals(OptionalDouble.of(1), lost.loss());
        assertTrue(lost.minNanos().isEmpty());
        assertTrue(lost.meanNanos().isEmpty());
        assertTrue(lost.maxNanos().isEmpty());
        assertTrue(lost.stddevNanos().isEmpty());
        assertTrue(lost.jitterNanos().isEmpty());
        assertTrue(lost.meanAbsIpdvNanos().isEmpty());
    }

    @Test
    void aLateReplyStaysLostAndOutsideTheRtts() {
        Scene scene = new Scene().sent(1).replied(1, 1_000_000).sent(2).timedOut(2);
        scene.sent(3).late(2, 1_200_000_000).replied(3, 1_000_000);

        Statistics figures = scene.figures();
        assertEquals(2, figures.received());
        assertEquals(0, figures.timedOut());
        assertEquals(1, figures.late());
        assertEquals(1.0 / 3, figures.loss().orElseThrow(), 1e-12);
        assertEquals(1_000_000, figures.maxNanos().orElseThrow());
        assertTrue(figures.meanAbsIpdvNanos().isEmpty(), "1 and 3 are no neighbours");
        assertEquals(0, figures.jitterNanos().orElseThrow());
    }

    @Test
    void pingsUnderWayOrCancelledOrNeverSentAreNotLost() {
        Scene scene = new Scene().sent(1, 2).replied(1, 1_000).sendFailed(3).cancelled(2).sent(4);

        Statistics figures = scene.figures();
        assertEquals(OptionalDouble.of(0), figures.loss());
        assertEquals(3, figures.sent());
        assertEquals(1, figures.cancelled());
        assertEquals(1, figures.inFlight());
        assertEquals(1, figures.sendFailed());
        assertEquals(3, figures.done());
    }

    @Test
    void eachPairOfNeighboursCountsOnceInWhateverOrderTheyArrive() {
        Scene scene = new Scene().sent(1, 2, 3, 4);
        scene.replied(3, 3_000).replied(1, 10_000).replied(4, 3_500).replied(2, 5_000);

        // |5000−10000|, |3000−5000|, |3500−3000|
        assertEquals(2_500, scene.figures().meanAbsIpdvNanos().orElseThrow(), 1e-9);
        assertEquals(2, scene.figures().reordered());
    }

    @Test
    void pingsOnBothSidesOfASkippedNumberAreNoNeighbours() {
        Scene scene = new Scene().sent(1).replied(1, 1_000).sent(3).replied(3, 9_000);

        assertTrue(scene.figures().meanAbsIpdvNanos().isEmpty());
    }

    @Test
    void duplicatesAndForeignDatagramsAreCountedAndNothingElse() {
        Scene scene = new Scene().sent(1).replied(1, 1_000);
        Statistics before = scene.figures();
        scene.duplicate(1, 900_000).foreign("hello");

        Statistics after = scene.figures();
        assertEquals(1, after.duplicates());
        assertEquals(1, after.foreign());
        assertEquals(before.meanNanos(), after.meanNanos());
        assertEquals(before.received(), after.received());
        assertEquals(before.jitterNanos(), after.jitterNanos());
    }

    @Test
    void wilsonSaysThatThreeOfTenMeansElevenToSixtyPercent() {
        Scene scene = new Scene();
        for (int i = 1; i <= 10; i++) {
            scene.sent(i);
            if (i > 3) {
                scene.replied(i, 1_000);
            } else {
                scene.timedOut(i);
            }
        }

        ConfidenceInterval interval = scene.figures().lossInterval().orElseThrow();
        assertEquals(0.10779, interval.low(), 1e-5);
        assertEquals(0.60322, interval.high(), 1e-5);
    }

    private static void close(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.isPresent(), actual.isPresent());
        expected.ifPresent(
                value -> assertEquals(value, actual.getAsDouble(), Math.max(1e-9, value * 1e-12)));
    }
}
