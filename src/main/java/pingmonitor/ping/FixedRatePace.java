package pingmonitor.ping;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A ping leaves at each slot, start + k · interval, whatever the others do. Slots that are past when the next one is
 * due are missed: there is never more than one ping for a slot, and none is made up for.
 */
final class FixedRatePace implements Pace {
    /**
     * Opening a port takes longer than a beat may be late; this often nobody sees it. Less than 50 ms, so that at that
     * interval a ping that leaves a little early has a port of its own, too.
     */
    static final long BETWEEN_PORTS_NANOS = TimeUnit.MILLISECONDS.toNanos(45);

    /** So that the first ping, too, can be waited for and leaves on the beat. */
    static final long BEFORE_FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** After and before a ping, so that there is nothing right beside it; at a short interval less. */
    private static final long CLEAR_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final long intervalNanos;
    private long slotNanos;

    FixedRatePace(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    @Override
    public void begin(long nowNanos) {
        slotNanos = nowNanos + BEFORE_FIRST_NANOS;
    }

    @Override
    public OptionalLong dueNanos() {
        return OptionalLong.of(slotNanos);
    }

    @Override
    public long leave(long nowNanos) {
        long missed = Math.max(0, (nowNanos - slotNanos) / intervalNanos);
        // By whole intervals from the start on, never from now: so there is no drift.
        slotNanos += (missed + 1) * intervalNanos;
        return missed;
    }

    @Override
    public void settled(long nowNanos, boolean error) {
        // The beat heeds no reply.
    }

    @Override
    public Optional<IdleWindow> idleWindow(long nowNanos) {
        long clearNanos = Math.min(CLEAR_NANOS, intervalNanos / 4);
        long afterLastNanos = slotNanos - intervalNanos + clearNanos;
        long fromNanos = afterLastNanos - nowNanos > 0 ? afterLastNanos : nowNanos;
        return IdleWindow.between(fromNanos, slotNanos - clearNanos);
    }

    @Override
    public boolean waitsForReplies() {
        return false;
    }

    @Override
    public long nanosBetweenPorts() {
        return BETWEEN_PORTS_NANOS;
    }
}
