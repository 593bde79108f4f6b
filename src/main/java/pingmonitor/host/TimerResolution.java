package pingmonitor.host;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the timer of Windows at 1 ms while it is open; nothing elsewhere. Windows wakes a sleeper at a tick of its
 * timer, every 15.6 ms unless a program asks for more (timeBeginPeriod, which costs some of the battery). Java asks for
 * it while a thread is in {@link Thread#sleep}, for a time that is no multiple of 10 ms, but not for a parked thread
 * (HotSpot, {@code os_windows.cpp}: HighResolutionInterval, Parker). So one thread sleeps for ever.
 */
public final class TimerResolution implements AutoCloseable {
    /** {@code Parker} on Windows cuts a time to whole milliseconds, and takes a shorter one for 1 ms. */
    private static final long PARKING_UNIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Optional<Thread> sleeper;

    private TimerResolution(Optional<Thread> sleeper) {
        this.sleeper = sleeper;
    }

    /** Asks this machine for a fine timer. */
    public static TimerResolution raise() {
        return raise(OperatingSystem.current());
    }

    static TimerResolution raise(OperatingSystem system) {
        if (system != OperatingSystem.WINDOWS) {
            return new TimerResolution(Optional.empty());
        }
        Thread thread = new Thread(TimerResolution::sleepForEver, "timer-resolution");
        thread.setDaemon(true);
        thread.start();
        return new TimerResolution(Optional.of(thread));
    }

    /** In units of how many nanoseconds a thread of this machine can be parked; 0 where any time will do. */
    public static long parkingUnitNanos() {
        return OperatingSystem.current() == OperatingSystem.WINDOWS ? PARKING_UNIT_NANOS : 0;
    }

    private static void sleepForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException closed) {
            return;
        }
    }

    /** Lets the timer be as it was, and leaves no thread behind. */
    @Override
    public void close() {
        sleeper.ifPresent(TimerResolution::end);
    }

    private static void end(Thread sleeper) {
        sleeper.interrupt();
        try {
            sleeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
