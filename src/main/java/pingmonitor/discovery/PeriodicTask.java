package pingmonitor.discovery;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Repeats a task on a thread of its own and runs a last task there when it is closed. */
final class PeriodicTask implements BackgroundActivity {
    /** The interval of the rounds: so soon a new network is used. */
    static final Duration EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger(PeriodicTask.class.getName());

    private final ScheduledThreadPoolExecutor thread;
    private final Runnable hurry;
    private final Runnable tidyUp;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();

    private PeriodicTask(String name, Runnable hurry, Runnable tidyUp) {
        this.hurry = hurry;
        this.tidyUp = tidyUp;
        this.thread =
                new ScheduledThreadPoolExecutor(
                        1,
                        work -> {
                            Thread made = new Thread(work, name);
                            made.setDaemon(true);
                            return made;
                        });
    }

    /**
     * Begins the first round at once.
     *
     * @param name of the thread
     * @param hurry has the round that is under way end soon; called by whoever closes this
     * @param tidyUp called after the last round
     */
    static PeriodicTask begin(String name, Runnable round, Runnable hurry, Runnable tidyUp) {
        PeriodicTask rounds = new PeriodicTask(name, hurry, tidyUp);
        rounds.thread.scheduleWithFixedDelay(
                () -> rounds.unlessItBreaks(round), 0, EVERY.toNanos(), TimeUnit.NANOSECONDS);
        return rounds;
    }

    @Override
    public void close() {
        hurry.run();
        if (closed.compareAndSet(false, true)) {
            thread.execute(() -> unlessItBreaks(tidyUp));
            thread.shutdown();
        }
    }

    @Override
    public boolean awaitClosed(Duration most) {
        try {
            return thread.awaitTermination(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void unlessItBreaks(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error defect) {
            // Once: what breaks every two seconds is one defect.
            if (broken.compareAndSet(false, true)) {
                LOG.log(Logger.Level.ERROR, "a round in the local network broke", defect);
            }
        }
    }
}
