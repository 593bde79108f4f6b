package pingmonitor.echo;

import java.time.Instant;

/** A clock that stands still until it is moved. Starts near the end of its range, as {@code nanoTime} may. */
final class FakeTime {
    private static final long START_NANOS = Long.MAX_VALUE - 50_000_000;
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private long elapsedNanos;

    EchoClocks clocks() {
        return new EchoClocks(this::nanoTime, () -> START.plusNanos(elapsedNanos));
    }

    long nanoTime() {
        return START_NANOS + elapsedNanos;
    }

    long elapsedNanos() {
        return elapsedNanos;
    }

    void advanceNanos(long nanos) {
        elapsedNanos += nanos;
    }
}
