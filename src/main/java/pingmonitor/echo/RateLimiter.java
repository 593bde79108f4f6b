package pingmonitor.echo;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Token buckets for each client, for each address and for all together. Questions about pings have buckets of their
 * own.
 */
final class RateLimiter {
    static final int MAX_ADDRESSES = 1_024;

    /** Limit of one address. A classroom behind a NAT needs far less: each client asks every few seconds. */
    static final double QUESTIONS_PER_ADDRESS = 50;

    /** Limit of all addresses together, forged ones included. */
    static final double QUESTIONS_IN_ALL = 1_000;

    private final RateLimitSettings limits;
    private final RecentMap<InetAddress, TokenBucket> addresses = new RecentMap<>(MAX_ADDRESSES);
    private final TokenBucket total;
    private final RecentMap<InetAddress, TokenBucket> askers = new RecentMap<>(MAX_ADDRESSES);
    private final TokenBucket questions;

    RateLimiter(RateLimitSettings limits, long nowNanos) {
        this.limits = limits;
        total = new TokenBucket(limits.inAll(), nowNanos);
        questions = new TokenBucket(QUESTIONS_IN_ALL, nowNanos);
    }

    boolean are(RateLimitSettings others) {
        return limits.equals(others);
    }

    /**
     * Takes a token from each bucket, or none from any.
     *
     * @return the limit that refuses, if one does
     */
    Optional<ServerEvent.Limit> refusal(TokenBucket ofClient, InetAddress address, long nowNanos) {
        if (isExempt(address)) {
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

    /** Takes a token from each bucket of questions; false, with no token taken, if one is empty. */
    boolean admitQuestion(InetAddress address, long nowNanos) {
        if (isExempt(address)) {
            return true;
        }
        TokenBucket ofAddress =
                askers.computeIfAbsent(
                        address, key -> new TokenBucket(QUESTIONS_PER_ADDRESS, nowNanos));
        if (!ofAddress.hasToken(nowNanos) || !questions.hasToken(nowNanos)) {
            return false;
        }
        ofAddress.take();
        questions.take();
        return true;
    }

    private boolean isExempt(InetAddress address) {
        return address.isLoopbackAddress() && !limits.includeLoopback();
    }
}
