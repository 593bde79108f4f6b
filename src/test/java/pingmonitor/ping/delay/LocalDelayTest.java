package pingmonitor.ping.delay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LocalDelayTest {
    private static final long MICRO = 1_000;

    @Test
    void longDelayMattersWhateverTheRoundTrip() {
        assertTrue(LocalDelay.matters(10_000 * MICRO, 900_000 * MICRO));
        assertFalse(LocalDelay.matters(9_999 * MICRO, 900_000 * MICRO));
        assertTrue(LocalDelay.matters(500 * MICRO, 900 * MICRO));
        assertFalse(LocalDelay.matters(499 * MICRO, 500 * MICRO));
    }
}
