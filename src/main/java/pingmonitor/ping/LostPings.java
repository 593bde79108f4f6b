package pingmonitor.ping;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The lost pings of which nobody knows yet where they were lost, in the order in which to ask about them. */
final class LostPings {
    /** Of more the oldest go: a server does not remember them either. */
    static final int MOST = 8_192;

    /** A ping that is younger may still be on its way there, however short the time-out. */
    static final long LEAST_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** A ping that is older is not on its way there any more. */
    static final long SURE_AGE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private record Loss(InFlight ping, long askFromNanos) {}

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

    boolean contains(InFlight ping) {
        return losses.containsKey(ping.sequence());
    }

    /** A ping was lost, or is it still for another reason. */
    void add(InFlight ping) {
        if (!contains(ping)) {
            put(ping, ping.sentNanos + LEAST_AGE_NANOS);
        }
        if (losses.size() > MOST) {
            remove(losses.values().iterator().next().ping());
        }
    }

    /** A ping was not lost after all, or all that can be known of it is known. */
    void remove(InFlight ping) {
        Loss loss = losses.remove(ping.sequence());
        if (loss != null) {
            turns.remove(loss);
        }
    }

    /** Asks about a ping again later. */
    void postpone(InFlight ping, long untilNanos) {
        remove(ping);
        put(ping, untilNanos);
    }

    /** The end is near: asks about all as if none had been put off. */
    void hasten(long nowNanos) {
        for (Loss loss : List.copyOf(losses.values())) {
            if (loss.askFromNanos() - nowNanos > 0) {
                remove(loss.ping());
                add(loss.ping());
            }
        }
    }

    /** When the first of them can be asked about; empty without any. */
    OptionalLong askFromNanos() {
        return turns.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(turns.first().askFromNanos());
    }

    /** The next ones that can be asked about now. */
    List<InFlight> next(int most, long nowNanos) {
        return turns.stream()
                .takeWhile(loss -> nowNanos - loss.askFromNanos() >= 0)
                .limit(most)
                .map(Loss::ping)
                .toList();
    }

    private void put(InFlight ping, long askFromNanos) {
        Loss loss = new Loss(ping, askFromNanos);
        losses.put(ping.sequence(), loss);
        turns.add(loss);
    }
}
