package pingmonitor.router;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** For how long mappings are asked for, and when they are asked for again. */
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
     * How long a router may take to renew: nobody waits for that, and some take a second for every question. It is half
     * of what is left, but no less than when somebody waits.
     *
     * @param left of the lease
     */
    static Duration timeToRenew(Duration left) {
        Duration half = left.dividedBy(2);
        Duration most = half.compareTo(MAX_TIME) < 0 ? half : MAX_TIME;
        return most.compareTo(SHORTEST_TIME) < 0 ? SHORTEST_TIME : most;
    }

    /**
     * After a renewal that nobody answered: half of what is left, but not too often.
     *
     * @param left of the lease
     */
    static Duration untilRetry(Duration left) {
        Duration half = left.dividedBy(2);
        return half.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : half;
    }
}
