package pingmonitor.echo;

/** Makes the server's threads and waits for their end. */
final class EchoThreads {
    private EchoThreads() {}

    /** A thread, not yet started, that does not keep the program alive. */
    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for the end even when interrupted: before it the port is not free. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
