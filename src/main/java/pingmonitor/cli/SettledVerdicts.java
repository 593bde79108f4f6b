package pingmonitor.cli;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.SelectivePingVisitor;

/**
 * Makes of a run's events one verdict for each settled ping of which it is known where its way ended. That an answered
 * ping was answered is told only once the server has proven to keep verdicts; that of a lost ping when for a while
 * neither a late reply nor the server has said otherwise, at the latest at the end. Not thread-safe.
 */
final class SettledVerdicts implements SelectivePingVisitor<List<PingEvent.Verdict>> {
    /** So long, in nanoseconds, what the server said of a lost ping may still change. */
    static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final LongSupplier nanoTime;

    /** Those that were answered before the server had proven itself. */
    private final NumberSet answered = new NumberSet();

    private final RecentNumbers told = new RecentNumbers();
    private final Map<Long, Held> held = new LinkedHashMap<>();
    private boolean kept;

    SettledVerdicts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Held(PingEvent.Verdict verdict, long sinceNanos) {}

    /** The verdicts that are to be told now, after an event; maybe very many, made only when they are asked for. */
    List<PingEvent.Verdict> after(PingEvent event) {
        return event.accept(this);
    }

    @Override
    public List<PingEvent.Verdict> ignored(PingEvent event) {
        return released(false, new ArrayList<>());
    }

    @Override
    public List<PingEvent.Verdict> mappedAddress(PingEvent.MappedAddress event) {
        if (kept) {
            return ignored(event);
        }
        kept = true;
        return allAnswered();
    }

    @Override
    public List<PingEvent.Verdict> verdict(PingEvent.Verdict event) {
        hold(event);
        return ignored(event);
    }

    @Override
    public List<PingEvent.Verdict> replied(PingEvent.Replied event) {
        return answered(event.sequence());
    }

    @Override
    public List<PingEvent.Verdict> late(PingEvent.Late event) {
        return answered(event.sequence());
    }

    @Override
    public List<PingEvent.Verdict> finished(PingEvent.Finished event) {
        return released(true, new ArrayList<>());
    }

    private List<PingEvent.Verdict> allAnswered() {
        return new AbstractList<>() {
            @Override
            public PingEvent.Verdict get(int index) {
                return new PingEvent.Verdict(answered.get(index), LossLocation.ANSWERED);
            }

            @Override
            public int size() {
                return answered.size();
            }
        };
    }

    private List<PingEvent.Verdict> answered(long sequence) {
        List<PingEvent.Verdict> due = new ArrayList<>();
        held.remove(sequence);
        if (!kept) {
            answered.add(sequence);
        } else if (!isTold(sequence)) {
            told.mark(sequence);
            due.add(new PingEvent.Verdict(sequence, LossLocation.ANSWERED));
        }
        return released(false, due);
    }

    private boolean isTold(long sequence) {
        return told.isMarked(sequence) || answered.contains(sequence);
    }

    private void hold(PingEvent.Verdict verdict) {
        if (!isTold(verdict.sequence())) {
            held.remove(verdict.sequence());
            held.put(verdict.sequence(), new Held(verdict, nanoTime.getAsLong()));
        }
    }

    private List<PingEvent.Verdict> released(boolean all, List<PingEvent.Verdict> due) {
        long now = nanoTime.getAsLong();
        Iterator<Held> oldest = held.values().iterator();
        while (oldest.hasNext()) {
            Held next = oldest.next();
            if (!all && now - next.sinceNanos() < HOLD_NANOS) {
                return due;
            }
            told.mark(next.verdict().sequence());
            due.add(next.verdict());
            oldest.remove();
        }
        return due;
    }
}
