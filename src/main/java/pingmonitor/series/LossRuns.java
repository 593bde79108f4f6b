package pingmonitor.series;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The loss periods of a stretch (RFC 3357): runs of lost pings, by length. Only settled pings count: one that is under
 * way, cancelled or was never sent neither ends a run nor belongs to it, and neither does a number that was skipped.
 * Runs at both ends of the stretch may go on beyond it and are kept open, so that they join when stretches are added
 * up. Not thread-safe.
 */
final class LossRuns {
    /** Number of runs by length, of those between two pings that were answered on time. */
    private final SortedMap<Long, Long> closed;

    private boolean anyOnTime;

    /** Losses before the first ping that was answered on time; all of them without such a ping. */
    private long leading;

    /** Losses behind the last ping that was answered on time; 0 without such a ping. */
    private long trailing;

    LossRuns() {
        this(false, 0, 0, new TreeMap<>());
    }

    LossRuns(boolean anyOnTime, long leading, long trailing, SortedMap<Long, Long> closed) {
        this.anyOnTime = anyOnTime;
        this.leading = leading;
        this.trailing = trailing;
        this.closed = closed;
    }

    void addLost() {
        if (anyOnTime) {
            trailing++;
        } else {
            leading++;
        }
    }

    void addOnTime() {
        if (trailing > 0) {
            closed.merge(trailing, 1L, Long::sum);
            trailing = 0;
        }
        anyOnTime = true;
    }

    /** Adds the runs of the stretch that follows. */
    void add(LossRuns next) {
        if (!next.anyOnTime) {
            if (anyOnTime) {
                trailing += next.leading;
            } else {
                leading += next.leading;
            }
            return;
        }
        if (!anyOnTime) {
            leading += next.leading;
        } else if (trailing + next.leading > 0) {
            closed.merge(trailing + next.leading, 1L, Long::sum);
        }
        next.closed.forEach((length, runs) -> closed.merge(length, runs, Long::sum));
        trailing = next.trailing;
        anyOnTime = true;
    }

    boolean anyOnTime() {
        return anyOnTime;
    }

    long leading() {
        return leading;
    }

    long trailing() {
        return trailing;
    }

    SortedMap<Long, Long> closed() {
        return closed;
    }

    /** Number of runs by length in pings, those at the ends as long as they are within the stretch. */
    SortedMap<Long, Long> byLength() {
        SortedMap<Long, Long> all = new TreeMap<>(closed);
        if (leading > 0) {
            all.merge(leading, 1L, Long::sum);
        }
        if (trailing > 0) {
            all.merge(trailing, 1L, Long::sum);
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
