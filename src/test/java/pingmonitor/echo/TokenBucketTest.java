package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final FakeTime time = new FakeTime();

    @Test
    void bucketStartsWithTwoSecondsOfTokensAndFillsAtItsRate() {
        TokenBucket bucket = new TokenBucket(10, time.nanoTime());
        assertEquals(20, takeAll(bucket));
        time.advanceNanos(99_000_000);
        assertEquals(0, takeAll(bucket));
        time.advanceNanos(1_000_001);
        assertEquals(1, takeAll(bucket));
        time.advanceNanos(60_000_000_000L);
        assertEquals(20, takeAll(bucket));
    }

    @Test
    void askingTakesNoToken() {
        TokenBucket bucket = new TokenBucket(0.5, time.nanoTime());
        assertTrue(bucket.hasToken(time.nanoTime()));
        assertTrue(bucket.hasToken(time.nanoTime()));
        bucket.take();
        assertFalse(bucket.hasToken(time.nanoTime()));
    }

    @Test
    void slowRateStillGrantsTokens() {
        TokenBucket bucket = new TokenBucket(0.1, time.nanoTime());
        assertEquals(1, takeAll(bucket));
        time.advanceNanos(10_000_000_001L);
        assertEquals(1, takeAll(bucket));
    }

    @Test
    void infiniteRateNeverRefuses() {
        TokenBucket bucket = new TokenBucket(Double.POSITIVE_INFINITY, time.nanoTime());
        for (int i = 0; i < 1_000; i++) {
            assertTrue(bucket.hasToken(time.nanoTime()));
            bucket.take();
            time.advanceNanos(i % 2);
        }
    }

    private int takeAll(TokenBucket bucket) {
        int taken = 0;
        while (bucket.hasToken(time.nanoTime())) {
            bucket.take();
            taken++;
        }
        return taken;
    }
}
