package pingmonitor.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of a monitor, and what is to be done later. */
public interface MonitorTimer {
    /** Time of a monotonic clock. */
    long nanoTime();

    /** Wall time, for display only. */
    Instant wallTime();

    /** Does something after a while, one thing at a time; never before this returns. */
    void after(Duration delay, Runnable task);

    /** Does nothing more of it. */
    void close();

    /** A timer with a thread of its own. */
    static MonitorTimer start() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "monitor-timer");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new MonitorTimer() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public Instant wallTime() {
                return Instant.now();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                if (!executor.isShutdown()) {
                    executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                }
            }

            @Override
            public void close() {
                executor.shutdown();
            }
        };
    }
}
