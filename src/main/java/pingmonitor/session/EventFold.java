package pingmonitor.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingEvent.Cancelled;
import pingmonitor.ping.PingEvent.Duplicate;
import pingmonitor.ping.PingEvent.Failed;
import pingmonitor.ping.PingEvent.Finished;
import pingmonitor.ping.PingEvent.Foreign;
import pingmonitor.ping.PingEvent.HeldUp;
import pingmonitor.ping.PingEvent.Late;
import pingmonitor.ping.PingEvent.MappedAddress;
import pingmonitor.ping.PingEvent.Missed;
import pingmonitor.ping.PingEvent.ReceiveFailed;
import pingmonitor.ping.PingEvent.Replied;
import pingmonitor.ping.PingEvent.SendFailed;
import pingmonitor.ping.PingEvent.Sent;
import pingmonitor.ping.PingEvent.Stalled;
import pingmonitor.ping.PingEvent.Started;
import pingmonitor.ping.PingEvent.TimedOut;
import pingmonitor.ping.PingEvent.Unreachable;
import pingmonitor.ping.PingEvent.Verdict;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Problem;
import pingmonitor.ping.SelectivePingVisitor;

/**
 * Folds the events of a run into rows, figures and a journal. The answer to an event is the row that it made or
 * changed, if there is one. Not thread-safe.
 */
final class EventFold implements PingEvent.Visitor<Optional<PingRow>> {
    private static final Set<PingState> ONLY_WAITING = EnumSet.of(PingState.WAITING);
    private static final Set<PingState> WAITING_OR_UNREACHABLE =
            EnumSet.of(PingState.WAITING, PingState.UNREACHABLE);
    private static final Set<PingState> LOST_WITHOUT_REPLY =
            EnumSet.of(PingState.TIMED_OUT, PingState.UNREACHABLE);

    final RowStore rows;
    final Journal journal;
    final RunningStatistics figures;
    final MappedAddressHistory mappedAddresses = new MappedAddressHistory();
    final LostNumbers lostNumbers = new LostNumbers();
    final Standstills standstills = new Standstills();
    Optional<Started> started = Optional.empty();
    Optional<Finished> finished = Optional.empty();
    Optional<Problem> problem = Optional.empty();

    private final long timeoutNanos;
    private final OfForgotten ofForgotten;

    EventFold(PingPlan plan, RowStore rows, boolean keepsJournal) {
        this(plan, rows, keepsJournal, new RunningStatistics());
    }

    /**
     * @param figures of what happened before
     */
    EventFold(PingPlan plan, RowStore rows, boolean keepsJournal, RunningStatistics figures) {
        this.figures = figures;
        this.timeoutNanos = plan.timeout().toNanos();
        this.rows = rows;
        this.journal = new Journal(rows, keepsJournal);
        this.ofForgotten = new OfForgotten();
    }

    /**
     * Folds one event in.
     *
     * @throws IllegalStateException when the event cannot follow on those before
     */
    Optional<PingRow> apply(PingEvent event) {
        boolean isForgotten =
                event instanceof PingEvent.OfPing ofPing && rows.hasForgotten(ofPing.sequence());
        return event.accept(isForgotten ? ofForgotten : this);
    }

    @Override
    public Optional<PingRow> started(Started event) {
        started = Optional.of(event);
        return noted(event);
    }

    @Override
    public Optional<PingRow> foreign(Foreign event) {
        figures.foreign();
        journal.addUnasked(event);
        return Optional.empty();
    }

    @Override
    public Optional<PingRow> missed(Missed event) {
        figures.missed(event.slots());
        return noted(event);
    }

    @Override
    public Optional<PingRow> stalled(Stalled event) {
        standstills.add(event);
        return noted(event);
    }

    @Override
    public Optional<PingRow> mappedAddress(MappedAddress event) {
        mappedAddresses.add(event);
        return noted(event);
    }

    @Override
    public Optional<PingRow> receiveFailed(ReceiveFailed event) {
        return noted(event);
    }

    @Override
    public Optional<PingRow> failed(Failed event) {
        problem = Optional.of(event.problem());
        return noted(event);
    }

    @Override
    public Optional<PingRow> finished(Finished event) {
        finished = Optional.of(event);
        return noted(event);
    }

    @Override
    public Optional<PingRow> sent(Sent event) {
        int row =
                rows.add(
                        event.sequence(),
                        event.at(),
                        event.runNanos(),
                        event.bytes(),
                        PingState.WAITING);
        figures.sent();
        problem = Optional.empty();
        return changed(row);
    }

    @Override
    public Optional<PingRow> sendFailed(SendFailed event) {
        int row =
                rows.add(event.sequence(), event.at(), event.runNanos(), 0, PingState.SEND_FAILED);
        figures.sendFailed();
        problem = Optional.of(event.problem());
        journal.add(event);
        return changed(row);
    }

    @Override
    public Optional<PingRow> replied(Replied event) {
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
        journal.add(Journal.Kind.REPLIED, row);
        return changed(row);
    }

    @Override
    public Optional<PingRow> timedOut(TimedOut event) {
        int row = moved(event, PingState.TIMED_OUT, ONLY_WAITING);
        figures.timedOut();
        journal.add(Journal.Kind.TIMED_OUT, row);
        return changed(row);
    }

    @Override
    public Optional<PingRow> late(Late event) {
        PingState before = rows.state(rowOf(event));
        int row = moved(event, PingState.LATE, LOST_WITHOUT_REPLY);
        lostWhere(row, Optional.empty());
        rows.reply(row, event.rttNanos(), event.reply());
        figures.late(event.sequence(), before, rows.refusal(row), event.reply().match());
        journal.add(Journal.Kind.LATE, row);
        return changed(row);
    }

    @Override
    public Optional<PingRow> duplicate(Duplicate event) {
        int row = rowOf(event);
        rows.addDuplicate(row);
        figures.duplicate();
        journal.addUnasked(event);
        return changed(row);
    }

    @Override
    public Optional<PingRow> unreachable(Unreachable event) {
        int row = rowOf(event);
        PingState before = rows.state(row);
        // The news may come after the time-out; a ping that has a reply keeps it.
        if (before == PingState.WAITING || before == PingState.TIMED_OUT) {
            rows.state(row, PingState.UNREACHABLE);
            rows.refusal(row, event.refusal());
            figures.unreachable(before, event.refusal());
        }
        journal.add(event);
        return changed(row);
    }

    @Override
    public Optional<PingRow> cancelled(Cancelled event) {
        int row = moved(event, PingState.CANCELLED, ONLY_WAITING);
        figures.cancelled();
        journal.add(Journal.Kind.CANCELLED, row);
        return changed(row);
    }

    @Override
    public Optional<PingRow> heldUp(HeldUp event) {
        int row = rowOf(event);
        long before = rows.heldUp(row, event.heldUpNanos());
        figures.heldUp(rows.state(row), before, event.heldUpNanos(), timeoutNanos);
        return changed(row);
    }

    @Override
    public Optional<PingRow> verdict(Verdict event) {
        int row = rowOf(event);
        PingState state = rows.state(row);
        if (!LOST_WITHOUT_REPLY.contains(state) || event.where() == LossLocation.ANSWERED) {
            throw new IllegalStateException(event + ", but the ping is " + state);
        }
        lostWhere(row, Optional.of(event.where()));
        return changed(row);
    }

    private Optional<PingRow> noted(PingEvent event) {
        journal.add(event);
        return Optional.empty();
    }

    private Optional<PingRow> changed(int row) {
        return Optional.of(rows.row(row));
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

    /** What becomes known of a ping whose row is forgotten, long after its time: the figures change as with a row. */
    private final class OfForgotten implements SelectivePingVisitor<Optional<PingRow>> {
        private final ForgottenLosses losses = rows.forgottenLosses();

        @Override
        public Optional<PingRow> ignored(PingEvent event) {
            return Optional.empty();
        }

        @Override
        public Optional<PingRow> duplicate(Duplicate event) {
            figures.duplicate();
            return Optional.empty();
        }

        @Override
        public Optional<PingRow> late(Late event) {
            long sequence = event.sequence();
            losses.state(sequence)
                    .ifPresent(
                            lost -> {
                                Optional<PingEvent.Refusal> refusal = losses.refusal(sequence);
                                lostWhere(sequence, losses.where(sequence), Optional.empty());
                                figures.late(sequence, lost, refusal, event.reply().match());
                                rows.folds().forEach(fold -> fold.late(event.rttNanos()));
                                losses.change(sequence, PingState.LATE, Optional.empty(), refusal);
                            });
            return Optional.empty();
        }

        @Override
        public Optional<PingRow> verdict(Verdict event) {
            long sequence = event.sequence();
            Optional<LossLocation> where = Optional.of(event.where());
            losses.state(sequence)
                    .ifPresent(
                            lost -> {
                                lostWhere(sequence, losses.where(sequence), where);
                                losses.change(sequence, lost, where, losses.refusal(sequence));
                            });
            return Optional.empty();
        }

        @Override
        public Optional<PingRow> unreachable(Unreachable event) {
            long sequence = event.sequence();
            if (losses.state(sequence).equals(Optional.of(PingState.TIMED_OUT))) {
                figures.unreachable(PingState.TIMED_OUT, event.refusal());
                losses.change(
                        sequence,
                        PingState.UNREACHABLE,
                        losses.where(sequence),
                        Optional.of(event.refusal()));
            }
            return Optional.empty();
        }
    }
}
