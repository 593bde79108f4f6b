package pingmonitor.echo.fate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.echo.Refusals.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpairmentsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, 30})
    void everyShareIsFromZeroToOne(double share) {
        assertRefused("loss " + share, () -> Impairments.ofLoss(share));
        assertRefused("duplicates " + share, () -> new Impairments(0, Delay.NONE, share, 0));
        assertRefused("reordering " + share, () -> new Impairments(0, Delay.NONE, 0, share));
    }

    @Test
    void noneAndAllAreShares() {
        assertEquals(1, new Impairments(1, Delay.NONE, 1, 1).reordering());
        assertEquals(new Impairments(0, Delay.NONE, 0, 0), Impairments.ofLoss(0));
    }

    @Test
    void meanDelayIsFromZeroToAMinute() {
        assertEquals(Duration.ZERO, Delay.NONE.mean());
        Duration longest = Duration.ofMinutes(1);
        assertEquals(longest, new Delay(longest, Delay.Spread.UNIFORM).mean());
        for (Duration mean : new Duration[] {Duration.ofNanos(-1), longest.plusNanos(1)}) {
            assertRefused("delay " + mean, () -> new Delay(mean, Delay.Spread.CONSTANT));
        }
    }
}
