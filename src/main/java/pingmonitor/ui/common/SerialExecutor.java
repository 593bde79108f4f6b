package pingmonitor.ui.common;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Executors for tasks that may wait for network or disk: one after the other, so that a start follows the end of the
 * stop before it.
 */
public final class SerialExecutor {
    private static final long IDLE_THREAD_SECONDS = 1;

    private SerialExecutor() {}

    /**
     * An executor of one daemon thread, which ends while there is nothing to do. Tasks that come after a shutdown are
     * ignored.
     *
     * @param name of the thread
     */
    public static ThreadPoolExecutor worker(String name) {
        ThreadPoolExecutor worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_THREAD_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, name);
                            thread.setDaemon(true);
                            return thread;
                        },
                        new ThreadPoolExecutor.DiscardPolicy());
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    /** Waits for the end of an executor that was shut down, this long at most. */
    public static void awaitEnd(ThreadPoolExecutor worker, long maxSeconds) {
        try {
            worker.awaitTermination(maxSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
