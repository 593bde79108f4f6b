package pingmonitor.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogRateLimiterTest {
    private long nanos;
    private final LogRateLimiter gate =
            new LogRateLimiter(2, 3, Duration.ofSeconds(60), () -> nanos);

    @Test
    void ofAKindOnlyTheFirstPassAndTheOthersAreCounted() {
        assertTrue(gate.judge("a").passes());
        assertTrue(gate.judge("a").passes());
        for (int i = 0; i < 60_000; i++) {
            assertFalse(gate.judge("a").passes());
        }
        nanos += Duration.ofSeconds(60).toNanos();
        LogRateLimiter.Verdict next = gate.judge("b");
        assertTrue(next.passes());
        assertEquals(List.of(new LogRateLimiter.LeftOut("a", 60_000)), next.before());
        assertEquals(List.of(), gate.judge("b").before(), "told once");
    }

    @Test
    void anotherKindPassesWhileOneFloods() {
        for (int i = 0; i < 1_000; i++) {
            gate.judge("a");
        }
        assertTrue(gate.judge("b").passes());
    }

    @Test
    void manyKindsAreAFloodToo() {
        long passed = 0;
        for (int i = 0; i < 1_000; i++) {
            passed += gate.judge("kind " + i).passes() ? 1 : 0;
        }
        assertEquals(3, passed);
        assertEquals(
                List.of(new LogRateLimiter.LeftOut("entries of other kinds", 997)), gate.close());
    }
}
