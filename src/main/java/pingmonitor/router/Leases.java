package pingmonitor.router;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The lifetimes of mappings, and the times of their renewal (RFC 6887, section 11.2.1). */
final class Leases {
    /** Between an answer and the next question. */
    static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);

    private static final Duration LOOK_AFTER_PERMANENT = Duration.ofMinutes(5);
    private static final Duration SHORTEST_TIME = Duration.ofSeconds(3);
    private static final Duration MAX_TIME = Duration.ofSeconds(10);
    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(10);

    private Leases() {}

    /** A mapping that was granted now. */
    static Mapping mapping(
            Protocol protocol, RouterClient.Grant grant, ForwardingPlan plan, InstantSource wall) {
        Instant now = wall.instant();
        return new Mapping(
                protocol,
                grant.gateway(),
                grant.externalAddress(),
                grant.externalPort(),
                plan.internalPort(),
                Optional.of(grant.lease()).filter(lease -> !lease.isZero()),
                now,
                now.plus(untilRenewal(grant.lease(), plan.lease())));
    }

    /**
     * Half the lease, RFC 6887 section 11.2.1, or half of what was wished for where that is less. One that is permanent
     * is looked after now and then.
     *
     * @param granted zero for a permanent one
     */
    private static Duration untilRenewal(Duration granted, Duration wished) {
        if (granted.isZero()) {
            return LOOK_AFTER_PERMANENT;
        }
        Duration half = (granted.compareTo(wished) < 0 ? granted : wished).dividedBy(2);
        return half.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : half;
    }

    /**
     * The time limit of a renewal. No person waits for it, and some routers take a second for each request. It is half
     * of the remaining lease, but no shorter than the limit of the first request.
     *
     * @param left of the lease
     */
    static Duration timeToRenew(Duration left) {
        Duration half = left.dividedBy(2);
        Duration most = half.compareTo(MAX_TIME) < 0 ? half : MAX_TIME;
        return most.compareTo(SHORTEST_TIME) < 0 ? SHORTEST_TIME : most;
    }

    /**
     * The wait after a renewal without an answer: half of the remaining lease, with a minimum.
     *
     * @param left of the lease
     */
    static Duration untilRetry(Duration left) {
        Duration half = left.dividedBy(2);
        return half.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : half;
    }
}
