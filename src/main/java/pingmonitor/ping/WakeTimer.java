package pingmonitor.ping;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Wakes the calling thread. A system wakes a sleeper some 60 µs late; for a moment that has to be met this one sleeps
 * that much less, as it has learnt, and spins what is left: some 20 µs. Where it can sleep in whole units only
 * (Windows: 1 ms), it sleeps one unit less and spins up to two of them. Moments that are closer than that keep one
 * processor busy.
 */
final class WakeTimer {
    private static final long FIRST_LEAD_NANOS = TimeUnit.MICROSECONDS.toNanos(60);
    private static final long MAX_LEAD_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

    /** The lead grows three steps for each it shrinks: so it is enough three times of four. */
    private static final long STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(1);

    /** After so long a sleep the way to the network has left the processor's caches. */
    private static final long COLD_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** What going that way once takes, cold. */
    private static final long TOUCH_NANOS = TimeUnit.MICROSECONDS.toNanos(60);

    /** The end of a long spin, in which the processor is not given away. */
    private static final long YIELD_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Runnable touch;
    private final LongSupplier nanoTime;
    private final LongConsumer sleeper;
    private final long unitNanos;
    private long leadNanos = FIRST_LEAD_NANOS;

    /**
     * @param touch what to do shortly before a moment that has to be met, after a long sleep
     * @param sleeper sleeps for so many nanoseconds, or until the thread is woken
     * @param unitNanos in which it sleeps: less lasts one unit, more is cut to whole ones; 0 if any time will do
     */
    WakeTimer(Runnable touch, LongSupplier nanoTime, LongConsumer sleeper, long unitNanos) {
        this.touch = touch;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.unitNanos = unitNanos;
    }

    /** Sleeps until about a moment, or until the thread is woken. */
    void sleep(long untilNanos) {
        sleeper.accept(untilNanos - now());
    }

    /** Sleeps until just that moment, or until the thread is woken. */
    void sleepExactly(long untilNanos) {
        long sleepNanos = untilNanos - unitNanos - leadNanos - now();
        boolean cold = sleepNanos > COLD_AFTER_NANOS;
        long wakeNanos = untilNanos - unitNanos - leadNanos - (cold ? TOUCH_NANOS : 0);
        if (sleepNanos > 0 && sleepNanos >= unitNanos) {
            sleep(wakeNanos);
            long lateNanos = now() - wakeNanos;
            if (lateNanos < -unitNanos) {
                return;
            }
            learn(lateNanos);
        }
        if (cold) {
            touch.run();
        }
        for (long left = untilNanos - now(); left > 0; left = untilNanos - now()) {
            // At a millisecond between two moments there is no sleep at all then: others go first.
            if (left > YIELD_NANOS && unitNanos > 0) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void learn(long lateNanos) {
        long change = lateNanos > leadNanos ? 3 * STEP_NANOS : -STEP_NANOS;
        leadNanos = Math.max(0, Math.min(MAX_LEAD_NANOS, leadNanos + change));
    }

    private long now() {
        return nanoTime.getAsLong();
    }
}
