package pingmonitor.session;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/** A live run: folds its events, which come one at a time on the run's threads, and may be read meanwhile. */
public final class Session implements SessionView {
    /**
     * For so long a session without history keeps rows beside those that may be under way: most replies that come too
     * late find their row.
     */
    private static final Duration KEPT_TIME = Duration.ofMinutes(1);

    private static final long MIN_KEPT_ROWS = 100;
    private static final long MAX_KEPT_ROWS = 8_000;

    private final PingPlan plan;
    private final EventFold fold;

    public Session(PingPlan plan) {
        this(plan, new RowStore(), true);
    }

    private Session(PingPlan plan, RowStore rows, boolean keepsJournal) {
        this(plan, new EventFold(plan, rows, keepsJournal));
    }

    private Session(PingPlan plan, EventFold fold) {
        this.plan = plan;
        this.fold = fold;
    }

    /**
     * A session that goes on where another stood, without its journal.
     *
     * @param latestRows the rows that events to come may be about, in order of number
     * @param keptRows how many more rows are kept at least; of older ones only those that wait for a reply
     */
    public static Session resumed(
            PingPlan plan, StatisticsState figures, List<PingRow> latestRows, int keptRows) {
        RowStore rows = new RowStore(latestRows.size() + keptRows, List.of());
        latestRows.forEach(rows::add);
        return new Session(plan, new EventFold(plan, rows, false, new RunningStatistics(figures)));
    }

    /**
     * A session whose memory does not grow with the run. Its figures are those of the whole run; of its rows it keeps
     * the latest, among them all that wait for a reply, and it has no journal.
     *
     * @param folds take each row when it is forgotten
     */
    public static Session withoutHistory(PingPlan plan, List<RowFold> folds) {
        long underWay =
                plan.pacing() instanceof Pacing.FixedRate fixedRate
                        ? plan.timeout().dividedBy(fixedRate.interval())
                        : 0;
        long kept = underWay + keptRows(plan.pacing());
        return new Session(plan, new RowStore(Math.toIntExact(kept), folds), false);
    }

    private static long keptRows(Pacing pacing) {
        Duration shortest =
                pacing instanceof Pacing.FixedRate fixedRate
                        ? fixedRate.interval()
                        : ((Pacing.StopAndWait) pacing).pause();
        long rows = shortest.isZero() ? MAX_KEPT_ROWS : KEPT_TIME.dividedBy(shortest);
        return Math.max(MIN_KEPT_ROWS, Math.min(rows, MAX_KEPT_ROWS));
    }

    @Override
    public PingPlan plan() {
        return plan;
    }

    /**
     * Folds one event in; the row it made or changed, if it was about a ping whose row is not forgotten.
     *
     * @throws IllegalStateException when the event cannot follow on those before: a ping that was never sent, or one
     *     that is settled already
     */
    public synchronized Optional<PingRow> apply(PingEvent event) {
        return fold.apply(event);
    }

    /** Takes back the sending of pings that have no row and of which nothing more will be known. */
    public synchronized void forgetUnderWay(long number) {
        fold.figures.forgetUnderWay(number);
    }

    /** Counts duplicates of which no more is known. */
    public synchronized void countDuplicates(long number) {
        fold.figures.duplicates(number);
    }

    /** Counts datagrams that answered no ping and of which no more is known. */
    public synchronized void countForeign(long number) {
        fold.figures.foreign(number);
    }

    /** All that the figures are made from, now. */
    public synchronized StatisticsState statisticsState() {
        return fold.figures.state();
    }

    @Override
    public synchronized Statistics statistics() {
        return fold.figures.now();
    }

    @Override
    public synchronized long rowCount() {
        return fold.rows.size();
    }

    @Override
    public synchronized List<PingRow> rows(long from, long to) {
        return copy(Math.max(from, fold.rows.first()), to, fold.rows.size(), fold.rows::row);
    }

    @Override
    public synchronized long indexOf(long sequence) {
        return fold.rows.firstFrom(sequence);
    }

    @Override
    public synchronized long indexOf(Instant moment) {
        return fold.rows.firstFrom(moment);
    }

    @Override
    public RowFold fold(RowFold fresh) {
        RowFold taker;
        long from;
        long end;
        synchronized (this) {
            taker =
                    fold.rows.folds().stream()
                            .filter(fresh::isLike)
                            .findFirst()
                            .map(RowFold::copy)
                            .orElse(fresh);
            from = fold.rows.first();
            end = fold.rows.size();
        }
        forEachRow(from, end, taker::add);
        return taker;
    }

    @Override
    public synchronized long journalSize() {
        return fold.journal.size();
    }

    @Override
    public synchronized List<PingEvent> journal(long from, long to) {
        return copy(from, to, fold.journal.size(), fold.journal::get);
    }

    @Override
    public synchronized long leftOutOfJournal() {
        return fold.journal.leftOut();
    }

    @Override
    public synchronized List<PingEvent.Stalled> standstills() {
        return fold.standstills.all();
    }

    @Override
    public synchronized Optional<InetSocketAddress> remote() {
        return fold.started.map(PingEvent.Started::remote);
    }

    @Override
    public synchronized Optional<Instant> startedAt() {
        return fold.started.map(PingEvent.Started::at);
    }

    @Override
    public synchronized Optional<Instant> finishedAt() {
        return fold.finished.map(PingEvent.Finished::at);
    }

    @Override
    public synchronized Optional<PingEvent.Outcome> outcome() {
        return fold.finished.map(PingEvent.Finished::outcome);
    }

    @Override
    public synchronized Optional<Problem> problem() {
        return fold.problem;
    }

    @Override
    public synchronized Optional<PingEvent.MappedAddress> latestMappedAddress() {
        return fold.mappedAddresses.latest();
    }

    @Override
    public synchronized boolean mappedAddressChanged() {
        return fold.mappedAddresses.changed();
    }

    @Override
    public synchronized Optional<InetSocketAddress> mappedAddressBefore(
            PingEvent.MappedAddress event) {
        return fold.mappedAddresses.before(event);
    }

    @Override
    public synchronized List<Long> lostAt(LossLocation where, int max) {
        List<Long> numbers = fold.lostNumbers.at(where);
        return numbers.size() <= max && numbers.size() == fold.figures.lostAt(where)
                ? numbers
                : List.of();
    }

    private static <T> List<T> copy(long from, long to, int size, IntFunction<T> get) {
        int first = (int) Math.max(0, Math.min(from, size));
        int end = (int) Math.max(first, Math.min(to, size));
        List<T> copy = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            copy.add(get.apply(i));
        }
        return copy;
    }
}
