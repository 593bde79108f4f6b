package pingmonitor.monitor;

import java.time.Duration;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;

/**
 * When in an interval each target starts, so that targets of the same interval never send at the same moment. The
 * sequence of van der Corput in base 2 halves the widest gap with each further target, however many there will be.
 */
final class StartOffsets {
    /** Nobody waits longer for the first ping. */
    static final Duration MAX_SPAN = Duration.ofSeconds(1);

    private StartOffsets() {}

    /** The offset of a target, counted from 0. */
    static Duration of(int target, PingPlan plan) {
        long span = MAX_SPAN.toNanos();
        if (plan.pacing() instanceof Pacing.FixedRate fixedRate) {
            span = Math.min(span, fixedRate.interval().toNanos());
        }
        long fraction = Integer.toUnsignedLong(Integer.reverse(target));
        return Duration.ofNanos((long) (span * (fraction / (double) (1L << Integer.SIZE))));
    }
}
