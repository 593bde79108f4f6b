package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingPlanTest {
    private static final Duration LEAST = Duration.ofNanos(1);

    @Test
    void theLabsRunIsTenPingsOfOneSecondWithAPauseOf200Ms() {
        assertEquals(
                new PingPlan(
                        "lab.example",
                        12_000,
                        AddressFamily.ANY,
                        10,
                        Duration.ofSeconds(1),
                        new Pacing.StopAndWait(Duration.ofMillis(200)),
                        0),
                PingPlan.lab("lab.example", 12_000));
    }

    @Test
    void theFirstAndTheLastOfEachRangeArePlans() {
        assertEquals(1, plan("h", 1, 1, PingPlan.MIN_TIMEOUT, 0).port());
        assertEquals(65_535, plan("h", 65_535, 1, PingPlan.MIN_TIMEOUT, 0).port());
        assertEquals(
                1_000_000_000L,
                plan("h", 1, PingPlan.MAX_COUNT, PingPlan.MAX_TIMEOUT, 65_507).count());
    }

    @Test
    void onlyACountOfZeroGoesOnUntilItIsStopped() {
        assertTrue(plan("h", 1, PingPlan.UNTIL_STOPPED, PingPlan.MIN_TIMEOUT, 0).untilStopped());
        assertFalse(plan("h", 1, 1, PingPlan.MIN_TIMEOUT, 0).untilStopped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noHostIsNoPlan(String host) {
        assertRefused(() -> plan(host, 1, 1, PingPlan.MIN_TIMEOUT, 0), "host is empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void noPortIsNoPlan(int port) {
        assertRefused(() -> plan("h", port, 1, PingPlan.MIN_TIMEOUT, 0), "port " + port);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_001})
    void countsBesideTheRangeAreNoPlan(long count) {
        assertRefused(() -> plan("h", 1, count, PingPlan.MIN_TIMEOUT, 0), "count " + count);
    }

    @Test
    void timeOutsBesideTheRangeAreNoPlan() {
        Duration tooShort = PingPlan.MIN_TIMEOUT.minus(LEAST);
        Duration tooLong = PingPlan.MAX_TIMEOUT.plus(LEAST);
        assertRefused(() -> plan("h", 1, 1, tooShort, 0), "timeout " + tooShort);
        assertRefused(() -> plan("h", 1, 1, tooLong, 0), "timeout " + tooLong);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_508})
    void sizesBesideTheRangeAreNoPlan(int bytes) {
        assertRefused(() -> plan("h", 1, 1, PingPlan.MIN_TIMEOUT, bytes), "messageBytes " + bytes);
    }

    private static void assertRefused(Runnable plan, String why) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, plan::run, why);
        assertEquals(why, refused.getMessage());
    }

    private static PingPlan plan(String host, int port, long count, Duration timeout, int bytes) {
        return new PingPlan(host, port, AddressFamily.ANY, count, timeout, Pacing.DEFAULT, bytes);
    }
}
