package pingmonitor.router;

import java.util.OptionalLong;

/**
 * Finds out from the clock that a router counts in its answers whether it forgot its mappings in between (RFC 6887
 * section 8.5; RFC 6886 section 3.6 is met by it too).
 */
final class EpochWatch {
    private static final long TOLERANCE_SECONDS = 2;

    private OptionalLong lastEpoch = OptionalLong.empty();
    private long lastSeconds;

    /**
     * Takes the router's clock.
     *
     * @param epoch what it says, in s
     * @param nowSeconds on a clock of this machine that only goes on
     * @return whether the router forgot its mappings since the time before
     */
    boolean forgot(long epoch, long nowSeconds) {
        boolean forgot = lastEpoch.isPresent() && differs(epoch, nowSeconds);
        lastEpoch = OptionalLong.of(epoch);
        lastSeconds = nowSeconds;
        return forgot;
    }

    private boolean differs(long epoch, long nowSeconds) {
        long router = epoch - lastEpoch.getAsLong();
        long ours = nowSeconds - lastSeconds;
        return router < -1
                || ours + TOLERANCE_SECONDS < router - router / 16
                || router + TOLERANCE_SECONDS < ours - ours / 16;
    }
}
