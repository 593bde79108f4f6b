package pingmonitor.ping.loss;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import pingmonitor.ping.InFlightPing;
import pingmonitor.ping.PingSocket;

/** The lost pings of which nobody knows yet where they were lost, in the order in which to ask about them. */
final class LostPings {
    /** Number of lost pings kept; beyond that the oldest is forgotten, as a server forgets it too. */
    static final int MAX_PINGS = 8_192;

    /** A younger ping may still be on its forward path, however short the time-out. */
    static final long MIN_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** An older ping is no longer on its forward path. */
    static final long SURE_AGE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How often a ping is asked about by its own port while that is not answered. */
    private static final int MAX_DOUBTS = 4;

    /**
     * A lost ping.
     *
     * @param doubts how often what the server said, or did not say, proved nothing
     */
    private record Loss(InFlightPing ping, long askFromNanos, int doubts) {}

    /**
     * Pings to ask about in one question.
     *
     * @param by the port to ask by; empty for the usual one
     */
    record Batch(List<InFlightPing> pings, Optional<PingSocket> by) {
        Batch {
            pings = List.copyOf(pings);
        }
    }

    /** By differences: the clock may overflow. */
    private static final Comparator<Loss> BY_TURN =
            (one, other) -> {
                long apart = one.askFromNanos - other.askFromNanos;
                return apart == 0
                        ? Long.compare(one.ping.sequence(), other.ping.sequence())
                        : Long.signum(apart);
            };

    private final Map<Long, Loss> losses = new LinkedHashMap<>();
    private final NavigableSet<Loss> turns = new TreeSet<>(BY_TURN);

    boolean isEmpty() {
        return losses.isEmpty();
    }

    boolean contains(InFlightPing ping) {
        return losses.containsKey(ping.sequence());
    }

    /** A ping was lost, or is it still for another reason. */
    void add(InFlightPing ping) {
        if (!contains(ping)) {
            put(ping, ping.sentNanos() + MIN_AGE_NANOS, 0);
        }
        if (losses.size() > MAX_PINGS) {
            remove(losses.values().iterator().next().ping());
        }
    }

    /** A ping was not lost after all, or all that can be known of it is known. */
    void remove(InFlightPing ping) {
        Loss loss = losses.remove(ping.sequence());
        if (loss != null) {
            turns.remove(loss);
        }
    }

    /** Asks about a ping again later. */
    void postpone(InFlightPing ping, long untilNanos) {
        int doubts = losses.get(ping.sequence()).doubts();
        remove(ping);
        put(ping, untilNanos, doubts);
    }

    /**
     * Nothing is proved of a ping. What is left is to ask by the port that it left from, which a NAT shows to the
     * server as it showed the ping.
     */
    void doubt(InFlightPing ping, long nowNanos) {
        int doubts = losses.get(ping.sequence()).doubts() + 1;
        remove(ping);
        if (doubts <= MAX_DOUBTS && ping.socket().isOpen()) {
            put(ping, nowNanos, doubts);
        }
    }

    /** The end is near: asks about all as if none had been put off. */
    void hasten(long nowNanos) {
        for (Loss loss : List.copyOf(losses.values())) {
            if (loss.askFromNanos() - nowNanos > 0) {
                postpone(loss.ping(), loss.ping().sentNanos() + MIN_AGE_NANOS);
            }
        }
    }

    /** When the first of them can be asked about; empty without any. */
    OptionalLong askFromNanos() {
        return turns.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(turns.first().askFromNanos());
    }

    /** The next ones that can be asked about now: first those that any port will do for. */
    Batch next(int most, long nowNanos) {
        List<InFlightPing> byAny = due(nowNanos, most, loss -> loss.doubts() == 0);
        if (!byAny.isEmpty()) {
            return new Batch(byAny, Optional.empty());
        }
        Optional<PingSocket> own =
                due(nowNanos, 1, loss -> true).stream().map(ping -> ping.socket()).findFirst();
        return new Batch(due(nowNanos, most, loss -> own.get() == loss.ping().socket()), own);
    }

    private List<InFlightPing> due(long nowNanos, int most, Predicate<Loss> which) {
        return turns.stream()
                .takeWhile(loss -> nowNanos - loss.askFromNanos() >= 0)
                .filter(which)
                .limit(most)
                .map(Loss::ping)
                .toList();
    }

    private void put(InFlightPing ping, long askFromNanos, int doubts) {
        Loss loss = new Loss(ping, askFromNanos, doubts);
        losses.put(ping.sequence(), loss);
        turns.add(loss);
    }
}
