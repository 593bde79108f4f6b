package pingmonitor.echo;

/** How the server begins and awaits its threads. */
final class EchoThreads {
    private EchoThreads() {}

    /** One that does not keep the program alive; still to be started. */
    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits also when interrupted, or the port would not be free yet. */
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
