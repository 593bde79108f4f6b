package pingmonitor.ping.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LocalDelayLogTest {
    /** The clock passes the largest number meanwhile. */
    private static final long START = Long.MAX_VALUE - 1_000;

    private final LocalDelayLog delays = new LocalDelayLog();

    @Test
    void theLongestThatAPingWasUnderWayInCounts() {
        delays.add(START + 100, START + 200);
        delays.add(START + 900, START + 1_200);
        delays.add(START + 1_900, START + 2_500);
        assertEquals(300, longestNanos(0, 2_000));
        assertEquals(600, longestNanos(0, 5_000));
        assertEquals(150, longestNanos(1_050, 1_950));
        assertEquals(40, longestNanos(1_000, 1_040), "within one");
    }

    @Test
    void onesBeforeAndAfterAPingDoNot() {
        assertEquals(0, longestNanos(0, 2_000), "there was none");
        delays.add(START + 100, START + 200);
        delays.add(START + 900, START + 1_200);
        assertEquals(0, longestNanos(200, 900));
    }

    @Test
    void theLatestAreRemembered() {
        delays.add(START, START + 100);
        for (int i = 1; i < LocalDelayLog.MAX_PERIODS; i++) {
            delays.add(START + 1_000, START + 1_001);
        }
        assertEquals(100, longestNanos(0, 2_000));
        delays.add(START + 1_000, START + 1_002);
        assertEquals(2, longestNanos(0, 2_000));
    }

    private long longestNanos(long sent, long settled) {
        return delays.longestNanos(START + sent, START + settled);
    }
}
