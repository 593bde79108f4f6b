package pingmonitor.echo.fate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What a seed gives is the same in every release: a teacher's notes say which pings will be lost. The figures were
 * computed apart from this program.
 */
class FateDiceTest {
    /** The first outputs of SplitMix64 for 1234567, by which its implementations are compared. */
    @Test
    void theDiceOfADatagramAreSplitMix64() {
        long[] outputs = {
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L
        };
        double[] expected =
                Arrays.stream(outputs).mapToDouble(bits -> (bits >>> 11) * 0x1.0p-53).toArray();
        assertArrayEquals(expected, thrown(new FateDice(1_234_567)));
        assertEquals(0.3500795420214081, expected[0]);
        assertEquals(0.5322073040624192, expected[2], "without a sign");
    }

    @Test
    void firstDatagramsHaveTheirKnownDice() {
        assertDice(
                FateDice.of(0, 0, 0),
                0.1296456182997474,
                0.049920065672091285,
                0.6703283700586791,
                0.6905413066080935);
        assertDice(
                FateDice.of(42, 0, 0),
                0.7553888514674879,
                0.44621019341119594,
                0.2434641090880415,
                0.7212271120657016);
    }

    @Test
    void laterDatagramsAndClientsHaveTheirKnownDice() {
        assertDice(
                FateDice.of(42, 0, 1),
                0.39645360324843293,
                0.5178927835381657,
                0.22875911067277255,
                0.5739554036899054);
        assertDice(
                FateDice.of(42, 1, 0),
                0.1972532239190623,
                0.22313286666338206,
                0.22851363104971822,
                0.7541530678843553);
    }

    @Test
    void negativeSeedsHaveTheirKnownDice() {
        assertDice(
                FateDice.of(-1, 2, 3),
                0.27960488498231395,
                0.25385861861701675,
                0.3238662948090766,
                0.9042984643389551);
        assertDice(
                FateDice.of(Long.MIN_VALUE, 1_023, 1_000_000),
                0.006984455237152298,
                0.5423699080991934,
                0.4558988582848811,
                0.8072920362472491);
    }

    private static void assertDice(
            FateDice dice, double loss, double delay, double duplicate, double reorder) {
        assertArrayEquals(new double[] {loss, delay, duplicate, reorder}, thrown(dice));
    }

    private static double[] thrown(FateDice dice) {
        return Arrays.stream(FateDice.Die.values()).mapToDouble(dice::uniform).toArray();
    }
}
