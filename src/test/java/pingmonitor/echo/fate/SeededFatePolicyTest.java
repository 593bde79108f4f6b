package pingmonitor.echo.fate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeededFatePolicyTest {
    private static final int PINGS = 10_000;
    private static final Impairments EVERYTHING =
            new Impairments(
                    0.3, new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM), 0.1, 0.05);

    @Test
    void lossStaysWithinBinomialBounds() {
        for (double loss : new double[] {0.01, 0.3, 4.0 / 11, 0.5, 0.9}) {
            for (long seed : new long[] {0, 1, 42, -1, Long.MIN_VALUE}) {
                long lost =
                        fates(seed, 0, Impairments.ofLoss(loss)).stream()
                                .filter(Fate::lost)
                                .count();
                assertWithinBinomialBounds(loss, lost, "loss " + loss + ", seed " + seed);
            }
        }
    }

    @Test
    void lossAmongFirstDatagramsOfManyClientsIsTheSameShare() {
        long lost =
                LongStream.range(0, PINGS)
                        .mapToObj(client -> new SeededFatePolicy(7, EVERYTHING).fate(client, 0, 0))
                        .filter(Fate::lost)
                        .count();
        assertWithinBinomialBounds(0.3, lost, "first datagrams");
    }

    @Test
    void noLossLosesNothingAndFullLossEverything() {
        assertTrue(fates(3, 0, Impairments.ofLoss(0)).stream().noneMatch(Fate::lost));
        assertTrue(fates(3, 0, Impairments.ofLoss(1)).stream().allMatch(Fate::lost));
    }

    @Test
    void sameSeedSameFateAndAnotherSeedAnother() {
        assertEquals(fates(42, 3, EVERYTHING), fates(42, 3, EVERYTHING));
        assertNotEquals(fates(42, 3, EVERYTHING), fates(43, 3, EVERYTHING));
        assertNotEquals(fates(42, 3, EVERYTHING), fates(42, 4, EVERYTHING));
    }

    /** In every release; computed apart from this program. */
    @Test
    void fatesOfASeedStayTheSameInAllVersions() {
        List<Fate> ofFirst = fates(42, 0, EVERYTHING).subList(0, 60);
        assertEquals(
                List.of(5, 6, 14, 17, 18, 19, 20, 24), numbers(ofFirst.subList(0, 30), Fate::lost));
        assertEquals(
                List.of(1, 2, 4, 5, 10, 18, 19, 24, 25, 27, 30),
                numbers(fates(42, 1, EVERYTHING).subList(0, 30), Fate::lost));
        assertEquals(List.of(4, 23, 28, 30, 41, 55), numbers(ofFirst, fate -> fate.copies() == 2));
        assertEquals(
                List.of(89_242_038L, 103_578_556L, 68_865_350L, 9_852_483L, 125_340_032L),
                ofFirst.stream().limit(5).map(Fate::delayNanos).toList());
        assertEquals(
                List.of(21, 23, 29, 43),
                numbers(
                        fates(42, 0, new Impairments(0, Delay.NONE, 0, 0.1)).subList(0, 60),
                        fate -> fate.delayNanos() > 0));
    }

    /** Such dice there are; what is not asked for does not happen to them either. */
    @Test
    void diceOfZeroCauseNoImpairmentThatIsOff() {
        long step = 0x9E3779B97F4A7C15L;
        for (FateDice.Die die : FateDice.Die.values()) {
            FateDice dice = new FateDice(-step * (die.ordinal() + 1));
            assertEquals(0, dice.uniform(die));
            assertEquals(
                    new Fate(false, 0, 1, ReplyText.UPPER_CASE),
                    new SeededFatePolicy(0, Impairments.ofLoss(0)).fate(dice),
                    die::name);
        }
    }

    @Test
    void higherLossKeepsEarlierLossesAndOtherFates() {
        List<Fate> few = fates(42, 0, EVERYTHING);
        List<Fate> many =
                fates(
                        42,
                        0,
                        new Impairments(
                                0.6,
                                EVERYTHING.delay(),
                                EVERYTHING.duplicates(),
                                EVERYTHING.reordering()));
        for (int i = 0; i < PINGS; i++) {
            assertTrue(many.get(i).lost() || !few.get(i).lost());
            assertEquals(few.get(i).delayNanos(), many.get(i).delayNanos());
            assertEquals(few.get(i).copies(), many.get(i).copies());
        }
    }

    @Test
    void diceOfOneDatagramAndOfNeighboursAreIndependent() {
        for (FateDice.Die a : FateDice.Die.values()) {
            for (FateDice.Die b : FateDice.Die.values()) {
                if (a != b) {
                    assertUncorrelated(n -> die(0, n, a), n -> die(0, n, b), a + " and " + b);
                }
            }
            assertUncorrelated(n -> die(0, n, a), n -> die(0, n + 1, a), a + " and the next");
            assertUncorrelated(n -> die(0, n, a), n -> die(1, n, a), a + " of two clients");
        }
    }

    @Test
    void uniformDelayIsSpreadEvenlyFromZeroToTwiceTheMean() {
        Impairments delayed =
                new Impairments(0, new Delay(Duration.ofMillis(100), Delay.Spread.UNIFORM), 0, 0);
        long[] perFifth = new long[5];
        for (Fate fate : fates(5, 0, delayed)) {
            perFifth[(int) (fate.delayNanos() / 40_000_000)]++;
        }
        for (long count : perFifth) {
            assertWithinBinomialBounds(0.2, count, "delays in a fifth of the range");
        }
    }

    @Test
    void constantDelayIsTheMeanAndReorderingAddsItsHold() {
        Impairments reordering =
                new Impairments(
                        0, new Delay(Duration.ofMillis(20), Delay.Spread.CONSTANT), 0, 0.25);
        long held = 0;
        for (Fate fate : fates(9, 0, reordering)) {
            long millis = fate.delayNanos() / 1_000_000;
            assertTrue(millis == 20 || millis == 20 + Impairments.REORDER_HOLD_MILLIS);
            held += millis == 20 ? 0 : 1;
        }
        assertWithinBinomialBounds(0.25, held, "held back");
    }

    @Test
    void duplicatesOccurAtTheirRate() {
        long twice =
                fates(11, 0, new Impairments(0, Delay.NONE, 0.1, 0)).stream()
                        .filter(fate -> fate.copies() == 2)
                        .count();
        assertWithinBinomialBounds(0.1, twice, "duplicates");
    }

    private static List<Fate> fates(long seed, long client, Impairments impairments) {
        return IntStream.range(0, PINGS)
                .mapToObj(n -> new SeededFatePolicy(seed, impairments).fate(client, n, 0))
                .toList();
    }

    /** Of those that are so, counted from 1 as pings are. */
    private static List<Integer> numbers(List<Fate> fates, Predicate<Fate> are) {
        return IntStream.range(0, fates.size())
                .filter(i -> are.test(fates.get(i)))
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static double die(long client, int n, FateDice.Die die) {
        return FateDice.of(42, client, n).uniform(die);
    }

    private static void assertWithinBinomialBounds(double share, long count, String what) {
        double bound = 4 * Math.sqrt(PINGS * share * (1 - share));
        assertEquals(PINGS * share, count, bound, what);
    }

    private static void assertUncorrelated(
            IntToDoubleFunction a, IntToDoubleFunction b, String what) {
        double sum = 0;
        for (int n = 0; n < PINGS; n++) {
            sum += (a.applyAsDouble(n) - 0.5) * (b.applyAsDouble(n) - 0.5);
        }
        double correlation = 12 * sum / PINGS;
        assertEquals(0, correlation, 4 / Math.sqrt(PINGS), what);
    }
}
