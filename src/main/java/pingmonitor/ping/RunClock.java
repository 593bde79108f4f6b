package pingmonitor.ping;

import java.util.concurrent.locks.LockSupport;
import pingmonitor.host.TimerResolution;
import pingmonitor.ping.delay.SchedulerDelay;

/** The time that a run goes by, and how its time keeper sleeps. */
interface RunClock {
    /** As {@link System#nanoTime}. */
    long nanoTime();

    /**
     * Lets the calling thread sleep for so many nanoseconds, or until it is woken.
     *
     * @param blocker what it waits for, to be told by whoever looks at it
     */
    void sleep(Object blocker, long nanos);

    /** Units of its sleep, in nanoseconds: less lasts one unit, more is cut to whole ones; 0 if any time will do. */
    long sleepUnitNanos();

    /** Has the system wake sleepers as exactly as it can, until that is closed. */
    TimerResolution fineTimer();

    /** Wakes a thread that sleeps, or keeps its next sleep from lasting. */
    void wake(Thread thread);

    /** How long the calling thread waits for a processor, from now on. */
    SchedulerDelay runQueue();

    /** This machine's. */
    RunClock SYSTEM =
            new RunClock() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public void sleep(Object blocker, long nanos) {
                    LockSupport.parkNanos(blocker, nanos);
                }

                @Override
                public long sleepUnitNanos() {
                    return TimerResolution.parkingUnitNanos();
                }

                @Override
                public TimerResolution fineTimer() {
                    return TimerResolution.raise();
                }

                @Override
                public void wake(Thread thread) {
                    LockSupport.unpark(thread);
                }

                @Override
                public SchedulerDelay runQueue() {
                    return SchedulerDelay.ofThisThread();
                }
            };
}
