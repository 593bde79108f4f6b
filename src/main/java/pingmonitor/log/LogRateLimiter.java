package pingmonitor.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Rate limit of the log: in each period it lets a number of entries of each kind pass, and a number in all. It counts
 * the others. So a warning that comes a thousand times a second does not fill the disk. Thread-safe. No handler of the
 * JDK limits a rate.
 */
final class LogRateLimiter {
    private static final String ANY_OTHER = "entries of other kinds";

    private final int maxOfAKind;
    private final int maxInAll;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> passed = new LinkedHashMap<>();
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private int passedInAll;
    private long periodBegan;

    LogRateLimiter(int maxOfAKind, int maxInAll, Duration period, LongSupplier nanoTime) {
        this.maxOfAKind = maxOfAKind;
        this.maxInAll = maxInAll;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        this.periodBegan = nanoTime.getAsLong();
    }

    /** How many entries of a kind did not pass. */
    record LeftOut(String kind, long times) {}

    /**
     * What happens to an entry.
     *
     * @param passes whether it is to be written
     * @param before what was left out in the last period, to be written before it
     */
    record Decision(boolean passes, List<LeftOut> before) {}

    /** Whether an entry of this kind passes now. */
    synchronized Decision decide(String kind) {
        List<LeftOut> before = List.of();
        if (nanoTime.getAsLong() - periodBegan >= periodNanos) {
            before = close();
            periodBegan = nanoTime.getAsLong();
        }
        int ofThisKind = passed.getOrDefault(kind, 0);
        if (ofThisKind < maxOfAKind && passedInAll < maxInAll) {
            passed.put(kind, ofThisKind + 1);
            passedInAll++;
            return new Decision(true, before);
        }
        // Only of kinds that have passed: so the map is no longer than what passed in all.
        leftOut.merge(ofThisKind > 0 ? kind : ANY_OTHER, 1L, Long::sum);
        return new Decision(false, before);
    }

    /** Ends the period; what was left out in it. */
    synchronized List<LeftOut> close() {
        List<LeftOut> told = new ArrayList<>();
        leftOut.forEach((kind, times) -> told.add(new LeftOut(kind, times)));
        passed.clear();
        leftOut.clear();
        passedInAll = 0;
        return told;
    }
}
