package pingmonitor.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of the process. Ctrl+C and SIGTERM stop the command and give it a moment to print its summary; then the
 * process ends with the command's own exit code and not with 128 + the signal's number.
 */
final class ProcessEnding implements Ending {
    /** A terminal that does not take the summary must not keep the process alive. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CountDownLatch done = new CountDownLatch(1);
    private final StopSignal command = new StopSignal();
    private volatile int code = 1;

    /** Listens to the signals from now on. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "stop-on-signal"));
    }

    @Override
    public void onStop(Runnable action) {
        command.stops(action);
    }

    @Override
    public void codeWillBe(int code) {
        this.code = code;
    }

    /** Ends the process; everything is printed. */
    void exit(int code) {
        this.code = code;
        done.countDown();
        System.exit(code);
    }

    private void shutDown() {
        command.stop();
        try {
            done.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
