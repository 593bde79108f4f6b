package pingmonitor.session;

import java.util.EnumMap;
import java.util.Map;
import pingmonitor.ping.ReplyMatch;

/**
 * How many pings' first replies, on time or late, named their ping in which way.
 *
 * @param counts by the way; a way that no reply took is missing
 */
public record ReplyMatches(Map<ReplyMatch, Long> counts) {
    public ReplyMatches {
        counts = Map.copyOf(counts);
    }

    /** Makes it from counts by the ordinal of the way. */
    static ReplyMatches of(long[] byOrdinal) {
        Map<ReplyMatch, Long> counts = new EnumMap<>(ReplyMatch.class);
        for (ReplyMatch match : ReplyMatch.values()) {
            if (byOrdinal[match.ordinal()] > 0) {
                counts.put(match, byOrdinal[match.ordinal()]);
            }
        }
        return new ReplyMatches(counts);
    }

    /** How many replies named their ping in that way. */
    public long of(ReplyMatch match) {
        return counts.getOrDefault(match, 0L);
    }

    /** How many replies there are. */
    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
