package pingmonitor.echo;

import java.net.InetAddress;
import java.util.Optional;

/** Token buckets per client, per address and for all together. */
final class RateLimits {
    static final int MAX_ADDRESSES = 1_024;

    private final AbuseLimits limits;
    private final RecentMap<InetAddress, TokenBucket> addresses = new RecentMap<>(MAX_ADDRESSES);
    private final TokenBucket total;

    RateLimits(AbuseLimits limits, long nowNanos) {
        this.limits = limits;
        total = new TokenBucket(limits.inAll(), nowNanos);
    }

    /** Whether these are the limits. */
    boolean are(AbuseLimits others) {
        return limits.equals(others);
    }

    /**
     * Takes a token from each bucket, or none from any.
     *
     * @return the limit that refuses, if one does
     */
    Optional<ServerEvent.Limit> refusal(TokenBucket ofClient, InetAddress address, long nowNanos) {
        if (address.isLoopbackAddress() && !limits.includeLoopback()) {
            return Optional.empty();
        }
        TokenBucket ofAddress =
                addresses.computeIfAbsent(
                        address, key -> new TokenBucket(limits.perAddress(), nowNanos));
        if (!ofClient.hasToken(nowNanos)) {
            return Optional.of(ServerEvent.Limit.CLIENT_RATE);
        }
        if (!ofAddress.hasToken(nowNanos)) {
            return Optional.of(ServerEvent.Limit.ADDRESS_RATE);
        }
        if (!total.hasToken(nowNanos)) {
            return Optional.of(ServerEvent.Limit.TOTAL_RATE);
        }
        ofClient.take();
        ofAddress.take();
        total.take();
        return Optional.empty();
    }
}
