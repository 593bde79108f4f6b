package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {

    @Test
    void theKnownExampleOfTenPings() {
        ConfidenceInterval interval = ConfidenceInterval.wilson95(3, 10);
        assertEquals(0.10779, interval.low(), 1e-5);
        assertEquals(0.60322, interval.high(), 1e-5);
    }

    @Test
    void nothingLostMayBeNoLossAndAllLostMayBeAll() {
        for (long trials = 1; trials <= 3_000; trials++) {
            assertEquals(0, ConfidenceInterval.wilson95(0, trials).low());
            assertEquals(1, ConfidenceInterval.wilson95(trials, trials).high());
        }
    }

    @Test
    void theShareLiesInItsInterval() {
        for (long hits = 0; hits <= 50; hits++) {
            ConfidenceInterval interval = ConfidenceInterval.wilson95(hits, 50);
            assertTrue(interval.low() <= hits / 50.0 && hits / 50.0 <= interval.high());
        }
    }
}
