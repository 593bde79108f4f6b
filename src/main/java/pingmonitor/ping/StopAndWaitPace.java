package pingmonitor.ping;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The next ping leaves a pause after the last one was settled. */
final class StopAndWaitPace implements Pace {
    /** Even with pause 0 nobody is asked more often than this when the answer is an error that comes at once. */
    static final long PAUSE_AFTER_ERROR_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Before a ping, for the answer to have come. */
    private static final long CLEAR_BEFORE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final long pauseNanos;
    private OptionalLong dueNanos = OptionalLong.empty();

    StopAndWaitPace(long pauseNanos) {
        this.pauseNanos = pauseNanos;
    }

    @Override
    public void begin(long nowNanos) {
        dueNanos = OptionalLong.of(nowNanos);
    }

    @Override
    public OptionalLong dueNanos() {
        return dueNanos;
    }

    @Override
    public long leave(long nowNanos) {
        dueNanos = OptionalLong.empty();
        return 0;
    }

    @Override
    public void settled(long nowNanos, boolean error) {
        long pause = error ? Math.max(pauseNanos, PAUSE_AFTER_ERROR_NANOS) : pauseNanos;
        dueNanos = OptionalLong.of(nowNanos + pause);
    }

    @Override
    public Optional<IdleWindow> idleWindow(long nowNanos) {
        return dueNanos.isEmpty()
                ? Optional.empty()
                : IdleWindow.between(nowNanos, dueNanos.getAsLong() - CLEAR_BEFORE_NANOS);
    }

    @Override
    public boolean waitsForReplies() {
        return true;
    }

    @Override
    public long nanosBetweenPorts() {
        return 0;
    }
}
