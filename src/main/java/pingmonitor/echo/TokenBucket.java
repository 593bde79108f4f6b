package pingmonitor.echo;

/** A token bucket (RFC 2697): an average rate, and bursts of two seconds' worth. Full at first. */
final class TokenBucket {
    private static final double BURST_SECONDS = 2;

    private final double perNano;
    private final double capacity;
    private double tokens;
    private long filledNanos;

    TokenBucket(double perSecond, long nowNanos) {
        perNano = perSecond / 1e9;
        capacity = Math.max(1, perSecond * BURST_SECONDS);
        tokens = capacity;
        filledNanos = nowNanos;
    }

    /** Whether {@link #take} is allowed now. Asking takes nothing. */
    boolean hasToken(long nowNanos) {
        long elapsedNanos = nowNanos - filledNanos;
        if (elapsedNanos > 0) {
            tokens = Math.min(capacity, tokens + elapsedNanos * perNano);
            filledNanos = nowNanos;
        }
        return tokens >= 1;
    }

    void take() {
        tokens -= 1;
    }
}
