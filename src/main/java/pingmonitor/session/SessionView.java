package pingmonitor.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/**
 * What happened in one run, to be read: a run that goes on, or one that is kept in a file. Everything may be read from
 * any thread. Each answer is consistent in itself; while the run goes on the next may be newer. Rows and journal may be
 * larger than memory, so they are read page by page.
 */
public interface SessionView {
    /** Number of rows on a page, where the whole is read. */
    int PAGE_ROWS = 10_000;

    /** What the run was asked to do. */
    PingPlan plan();

    /** The figures of the whole run, now. */
    Statistics statistics();

    /**
     * Number of rows. They are in order of sequence number; row {@code i} is the ping with sequence {@code i + 1} as
     * long as the run skips no number. Rows that are no longer kept count.
     */
    long rowCount();

    /**
     * A copy of the rows from index {@code from} (inclusive) to {@code to} (exclusive), clipped to those that are kept.
     */
    List<PingRow> rows(long from, long to);

    /** Index of the first kept row with that number or a higher one; {@link #rowCount} without any. */
    long indexOf(long sequence);

    /**
     * Index of a kept row that was sent at or after a moment while the row before it was sent earlier; {@link
     * #rowCount} when the last was sent earlier. There is one such row unless the clock was set back during the run.
     */
    long indexOf(Instant moment);

    /** The row of the ping with that number, if it is kept. */
    default Optional<PingRow> row(long sequence) {
        long index = indexOf(sequence);
        return rows(index, index + 1).stream()
                .filter(row -> row.sequence() == sequence)
                .findFirst();
    }

    /**
     * Hands over the kept rows from index {@code from} (inclusive) to {@code to} (exclusive), without a copy of all.
     */
    default void forEachRow(long from, long to, Consumer<PingRow> consumer) {
        long end = Math.min(to, rowCount());
        for (long page = Math.max(0, from); page < end; page += PAGE_ROWS) {
            rows(page, Math.min(end, page + PAGE_ROWS)).forEach(consumer);
        }
    }

    /**
     * Has a fold take all rows, also those that are no longer kept if the session was made with a fold like it. Takes a
     * while for a long run; of one that goes on, rows may be missing or not the latest.
     *
     * @param fresh has taken no row yet
     * @return the fold with all rows, of the same class: {@code fresh}, or a copy of the one that the session has
     */
    default RowFold fold(RowFold fresh) {
        forEachRow(0, rowCount(), fresh::add);
        return fresh;
    }

    /** Number of entries in the journal. */
    long journalSize();

    /**
     * A copy of the journal's entries {@code from} (inclusive) to {@code to} (exclusive), clipped to what there is:
     * every event in order, except {@link PingEvent.Sent}, {@link PingEvent.HeldUp}, {@link PingEvent.Verdict} and
     * {@link #leftOutOfJournal}. The console of a run is made from it.
     */
    List<PingEvent> journal(long from, long to);

    /** Number of duplicates and foreign datagrams that were counted but not kept: the journal is full of them. */
    long leftOutOfJournal();

    /**
     * When this machine, or this program, stood still, in order; not more than the latest {@link Standstills#MAX_KEPT}.
     * Where a session keeps no list of its own they are found in its journal, which takes a while.
     */
    default List<PingEvent.Stalled> standstills() {
        return Standstills.of(this);
    }

    /** The address in use, once the name is resolved. */
    Optional<InetSocketAddress> remote();

    /** When the run began. */
    Optional<Instant> startedAt();

    /** When the run ended; empty while it goes on. */
    Optional<Instant> finishedAt();

    /** How the run ended; empty while it goes on. */
    Optional<PingEvent.Outcome> outcome();

    /** Why the run failed, or why the latest ping could not be sent. */
    Optional<Problem> problem();

    /**
     * The address and port under which the server sees this machine, with the machine's own, as the server said last.
     * Empty unless the server is of this program and was asked.
     */
    Optional<PingEvent.MappedAddress> latestMappedAddress();

    /**
     * Whether the server saw the same port of this machine under one address, and later under another: a NAT changed
     * it.
     */
    boolean mappedAddressChanged();

    /** Under which other address the server saw the same port just before one of the run's events, if it did. */
    Optional<InetSocketAddress> mappedAddressBefore(PingEvent.MappedAddress event);

    /** The address and port under which the server sees this machine, as it said last. */
    default Optional<InetSocketAddress> mappedAddress() {
        return latestMappedAddress().map(PingEvent.MappedAddress::endpoint);
    }

    /** Whether the server sees another address or port than this machine has: a NAT is on the way. */
    default boolean seenThroughNat() {
        return latestMappedAddress()
                .filter(seen -> !seen.endpoint().equals(seen.local()))
                .isPresent();
    }

    /** The numbers of the pings that were lost there; empty when they are, or once were, more than {@code max}. */
    List<Long> lostAt(LossLocation where, int max);
}
