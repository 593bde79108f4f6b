package pingmonitor.ping;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The pings of a run that something may still be heard of, by number: all that wait for a reply, and the latest of
 * the others. How many can wait is bounded by the plan: at the shortest interval and the longest time-out 600,000.
 */
final class PingRegister {
    /** Number of settled pings kept; a reply to an older one is foreign. */
    static final int MAX_SETTLED = 1 << 16;

    /** Number of pings settled last that a delay of this machine, known later, is compared with. */
    private static final int MAX_LATEST = 1 << 10;

    private final Set<InFlightPing> latest = new LinkedHashSet<>();
    private final NavigableMap<Long, InFlightPing> waiting = new TreeMap<>();
    private final Map<Long, InFlightPing> settled =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, InFlightPing> eldest) {
                    return size() > MAX_SETTLED;
                }
            };

    /** Notes a ping that is about to leave. Numbers only grow. */
    void add(InFlightPing ping) {
        waiting.put(ping.sequence(), ping);
    }

    /** Forgets a ping that did not leave after all. */
    void remove(InFlightPing ping) {
        waiting.remove(ping.sequence());
    }

    /**
     * Changes how a ping stands, to anything but waiting.
     *
     * @param atNanos when its time was over
     * @return whether it was waiting until now
     */
    boolean settle(InFlightPing ping, InFlightPing.State state, long atNanos) {
        boolean waited = ping.waiting();
        ping.state = state;
        ping.settledNanos = atNanos;
        addLatest(ping);
        if (waited) {
            waiting.remove(ping.sequence());
            settled.put(ping.sequence(), ping);
        }
        return waited;
    }

    /** The ping with that number, if it is remembered. */
    Optional<InFlightPing> find(long sequence) {
        InFlightPing found = waiting.get(sequence);
        return Optional.ofNullable(found == null ? settled.get(sequence) : found);
    }

    boolean noneWaiting() {
        return waiting.isEmpty();
    }

    /** The pings that wait, in the order they were sent. */
    List<InFlightPing> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Of the pings settled last those whose time was over after a moment. */
    List<InFlightPing> settledSince(long nanos) {
        return latest.stream().filter(ping -> ping.settledNanos - nanos > 0).toList();
    }

    /** Of the waiting pings the one that was sent first. */
    Optional<InFlightPing> oldestWaiting() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstEntry().getValue());
    }

    /** When the waiting ping that was sent last was; plain, since it is asked while its reply is under way. */
    OptionalLong latestSentNanos() {
        return waiting.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(waiting.lastEntry().getValue().sentNanos);
    }

    /** Of the waiting pings that fit the one that was sent last. */
    Optional<InFlightPing> latestWaiting(Predicate<InFlightPing> fits) {
        return waiting.descendingMap().values().stream().filter(fits).findFirst();
    }

    /** Of a port's pings, waiting or among those settled last, the one sent last that fits. */
    Optional<InFlightPing> latestOf(PingSocket link, Predicate<InFlightPing> fits) {
        return latestWaiting(ping -> ping.link == link && fits.test(ping))
                .or(
                        () ->
                                latest.stream()
                                        .filter(ping -> ping.link == link && fits.test(ping))
                                        .max(Comparator.comparingLong(InFlightPing::sequence)));
    }

    private void addLatest(InFlightPing ping) {
        latest.remove(ping);
        latest.add(ping);
        if (latest.size() > MAX_LATEST) {
            Iterator<InFlightPing> oldest = latest.iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
