package pingmonitor.ping;

import java.util.Optional;

/**
 * A time between pings in which another datagram disturbs none of them.
 *
 * @param fromNanos now or later
 * @param untilNanos its end
 */
public record IdleWindow(long fromNanos, long untilNanos) {
    /** Empty when it ends before it begins. */
    static Optional<IdleWindow> between(long fromNanos, long untilNanos) {
        return untilNanos - fromNanos >= 0
                ? Optional.of(new IdleWindow(fromNanos, untilNanos))
                : Optional.empty();
    }
}
