package pingmonitor.ping.delay;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import pingmonitor.host.OperatingSystem;

/**
 * Detects that the program or the whole machine stood still: somebody was to be at work at a certain moment and came
 * late. Causes are a garbage collection, a stopped process, a suspended machine or a busy host. Not safe for threads.
 */
public final class PauseDetector {
    /** The first step of a sleep; a shorter round trip is over before it ends. */
    static final long FIRST_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /**
     * A step is the age of the ping divided by this: a pause that is short beside the round trip need not be noticed.
     */
    static final int STEPS_IN_AGE = 8;

    /** A suspend is at least this long; a busy machine has shorter pauses all the time. */
    static final long MIN_SUSPEND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How late an ordinary system wakes a sleeper; the clock of Windows is coarse. */
    private static final long MIN_SLEEPER_NANOS =
            TimeUnit.MILLISECONDS.toNanos(
                    OperatingSystem.current() == OperatingSystem.WINDOWS ? 25 : 2);

    private final long minNanos;
    private long attendedNanos;

    PauseDetector(long minNanos) {
        this.minNanos = minNanos;
    }

    /** Detects pauses of a second and more. */
    public static PauseDetector ofSuspends() {
        return new PauseDetector(MIN_SUSPEND_NANOS);
    }

    /** Detects pauses longer than the ordinary lateness of waking a sleeper. */
    public static PauseDetector ofSleeper() {
        return new PauseDetector(MIN_SLEEPER_NANOS);
    }

    /** Notes that the watched thread is at work, for a sleeper right before it sleeps. */
    public void attend(long nowNanos) {
        attendedNanos = nowNanos;
    }

    /** When the watched thread was last known to be at work. */
    public long attendedNanos() {
        return attendedNanos;
    }

    /**
     * Compares the clock with the moment at which the thread was to be at work, and notes that it is.
     *
     * @param dueNanos that moment; work before it that lasted longer is no pause
     * @param ownWaitNanos how long the thread itself waited for a processor meanwhile, which is no pause of the program
     * @return the length of the pause, or empty if there was none
     */
    public OptionalLong check(long dueNanos, long nowNanos, long ownWaitNanos) {
        long pauseNanos = nowNanos - (dueNanos - attendedNanos > 0 ? dueNanos : attendedNanos);
        attend(nowNanos);
        return pauseNanos - ownWaitNanos >= minNanos
                ? OptionalLong.of(pauseNanos)
                : OptionalLong.empty();
    }

    /**
     * Until when a sleeper may sleep, so that a pause is noticed while a ping is under way.
     *
     * @param wakeNanos until when at the longest
     * @param sentNanos when the latest ping under way was sent; empty without one
     */
    public static long stepNanos(long nowNanos, long wakeNanos, OptionalLong sentNanos) {
        if (sentNanos.isEmpty()) {
            return wakeNanos;
        }
        long growing = (nowNanos - sentNanos.getAsLong()) / STEPS_IN_AGE;
        long step = nowNanos + Math.max(FIRST_STEP_NANOS, growing);
        return step - wakeNanos < 0 ? step : wakeNanos;
    }
}
