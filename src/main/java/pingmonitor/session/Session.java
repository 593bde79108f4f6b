package pingmonitor.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;

/**
 * What happened in one run: the fold of its events. Events are applied on the run's threads, one at a time; everything
 * may be read from any thread at any time and is consistent in itself.
 */
public final class Session {
    /** Of a session without history beside those that may be under way: most replies that come too late find their row. */
    private static final int KEPT_ROWS = 8_000;

    private static final Set<PingState> ONLY_WAITING = EnumSet.of(PingState.WAITING);
    private static final Set<PingState> WAITING_OR_UNREACHABLE =
            EnumSet.of(PingState.WAITING, PingState.UNREACHABLE);
    private static final Set<PingState> LOST_WITHOUT_REPLY =
            EnumSet.of(PingState.TIMED_OUT, PingState.UNREACHABLE);

    /** Rows looked at in one go. */
    private static final int PORTION = 10_000;

    private final PingPlan plan;
    private final Object lock = new Object();
    private final RowStore rows;
    private final Journal journal;
    private final RunningStatistics figures = new RunningStatistics();
    private final MappedAddressHistory sightings = new MappedAddressHistory();
    private final LostNumbers lostNumbers = new LostNumbers();
    private Optional<PingEvent.Started> started = Optional.empty();
    private Optional<PingEvent.Finished> finished = Optional.empty();
    private Optional<Problem> problem = Optional.empty();

    public Session(PingPlan plan) {
        this(plan, new RowStore(), true);
    }

    private Session(PingPlan plan, RowStore rows, boolean keepsJournal) {
        this.plan = plan;
        this.rows = rows;
        this.journal = new Journal(rows, keepsJournal);
    }

    /**
     * A session whose memory does not grow with the run. Its figures are those of the whole run; of its rows it keeps the latest, among them
     * all that wait for a reply, and it has no journal.
     *
     * @param folds take each row when it is forgotten
     */
    public static Session withoutHistory(PingPlan plan, List<RowFold> folds) {
        long underWay =
                plan.pacing() instanceof Pacing.FixedRate fixedRate
                        ? plan.timeout().dividedBy(fixedRate.interval())
                        : 0;
        return new Session(plan, new RowStore(Math.toIntExact(underWay) + KEPT_ROWS, folds), false);
    }

    /** What the run was asked to do. */
    public PingPlan plan() {
        return plan;
    }

    /**
     * Folds one event in; the row it made or changed, if it was about a ping whose row is not forgotten.
     *
     * @throws IllegalStateException when the event cannot follow on those before: a ping that was never sent, or one
     *     that is settled already
     */
    public Optional<PingRow> apply(PingEvent event) {
        synchronized (lock) {
            if (!(event instanceof PingEvent.OfPing ofPing)) {
                return applyToRun(event);
            }
            if (rows.hasForgotten(ofPing.sequence())) {
                applyToForgotten(ofPing);
                return Optional.empty();
            }
            return Optional.of(rows.row(applyToPing(ofPing)));
        }
    }

    /** The figures now. */
    public Statistics statistics() {
        synchronized (lock) {
            return figures.now();
        }
    }

    /**
     * How many rows there are. They are in order of sequence number; row {@code i} is the ping with sequence
     * {@code i + 1} as long as a run skips no number. Those that a session without history has forgotten count.
     */
    public int rowCount() {
        synchronized (lock) {
            return rows.size();
        }
    }

    /** A copy of the rows {@code from} (inclusive) to {@code to} (exclusive), clipped to what there is. */
    public List<PingRow> rows(int from, int to) {
        synchronized (lock) {
            return copy(Math.max(from, rows.first()), to, rows.size(), rows::row);
        }
    }

    /**
     * Has a fold take all rows, also those that a session without history has forgotten, if it was made with a fold of that kind. Takes a
     * while for a long run; of one that goes on rows may be missing or not the latest.
     */
    public void fold(RowFold fold) {
        int from;
        int end;
        synchronized (lock) {
            rows.folds().stream().anyMatch(fold::resume);
            from = rows.first();
            end = rows.size();
        }
        for (; from < end; from += PORTION) {
            rows(from, Math.min(end, from + PORTION)).forEach(fold::add);
        }
    }

    /** How many entries the journal has. */
    public int journalSize() {
        synchronized (lock) {
            return journal.size();
        }
    }

    /**
     * A copy of the journal from entry {@code from} on: every event in order, except {@link PingEvent.Sent}, {@link PingEvent.HeldUp},
     * {@link PingEvent.Verdict} and {@link #leftOutOfJournal}. The console of a run is made from it.
     */
    public List<PingEvent> journal(int from) {
        return journal(from, Integer.MAX_VALUE);
    }

    /** A copy of the journal's entries {@code from} (inclusive) to {@code to} (exclusive), clipped to what there is. */
    public List<PingEvent> journal(int from, int to) {
        synchronized (lock) {
            return copy(from, to, journal.size(), journal::get);
        }
    }

    /** How many duplicates and foreign datagrams were only counted, because the journal holds so many of them already. */
    public long leftOutOfJournal() {
        synchronized (lock) {
            return journal.leftOut();
        }
    }

    /** The address in use, once the name is resolved. */
    public Optional<InetSocketAddress> remote() {
        synchronized (lock) {
            return started.map(PingEvent.Started::remote);
        }
    }

    /** When the run began. */
    public Optional<Instant> startedAt() {
        synchronized (lock) {
            return started.map(PingEvent.Started::at);
        }
    }

    /** When the run ended; empty while it goes on. */
    public Optional<Instant> finishedAt() {
        synchronized (lock) {
            return finished.map(PingEvent.Finished::at);
        }
    }

    /** How the run ended; empty while it goes on. */
    public Optional<PingEvent.Outcome> outcome() {
        synchronized (lock) {
            return finished.map(PingEvent.Finished::outcome);
        }
    }

    /** Why the run failed, or why the latest ping could not be sent. */
    public Optional<Problem> problem() {
        synchronized (lock) {
            return problem;
        }
    }

    /**
     * The address and port under which the server sees this machine, as it said last; empty unless the server is of this
     * program and was asked.
     */
    public Optional<InetSocketAddress> seenAs() {
        synchronized (lock) {
            return sightings.latest().map(PingEvent.SeenAs::endpoint);
        }
    }

    /** The same, with the address and port that this machine has itself. */
    public Optional<PingEvent.SeenAs> sighting() {
        synchronized (lock) {
            return sightings.latest();
        }
    }

    /** Whether the server sees another address or port than this machine has: a NAT is on the way. */
    public boolean seenThroughNat() {
        synchronized (lock) {
            return sightings
                    .latest()
                    .filter(seen -> !seen.endpoint().equals(seen.local()))
                    .isPresent();
        }
    }

    /** Whether in this run the same port of this machine was seen as one, and later as another: a NAT changed it. */
    public boolean seenAsChanged() {
        synchronized (lock) {
            return sightings.changed();
        }
    }

    /** As what the server saw the same port of this machine just before one of the run's events, if it was something else. */
    public Optional<InetSocketAddress> seenBefore(PingEvent.SeenAs event) {
        synchronized (lock) {
            return sightings.before(event);
        }
    }

    /** The numbers of the pings that were lost there; empty when they are, or once were, more than {@code most}. */
    public List<Long> lostAt(LossLocation where, int most) {
        synchronized (lock) {
            List<Long> numbers = lostNumbers.at(where);
            return numbers.size() <= most && numbers.size() == figures.lostAt(where)
                    ? numbers
                    : List.of();
        }
    }

    private Optional<PingRow> applyToRun(PingEvent event) {
        if (event instanceof PingEvent.Started start) {
            started = Optional.of(start);
        } else if (event instanceof PingEvent.Foreign) {
            figures.foreign();
            journal.addUnasked(event);
            return Optional.empty();
        } else if (event instanceof PingEvent.Missed missed) {
            figures.missed(missed.slots());
        } else if (event instanceof PingEvent.SeenAs seen) {
            sightings.add(seen);
        } else if (event instanceof PingEvent.Failed failed) {
            problem = Optional.of(failed.problem());
        } else if (event instanceof PingEvent.Finished end) {
            finished = Optional.of(end);
        }
        journal.add(event);
        return Optional.empty();
    }

    /** The index of the row that was made or changed. */
    private int applyToPing(PingEvent.OfPing event) {
        if (event instanceof PingEvent.Sent sent) {
            return sent(sent);
        } else if (event instanceof PingEvent.SendFailed failed) {
            return sendFailed(failed);
        } else if (event instanceof PingEvent.Replied replied) {
            return replied(replied);
        } else if (event instanceof PingEvent.TimedOut timedOut) {
            int row = moved(timedOut, PingState.TIMED_OUT, ONLY_WAITING);
            figures.timedOut();
            journal.addTimedOut(row);
            return row;
        } else if (event instanceof PingEvent.Late late) {
            return late(late);
        } else if (event instanceof PingEvent.Duplicate) {
            int row = rowOf(event);
            rows.addDuplicate(row);
            figures.duplicate();
            journal.addUnasked(event);
            return row;
        } else if (event instanceof PingEvent.Unreachable unreachable) {
            return unreachable(unreachable);
        } else if (event instanceof PingEvent.HeldUp heldUp) {
            int row = rowOf(heldUp);
            long before = rows.heldUp(row, heldUp.heldUpNanos());
            figures.heldUp(rows.state(row), before, heldUp.heldUpNanos(), plan.timeout().toNanos());
            return row;
        } else if (event instanceof PingEvent.Verdict verdict) {
            return verdict(verdict);
        } else {
            int row = moved(event, PingState.CANCELLED, ONLY_WAITING);
            figures.cancelled();
            journal.addCancelled(row);
            return row;
        }
    }

    private int sent(PingEvent.Sent event) {
        int row = rows.add(event.sequence(), event.at(), event.bytes(), PingState.WAITING);
        figures.sent();
        problem = Optional.empty();
        return row;
    }

    private int sendFailed(PingEvent.SendFailed event) {
        int row = rows.add(event.sequence(), event.at(), 0, PingState.SEND_FAILED);
        figures.sendFailed();
        problem = Optional.of(event.problem());
        journal.add(event);
        return row;
    }

    private int replied(PingEvent.Replied event) {
        PingState before = rows.state(rowOf(event));
        int row = moved(event, PingState.REPLIED, WAITING_OR_UNREACHABLE);
        lostWhere(row, Optional.empty());
        rows.reply(row, event.rttNanos(), event.reply());
        figures.replied(
                before,
                rows.refusal(row),
                event.sequence(),
                event.rttNanos(),
                event.reply().match(),
                rows.rttOnTime(row - 1, event.sequence() - 1),
                rows.rttOnTime(row + 1, event.sequence() + 1));
        journal.addReplied(row);
        return row;
    }

    private int late(PingEvent.Late event) {
        PingState before = rows.state(rowOf(event));
        int row = moved(event, PingState.LATE, LOST_WITHOUT_REPLY);
        lostWhere(row, Optional.empty());
        rows.reply(row, event.rttNanos(), event.reply());
        figures.late(event.sequence(), before, rows.refusal(row), event.reply().match());
        journal.addLate(row);
        return row;
    }

    private int unreachable(PingEvent.Unreachable event) {
        int row = rowOf(event);
        PingState before = rows.state(row);
        // The news may come after the time-out; a ping that has a reply keeps it.
        if (before == PingState.WAITING || before == PingState.TIMED_OUT) {
            rows.state(row, PingState.UNREACHABLE);
            rows.refusal(row, event.refusal());
            figures.unreachable(before, event.refusal());
        }
        journal.add(event);
        return row;
    }

    private int verdict(PingEvent.Verdict event) {
        int row = rowOf(event);
        PingState state = rows.state(row);
        if (!LOST_WITHOUT_REPLY.contains(state) || event.where() == LossLocation.ANSWERED) {
            throw new IllegalStateException(event + ", but the ping is " + state);
        }
        lostWhere(row, Optional.of(event.where()));
        return row;
    }

    private void lostWhere(int row, Optional<LossLocation> where) {
        lostWhere(rows.sequence(row), rows.lostWhere(row), where);
        rows.lostWhere(row, where);
    }

    private void lostWhere(
            long sequence, Optional<LossLocation> before, Optional<LossLocation> after) {
        figures.lostWhere(before, after);
        lostNumbers.move(sequence, before, after);
    }

    /** What is heard of a ping whose row is forgotten, long after its time: its figures change as with a row. */
    private void applyToForgotten(PingEvent.OfPing event) {
        long sequence = event.sequence();
        ForgottenLosses losses = rows.forgottenLosses();
        Optional<PingState> lost = losses.state(sequence);
        Optional<LossLocation> where = losses.where(sequence);
        Optional<PingEvent.Refusal> refusal = losses.refusal(sequence);
        if (event instanceof PingEvent.Duplicate) {
            figures.duplicate();
        } else if (event instanceof PingEvent.Late late && lost.isPresent()) {
            lostWhere(sequence, where, Optional.empty());
            figures.late(sequence, lost.get(), refusal, late.reply().match());
            rows.folds().forEach(fold -> fold.late(late.rttNanos()));
            losses.change(sequence, PingState.LATE, Optional.empty(), refusal);
        } else if (event instanceof PingEvent.Verdict verdict && lost.isPresent()) {
            lostWhere(sequence, where, Optional.of(verdict.where()));
            losses.change(sequence, lost.get(), Optional.of(verdict.where()), refusal);
        } else if (event instanceof PingEvent.Unreachable news
                && lost.equals(Optional.of(PingState.TIMED_OUT))) {
            Optional<PingEvent.Refusal> said = Optional.of(news.refusal());
            figures.unreachable(PingState.TIMED_OUT, news.refusal());
            losses.change(sequence, PingState.UNREACHABLE, where, said);
        }
    }

    private int moved(PingEvent.OfPing event, PingState to, Set<PingState> allowed) {
        int row = rowOf(event);
        PingState before = rows.state(row);
        if (!allowed.contains(before)) {
            throw new IllegalStateException(event + ", but the ping is " + before);
        }
        rows.state(row, to);
        return row;
    }

    private int rowOf(PingEvent.OfPing event) {
        int row = rows.indexOf(event.sequence());
        if (row < 0) {
            throw new IllegalStateException(event + ", but no such ping was sent");
        }
        return row;
    }

    private static <T> List<T> copy(int from, int to, int size, IntFunction<T> get) {
        int first = Math.max(0, from);
        int end = Math.min(to, size);
        List<T> copy = new ArrayList<>(Math.max(0, end - first));
        for (int i = first; i < end; i++) {
            copy.add(get.apply(i));
        }
        return copy;
    }
}
