package pingmonitor.store;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.session.PingRow;
import pingmonitor.session.SessionView;
import pingmonitor.session.Statistics;

/**
 * A run that goes on and is kept, with all its rows: the newest from memory, those before and the journal from its file.
 * Memory does not grow with the run but for the index, 150 bytes for a thousand pings. If the run is not kept any more,
 * rows that are neither in the file nor in memory are left out, and so is the rest of the journal. Thread-safe.
 */
public final class KeptLiveSession implements SessionView, Closeable {
    private final SessionView live;
    private final LiveRunFile file;

    /**
     * @param live folds the run's events and keeps the latest rows, among them all that wait for a reply
     * @param keeper takes each event after {@code live}, under the same lock
     */
    public KeptLiveSession(SessionView live, RunKeeper keeper) {
        this.live = live;
        this.file = new LiveRunFile(keeper);
    }

    @Override
    public PingPlan plan() {
        return live.plan();
    }

    @Override
    public Statistics statistics() {
        return live.statistics();
    }

    @Override
    public long rowCount() {
        return live.rowCount();
    }

    @Override
    public List<PingRow> rows(long from, long to) {
        long first = Math.max(0, from);
        long end = Math.min(to, live.rowCount());
        if (first >= end) {
            return List.of();
        }
        List<PingRow> latest = live.rows(first, end);
        long firstInMemory = end - latest.size();
        if (firstInMemory == first) {
            return latest;
        }
        List<PingRow> older = older(first, firstInMemory);
        if (older.isEmpty()) {
            return latest;
        } else if (older.size() < firstInMemory - first) {
            return older;
        }
        List<PingRow> rows = new ArrayList<>(older);
        rows.addAll(latest);
        return rows;
    }

    private synchronized List<PingRow> older(long from, long to) {
        return file.rows(from, to);
    }

    @Override
    public long indexOf(long sequence) {
        long index = live.indexOf(sequence);
        return isSure(index) ? index : Math.min(index, olderIndexOf(sequence));
    }

    private synchronized long olderIndexOf(long sequence) {
        return file.indexOf(sequence);
    }

    @Override
    public long indexOf(Instant moment) {
        long index = live.indexOf(moment);
        return isSure(index) ? index : olderIndexOf(moment, index);
    }

    private synchronized long olderIndexOf(Instant moment, long end) {
        return file.indexOf(moment, end);
    }

    /** Whether the row before is in memory, too, and so was looked at. */
    private boolean isSure(long index) {
        return index == 0 || !live.rows(index - 1, index).isEmpty();
    }

    @Override
    public synchronized long journalSize() {
        return file.journalSize();
    }

    @Override
    public synchronized List<PingEvent> journal(long from, long to) {
        return file.journal(from, to);
    }

    @Override
    public long leftOutOfJournal() {
        return live.leftOutOfJournal();
    }

    @Override
    public List<PingEvent.Stalled> standstills() {
        return live.standstills();
    }

    @Override
    public Optional<InetSocketAddress> remote() {
        return live.remote();
    }

    @Override
    public Optional<Instant> startedAt() {
        return live.startedAt();
    }

    @Override
    public Optional<Instant> finishedAt() {
        return live.finishedAt();
    }

    @Override
    public Optional<PingEvent.Outcome> outcome() {
        return live.outcome();
    }

    @Override
    public Optional<Problem> problem() {
        return live.problem();
    }

    @Override
    public Optional<PingEvent.MappedAddress> latestMappedAddress() {
        return live.latestMappedAddress();
    }

    @Override
    public boolean mappedAddressChanged() {
        return live.mappedAddressChanged();
    }

    @Override
    public Optional<InetSocketAddress> mappedAddressBefore(PingEvent.MappedAddress event) {
        return live.mappedAddressBefore(event);
    }

    @Override
    public List<Long> lostAt(LossLocation where, int max) {
        return live.lostAt(where, max);
    }

    /** Closes the file; the run goes on. */
    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
