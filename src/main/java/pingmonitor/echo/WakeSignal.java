package pingmonitor.echo;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one waiting thread. A signal that came before the wait ends the wait at once. */
final class WakeSignal {
    private final Semaphore rings = new Semaphore(0);

    /** From any thread; never waits. */
    void ring() {
        rings.release();
    }

    /**
     * Waits for a signal, and takes all signals given so far.
     *
     * @param nanos the longest wait; 0 or less for none
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
