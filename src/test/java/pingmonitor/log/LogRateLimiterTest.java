package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRateLimiterTest {
    private long nanos;
    private final LogRateLimiter limiter =
            new LogRateLimiter(2, 3, Duration.ofSeconds(60), () -> nanos);

    @Test
    void firstEntriesOfAKindPassAndTheOthersAreCounted() {
        assertTrue(limiter.decide("a").passes());
        assertTrue(limiter.decide("a").passes());
        for (int i = 0; i < 60_000; i++) {
            assertFalse(limiter.decide("a").passes());
        }
        nanos += Duration.ofSeconds(60).toNanos();
        LogRateLimiter.Decision next = limiter.decide("b");
        assertTrue(next.passes());
        assertEquals(List.of(new LogRateLimiter.LeftOut("a", 60_000)), next.before());
        assertEquals(List.of(), limiter.decide("b").before(), "told once");
    }

    @Test
    void anotherKindPassesWhileOneFloods() {
        for (int i = 0; i < 1_000; i++) {
            limiter.decide("a");
        }
        assertTrue(limiter.decide("b").passes());
    }

    @Test
    void entriesOfManyKindsAreLimitedInAll() {
        long passed = 0;
        for (int i = 0; i < 1_000; i++) {
            passed += limiter.decide("kind " + i).passes() ? 1 : 0;
        }
        assertEquals(3, passed);
        assertEquals(
                List.of(new LogRateLimiter.LeftOut("entries of other kinds", 997)),
                limiter.close());
    }
}
