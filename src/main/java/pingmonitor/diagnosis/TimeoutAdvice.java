package pingmonitor.diagnosis;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import pingmonitor.ping.PingPlan;

/** Which time-out would have let a slow reply count, with room above it. */
final class TimeoutAdvice {
    /** A quarter more than the slowest: the next may be slower. */
    private static final double ROOM = 1.25;

    /** Round figures of each power of ten, as people choose them. */
    private static final List<BigDecimal> ROUND =
            List.of(
                    new BigDecimal("1"),
                    new BigDecimal("1.5"),
                    new BigDecimal("2"),
                    new BigDecimal("3"),
                    new BigDecimal("5"),
                    new BigDecimal("7"));

    private TimeoutAdvice() {}

    /** To choose a time-out that lets such a reply count; nothing where a run allows no longer one. */
    static List<Step> steps(Duration timeout, Duration slowest) {
        return timeout.compareTo(PingPlan.MAX_TIMEOUT) >= 0
                ? List.of()
                : List.of(Step.of(Action.RAISE_TIMEOUT, above(slowest)));
    }

    /** The next round figure with room above a round trip time; at most what a run allows. */
    static Duration above(Duration slowest) {
        double wanted = slowest.toNanos() * ROOM;
        for (long decade = 1_000_000; decade < Long.MAX_VALUE / 100; decade *= 10) {
            for (BigDecimal round : ROUND) {
                Duration candidate =
                        Duration.ofNanos(
                                round.multiply(BigDecimal.valueOf(decade)).longValueExact());
                if (candidate.toNanos() >= wanted
                        || candidate.compareTo(PingPlan.MAX_TIMEOUT) >= 0) {
                    return candidate.compareTo(PingPlan.MAX_TIMEOUT) < 0
                            ? candidate
                            : PingPlan.MAX_TIMEOUT;
                }
            }
        }
        return PingPlan.MAX_TIMEOUT;
    }
}
