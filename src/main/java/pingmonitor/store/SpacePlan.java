package pingmonitor.store;

import java.util.List;

/**
 * How much room the kept runs take, and which would go when it has to be made. Nothing is done by it.
 *
 * @param usedBytes of all runs, also of those that were deleted and can be put back
 * @param deletedBytes how much of that the deleted ones take
 * @param limitBytes 0 for no limit
 * @param next the runs that would go, the oldest first; never one that is pinned or being written
 * @param freedBytes how much room that makes
 */
public record SpacePlan(
        long usedBytes,
        long deletedBytes,
        long limitBytes,
        List<HistoryEntry> next,
        long freedBytes) {
    /** From this share of the limit on the person is told what would go. */
    static final double WARN_SHARE = 0.9;

    /** Whether the person is to be told. */
    public boolean isNearLimit() {
        return limitBytes > 0 && usedBytes >= WARN_SHARE * limitBytes;
    }

    /** Whether room has to be made. */
    public boolean isAtLimit() {
        return limitBytes > 0 && usedBytes >= limitBytes;
    }
}
