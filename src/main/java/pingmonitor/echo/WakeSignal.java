package pingmonitor.echo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that waits for news, also when the news came before it began to wait. */
final class WakeSignal {
    private final Semaphore rings = new Semaphore(0);

    /** From any thread; never waits. */
    void ring() {
        rings.release();
    }

    /**
     * Waits until it rings; all rings until now are heard at once.
     *
     * @param nanos at most so long; not at all if 0 or less
     */
    void await(long nanos) {
        try {
            if (rings.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                rings.drainPermits();
            }
        } catch (InterruptedException e) {
            // Nobody does that to the server's own thread; it may look for news as well.
            return;
        }
    }
}
