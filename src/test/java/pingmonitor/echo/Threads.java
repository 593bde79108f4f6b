package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets a test wait for what another thread comes to; never for ever. */
final class Threads {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private Threads() {}

    static void await(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - deadline < 0, () -> "waited in vain: " + what);
            Thread.yield();
        }
    }

    static void awaitState(Thread.State state, Thread thread) {
        await(() -> thread.getState() == state, thread.getName() + " to be " + state);
    }

    static void awaitEnd(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        assertFalse(thread.isAlive(), () -> thread.getName() + " goes on");
    }
}
