package pingmonitor.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.TargetPlan;

/**
 * Finds outages in the pings of a run: so many losses in a row, by sequence number. It has no clock and keeps no rows,
 * so a run can be handed over in parts. A ping that could not be sent counts as a loss here. A cancelled one is passed
 * over. A standstill of this machine is no outage: it ends whatever goes on, and losses of pings that were under way in
 * it do not count. A refusal does, since only the network can make one. Not thread-safe.
 */
public final class OutageDetector {
    /** The most losses in a row that can be asked for. */
    public static final int MAX_MIN_LOSSES = TargetPlan.MAX_MIN_LOSSES;

    /** A time-out is declared a millisecond late, and a standstill that kept it from that may seem to begin then. */
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final int minLosses;
    private final long underWayNanos;
    private final BiConsumer<LossChain, OutageEnd> ended;
    private final OutageTotals totals = new OutageTotals();

    /** Standstills that began after the latest row was sent. */
    private final Deque<Standstill> upcoming = new ArrayDeque<>();

    /** The end of the latest standstill that began before the latest row was sent. */
    private long awakeNanos = Long.MIN_VALUE;

    private long standstillsUntil = Long.MIN_VALUE;
    private Optional<Moment> first = Optional.empty();
    private Optional<Moment> latest = Optional.empty();
    private Optional<LossChain> chain = Optional.empty();

    private record Standstill(long fromNanos, long untilNanos) {}

    /** When a ping was sent, by the clock and since the run began. */
    private record Moment(Instant at, long nanos) {
        Instant wallTimeOf(long runNanos) {
            return at.plusNanos(runNanos - nanos);
        }
    }

    /**
     * @param timeout of the run's plan: so long a lost ping was under way
     * @param minLosses how many losses in a row are an outage, 1 to {@link #MAX_MIN_LOSSES}
     * @param ended takes each outage when it is over
     */
    public OutageDetector(Duration timeout, int minLosses, Consumer<Outage> ended) {
        this(timeout, minLosses, (chain, end) -> ended.accept(chain.outage()));
    }

    OutageDetector(Duration timeout, int minLosses, BiConsumer<LossChain, OutageEnd> ended) {
        if (minLosses < 1 || minLosses > MAX_MIN_LOSSES) {
            throw new IllegalArgumentException("losses " + minLosses);
        }
        this.minLosses = minLosses;
        this.underWayNanos = timeout.toNanos() + SETTLING_NANOS;
        this.ended = ended;
    }

    /** Notes a standstill, in order, and before any row that was settled after it. */
    public void standstill(PingEvent.Stalled event) {
        long from = Math.max(event.runNanos() - event.leastNanos(), standstillsUntil);
        if (event.runNanos() > from) {
            standstillsUntil = event.runNanos();
            upcoming.addLast(new Standstill(from, event.runNanos()));
        }
    }

    /** Takes the next row, in order of sequence number; it waits for nothing any more. */
    public void add(PingRow row) {
        passStandstills(row.sentNanos());
        Moment sent = new Moment(row.sentAt(), row.sentNanos());
        switch (row.state()) {
            case REPLIED -> end(sent, OutageEnd.ANSWERED);
            case TIMED_OUT, LATE -> {
                boolean stoodStill =
                        !upcoming.isEmpty()
                                && upcoming.getFirst().fromNanos()
                                        <= row.sentNanos() + underWayNanos;
                if (!stoodStill) {
                    lost(row);
                }
            }
            case UNREACHABLE, SEND_FAILED -> lost(row);
            case CANCELLED -> {
                // Neither answered nor lost.
            }
            case WAITING -> throw new IllegalArgumentException("ping " + row.sequence() + " waits");
        }
        first = first.or(() -> Optional.of(sent));
        latest = Optional.of(sent);
    }

    /** Notes that the run ended; nothing follows. */
    public void finish(Instant at) {
        first.ifPresent(
                begin -> {
                    long nanos = begin.nanos() + Duration.between(begin.at(), at).toNanos();
                    finish(at, Math.max(nanos, latest.orElseThrow().nanos()));
                });
    }

    /** The outage that goes on after the latest row. */
    public Optional<Outage> current() {
        return currentChain().map(LossChain::outage);
    }

    /** The figures of all outages so far, the current one included. */
    public OutageFigures figures() {
        return totals.figures(
                first.map(Moment::nanos).orElse(0L),
                latest.map(Moment::nanos).orElse(0L),
                currentChain());
    }

    /** The losses in a row after the latest row, few or many. */
    Optional<LossChain> chain() {
        return chain;
    }

    Optional<LossChain> currentChain() {
        return chain.filter(losses -> losses.lost() >= minLosses);
    }

    /** A ping of the chain that goes on was answered after all, although the network had refused it. */
    void answeredAfterAll(long sequence) {
        if (chain.filter(losses -> losses.contains(sequence)).isPresent()) {
            end(latest.orElseThrow(), OutageEnd.ANSWERED);
        }
    }

    private void finish(Instant at, long nanos) {
        passStandstills(nanos);
        Moment end = new Moment(at, nanos);
        end(end, OutageEnd.RUN_ENDED);
        latest = Optional.of(end);
    }

    /** Passes the standstills that began until a moment; each ends what goes on. */
    private void passStandstills(long untilNanos) {
        while (!upcoming.isEmpty() && upcoming.getFirst().fromNanos() <= untilNanos) {
            Standstill next = upcoming.removeFirst();
            latest.ifPresent(
                    before -> {
                        long from = next.fromNanos();
                        end(new Moment(before.wallTimeOf(from), from), OutageEnd.STANDSTILL);
                        totals.stoodStill(Math.min(next.untilNanos(), untilNanos) - from);
                    });
            awakeNanos = next.untilNanos();
        }
    }

    private void lost(PingRow row) {
        if (row.sentNanos() < awakeNanos) {
            return;
        }
        if (chain.isEmpty()) {
            chain = Optional.of(new LossChain(row));
            totals.chainBegan();
        }
        chain.get().add(row);
    }

    private void end(Moment when, OutageEnd end) {
        Optional<LossChain> over = currentChain();
        chain = Optional.empty();
        over.ifPresent(
                losses -> {
                    losses.end(when.at(), when.nanos());
                    totals.add(losses, when.nanos());
                    ended.accept(losses, end);
                });
    }
}
