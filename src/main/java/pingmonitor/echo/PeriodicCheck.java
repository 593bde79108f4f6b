package pingmonitor.echo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Repeats a check until it is stopped, on a thread of its own because a check may ask the system and be slow. */
final class PeriodicCheck implements Runnable {
    private static final System.Logger LOG = System.getLogger(PeriodicCheck.class.getName());

    private final Duration period;
    private final Runnable check;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final FirstDefect defects = new FirstDefect(LOG);

    /**
     * @param period waited before each check
     */
    PeriodicCheck(Duration period, Runnable check) {
        this.period = period;
        this.check = check;
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(period.toNanos(), TimeUnit.NANOSECONDS)) {
                checkOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread ends soon after. */
    void stop() {
        stopped.countDown();
    }

    private void checkOnce() {
        try {
            check.run();
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "a check of the server broke", e);
        }
    }
}
