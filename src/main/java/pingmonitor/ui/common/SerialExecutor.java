package pingmonitor.ui.common;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for orders that may wait for the network: one after the other, so that a start always follows the end of the stop before it. */
public final class SerialExecutor {
    private static final long IDLE_THREAD_SECONDS = 1;

    private SerialExecutor() {}

    /**
     * One thread, there only while there is something to do, which keeps no program from ending. After its shutdown there is nothing left
     * to do: what is ordered then is thrown away.
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
}
