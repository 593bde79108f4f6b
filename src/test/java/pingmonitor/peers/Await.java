package pingmonitor.peers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, but not for ever. */
final class Await {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 1_000_000;

    private Await() {}

    static void until(BooleanSupplier condition, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(otherwise.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
