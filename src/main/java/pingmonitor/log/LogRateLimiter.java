package pingmonitor.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps what comes a thousand times a second from filling the disk: in each period it lets pass some entries of a kind
 * and some more in all, and counts the others. Thread-safe.
 */
final class LogRateLimiter {
    private static final String ANY_OTHER = "entries of other kinds";

    private final int mostOfAKind;
    private final int mostInAll;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> passed = new LinkedHashMap<>();
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private int passedInAll;
    private long periodBegan;

    LogRateLimiter(int mostOfAKind, int mostInAll, Duration period, LongSupplier nanoTime) {
        this.mostOfAKind = mostOfAKind;
        this.mostInAll = mostInAll;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        this.periodBegan = nanoTime.getAsLong();
    }

    /** How many entries of a kind did not pass. */
    record LeftOut(String kind, long times) {}

    /**
     * What became of an entry.
     *
     * @param passes whether it is to be written
     * @param before what was left out in the last period and has to be told before it
     */
    record Verdict(boolean passes, List<LeftOut> before) {}

    /** Whether an entry of this kind passes now. */
    synchronized Verdict judge(String kind) {
        List<LeftOut> before = List.of();
        if (nanoTime.getAsLong() - periodBegan >= periodNanos) {
            before = close();
            periodBegan = nanoTime.getAsLong();
        }
        int ofThisKind = passed.getOrDefault(kind, 0);
        if (ofThisKind < mostOfAKind && passedInAll < mostInAll) {
            passed.put(kind, ofThisKind + 1);
            passedInAll++;
            return new Verdict(true, before);
        }
        // Only of kinds that have passed: so the map is no longer than what passed in all.
        leftOut.merge(ofThisKind > 0 ? kind : ANY_OTHER, 1L, Long::sum);
        return new Verdict(false, before);
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
