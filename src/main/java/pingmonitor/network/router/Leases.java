package pingmonitor.network.router;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** For how long mappings are asked for, and when they are asked for again. */
final class Leases {
    /** Short: after a crash nothing stays open for longer. */
    static final Duration WISHED = Duration.ofMinutes(10);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
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
                now.plus(untilRenewal(grant.lease())));
    }

    /**
     * Half the lease, RFC 6887 section 11.2.1. One that is permanent, or longer than was wished for, is looked after as
     * often as if it were not.
     */
    static Duration untilRenewal(Duration lease) {
        boolean isShort = !lease.isZero() && lease.compareTo(WISHED) < 0;
        Duration half = (isShort ? lease : WISHED).dividedBy(2);
        return half.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : half;
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
