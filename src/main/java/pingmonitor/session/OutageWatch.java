package pingmonitor.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;

/**
 * Watches a run for outages while it goes on. Tells the beginning of one when the last loss that it takes is settled,
 * and its end with the first reply after it. It takes constant memory. Thread-safe.
 */
public final class OutageWatch {
    /** Number of losses whose cause may change: a server comes to know better within seconds. */
    private static final int MAX_NOTED_CAUSES = 4_096;

    private final Consumer<OutageEvent> listener;
    private final OutageDetector detector;

    /** Rows that wait for a reply, or for the row of a ping before them. */
    private final TreeMap<Long, PingRow> undecided = new TreeMap<>();

    private final Deque<LossChain> over = new ArrayDeque<>();
    private final List<OutageEvent> news = new ArrayList<>();
    private final Map<Long, OutageCause> notedCauses =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, OutageCause> eldest) {
                    return size() > MAX_NOTED_CAUSES;
                }
            };
    private long decidedSequence;
    private Optional<LossChain> told = Optional.empty();
    private boolean endIsTold;

    /**
     * @param plan of the run
     * @param minLosses how many losses in a row are an outage, 1 to {@link OutageDetector#MAX_MIN_LOSSES}
     * @param listener is told on the threads of the run; returns quickly
     */
    public OutageWatch(PingPlan plan, int minLosses, Consumer<OutageEvent> listener) {
        this.listener = listener;
        this.detector = new OutageDetector(plan.timeout(), minLosses, this::ended);
    }

    /**
     * Takes the next event of the run, one at a time.
     *
     * @param touched the row that the event made or changed, in its newest form
     */
    public void take(PingEvent event, Optional<PingRow> touched) {
        // Without the lock, since whoever listens may ask.
        newsOf(event, touched).forEach(listener);
    }

    private synchronized List<OutageEvent> newsOf(PingEvent event, Optional<PingRow> touched) {
        news.clear();
        if (event instanceof PingEvent.Stalled stalled) {
            detector.standstill(stalled);
            endAtStandstill(stalled);
        } else if (event instanceof PingEvent.Finished finished) {
            // A run that broke leaves pings that nobody settles.
            undecided.values().removeIf(row -> row.state() == PingState.WAITING);
            decide();
            detector.finish(finished.at());
        } else {
            touched.ifPresent(this::take);
        }
        return List.copyOf(news);
    }

    /** The outages so far; the last may go on. */
    public synchronized Outages outages() {
        List<Outage> latest = new ArrayList<>(over.stream().map(LossChain::outage).toList());
        detector.current().ifPresent(latest::add);
        return new Outages(latest, detector.figures());
    }

    /** The outage that goes on. */
    public synchronized Optional<Outage> current() {
        return endIsTold ? Optional.empty() : detector.current();
    }

    private void take(PingRow row) {
        if (row.sequence() <= decidedSequence) {
            revise(row);
            return;
        }
        undecided.put(row.sequence(), row);
        if (row.state() == PingState.REPLIED) {
            endAtReply(row);
        }
        decide();
    }

    private void decide() {
        while (!undecided.isEmpty()
                && undecided.firstEntry().getValue().state() != PingState.WAITING) {
            PingRow row = undecided.pollFirstEntry().getValue();
            decidedSequence = row.sequence();
            note(row);
            detector.add(row);
            detector.currentChain().filter(chain -> !isTold(chain)).ifPresent(this::began);
        }
    }

    private boolean isTold(LossChain chain) {
        return told.filter(each -> each == chain).isPresent();
    }

    private void began(LossChain chain) {
        told = Optional.of(chain);
        endIsTold = false;
        news.add(new OutageEvent.Began(chain.outage()));
    }

    private void ended(LossChain chain, OutageEnd end) {
        if (over.size() == Outages.MAX_KEPT) {
            over.removeFirst();
        }
        over.addLast(chain);
        tellEnd(chain, chain.outage(), end, 0);
    }

    /** Pings before this one may still wait: they can make the outage longer in number, but not go on with it. */
    private void endAtReply(PingRow reply) {
        detector.currentChain()
                .filter(this::isTold)
                .ifPresent(
                        chain ->
                                tellEnd(
                                        chain,
                                        chain.outageUntil(reply.sentAt(), reply.sentNanos()),
                                        OutageEnd.ANSWERED,
                                        waitingBefore(reply.sequence())));
    }

    private void endAtStandstill(PingEvent.Stalled stalled) {
        long from = stalled.runNanos() - stalled.leastNanos();
        detector.currentChain()
                .filter(chain -> isTold(chain) && chain.startNanos() <= from)
                .ifPresent(
                        chain ->
                                tellEnd(
                                        chain,
                                        chain.outageUntil(
                                                stalled.at().minusNanos(stalled.leastNanos()),
                                                from),
                                        OutageEnd.STANDSTILL,
                                        0));
    }

    private long waitingBefore(long sequence) {
        return undecided.headMap(sequence).values().stream()
                .filter(row -> row.state() == PingState.WAITING)
                .count();
    }

    private void tellEnd(LossChain chain, Outage outage, OutageEnd end, long stillWaiting) {
        if (isTold(chain) && !endIsTold) {
            endIsTold = true;
            news.add(new OutageEvent.Ended(outage, end, stillWaiting));
        }
    }

    private void note(PingRow row) {
        OutageCause cause = OutageCause.of(row);
        if (row.state().lost() && cause != OutageCause.UNKNOWN) {
            notedCauses.put(row.sequence(), cause);
        }
    }

    /** Something became known of a ping that was decided before. */
    private void revise(PingRow row) {
        if (row.state() == PingState.REPLIED) {
            detector.answeredAfterAll(row.sequence());
            return;
        }
        if (!row.state().lost()) {
            return;
        }
        OutageCause before = notedCauses.getOrDefault(row.sequence(), OutageCause.UNKNOWN);
        OutageCause after = OutageCause.of(row);
        if (before != after) {
            chainOf(row.sequence()).ifPresent(chain -> chain.revise(before, after));
            notedCauses.put(row.sequence(), after);
        }
    }

    private Optional<LossChain> chainOf(long sequence) {
        Optional<LossChain> going = detector.chain().filter(chain -> chain.contains(sequence));
        if (going.isPresent()) {
            return going;
        }
        for (Iterator<LossChain> newest = over.descendingIterator(); newest.hasNext(); ) {
            LossChain chain = newest.next();
            if (chain.lastSequence() < sequence) {
                return Optional.empty();
            }
            if (chain.contains(sequence)) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }
}
