package pingmonitor.diagnosis;

import java.time.Duration;
import java.util.List;
import pingmonitor.ping.PingPlan;

/** Which time-out would have let a slow reply count, with room above it. */
final class TimeoutAdvice {
    /** A quarter more than the slowest: the next may be slower. */
    private static final double ROOM = 1.25;

    /** Round figures of each power of ten, as people choose them, in tenths. */
    private static final List<Integer> ROUND_TENTHS = List.of(10, 15, 20, 30, 50, 70);

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
            for (int tenths : ROUND_TENTHS) {
                Duration candidate = Duration.ofNanos(decade / 10 * tenths);
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
