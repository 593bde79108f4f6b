package pingmonitor.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes all runs that are kept, four times a second. Nobody wakes it: that would take a thread of the pings longer
 * than all the rest. Thread-safe.
 */
final class WriterThread {
    static final long FLUSH_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final List<FileRunKeeper> keepers = new CopyOnWriteArrayList<>();
    private boolean isRunning;

    /** Writes a run from now on, until it is removed. */
    synchronized void add(FileRunKeeper keeper) {
        keepers.add(keeper);
        if (!isRunning) {
            isRunning = true;
            Thread thread = new Thread(this::run, "run-writer");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void remove(FileRunKeeper keeper) {
        keepers.remove(keeper);
    }

    private void run() {
        do {
            LockSupport.parkNanos(this, FLUSH_EVERY_NANOS);
            keepers.forEach(FileRunKeeper::flush);
        } while (goesOn());
    }

    private synchronized boolean goesOn() {
        isRunning = !keepers.isEmpty();
        return isRunning;
    }
}
