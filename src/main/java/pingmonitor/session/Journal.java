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

    private static final Kind[] KINDS = Kind.values();

    /** How an event is kept: as itself, or as the row that tells it. */
    enum Kind {
        OTHER,
        REPLIED,
        TIMED_OUT,
        LATE,
        CANCELLED
    }

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
        append(Kind.OTHER, others.size());
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

    /** Notes an event that can be told from its row. */
    void add(Kind kind, int row) {
        append(kind, row);
    }

    PingEvent get(int index) {
        int place = (int) (entries[index] >>> KIND_BITS);
        return switch (KINDS[(int) entries[index] & ((1 << KIND_BITS) - 1)]) {
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
            case OTHER -> others.get(place);
        };
    }

    private void append(Kind kind, int place) {
        if (!isKept) {
            return;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = (long) place << KIND_BITS | kind.ordinal();
    }
}
