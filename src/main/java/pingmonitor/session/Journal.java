package pingmonitor.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pingmonitor.ping.PingEvent;

/**
 * Every event but {@link PingEvent.Sent}, {@link PingEvent.HeldUp} and {@link PingEvent.Verdict}, in order; of
 * datagrams that answer no ping not more than anybody reads. The frequent kinds are kept as one number and made anew
 * from the rows when asked for. One that is not kept stays empty. Not thread-safe.
 */
final class Journal {
    /** Number of duplicates and foreign datagrams kept. A hostile server can cause any number. */
    static final int MAX_UNASKED = 10_000;

    /** Low bits of an entry: what kind it is. The bits above: the row, or the place in {@link #others}. */
    private static final int KIND_BITS = 3;

    private static final int OTHER = 0;
    private static final int REPLIED = 1;
    private static final int TIMED_OUT = 2;
    private static final int LATE = 3;
    private static final int CANCELLED = 4;

    private final RowStore rows;
    private final boolean isKept;
    private final List<PingEvent> others = new ArrayList<>();
    private long[] entries = new long[16];
    private int size;
    private int unasked;
    private long leftOut;

    Journal(RowStore rows, boolean isKept) {
        this.rows = rows;
        this.isKept = isKept;
    }

    int size() {
        return size;
    }

    /** Notes an event that has no row or cannot be told from it. */
    void add(PingEvent event) {
        append(OTHER, others.size());
        if (isKept) {
            others.add(event);
        }
    }

    /** Notes a datagram that no ping waits for, or of too many only that it came. */
    void addUnasked(PingEvent event) {
        if (unasked < MAX_UNASKED) {
            unasked++;
            add(event);
        } else {
            leftOut++;
        }
    }

    /** How many datagrams came that are not in here. */
    long leftOut() {
        return leftOut;
    }

    void addReplied(int row) {
        append(REPLIED, row);
    }

    void addTimedOut(int row) {
        append(TIMED_OUT, row);
    }

    void addLate(int row) {
        append(LATE, row);
    }

    void addCancelled(int row) {
        append(CANCELLED, row);
    }

    PingEvent get(int index) {
        int place = (int) (entries[index] >>> KIND_BITS);
        return switch ((int) entries[index] & ((1 << KIND_BITS) - 1)) {
            case REPLIED ->
                    new PingEvent.Replied(
                            rows.sequence(place),
                            rows.rttNanos(place),
                            rows.reply(place).orElseThrow());
            case TIMED_OUT -> new PingEvent.TimedOut(rows.sequence(place));
            case LATE ->
                    new PingEvent.Late(
                            rows.sequence(place),
                            rows.rttNanos(place),
                            rows.reply(place).orElseThrow());
            case CANCELLED -> new PingEvent.Cancelled(rows.sequence(place));
            default -> others.get(place);
        };
    }

    private void append(int kind, int place) {
        if (!isKept) {
            return;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = (long) place << KIND_BITS | kind;
    }
}
