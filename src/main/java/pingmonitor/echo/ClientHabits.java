package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pingmonitor.echo.ClientSockets.PortState;

/**
 * What clients do after their datagrams were dropped, answered twice or answered late, for hints to their authors. No
 * fate depends on it. Bounded: the client heard of least recently is forgotten. Thread-safe.
 */
final class ClientHabits {
    static final int MAX_CLIENTS = 1_024;

    static final int MAX_SILENT_AT_ONE_ADDRESS = 16;

    /** A client that sends again within this time after a drop gets no hint. */
    static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final RecentMap<InetSocketAddress, Habit> habits = new RecentMap<>(MAX_CLIENTS);

    /** The clients of an address that fell silent, the latest first. Each may go on from another port. */
    private final RecentMap<InetAddress, Deque<InetSocketAddress>> silentAt =
            new RecentMap<>(MAX_CLIENTS);

    private static final class Habit {
        private final ClientSilence silence = new ClientSilence();
        private final StrayReply copy = new StrayReply();
        private final StrayReply late = new StrayReply();
        private long lastNanos;

        private Habit(long nowNanos) {
            lastNanos = nowNanos;
        }
    }

    /** A client sent something other than a ping. */
    synchronized void heard(InetSocketAddress client, long nowNanos) {
        habit(client, nowNanos).silence.heard();
    }

    /**
     * A client sent a ping. Called before any other method for that ping.
     *
     * @param number the ping's own, asked only if it matters
     */
    synchronized List<ServerEvent.Hint> pinged(
            InetSocketAddress client, Supplier<OptionalLong> number, long nowNanos, Instant now) {
        if (!habits.containsKey(client)) {
            explainSilence(client.getAddress(), number);
        }
        Habit habit = habit(client, nowNanos);
        long sinceLastNanos = nowNanos - habit.lastNanos;
        habit.lastNanos = nowNanos;
        habit.silence.heard();
        List<ServerEvent.Hint> hints = new ArrayList<>(0);
        OptionalLong copy = habit.copy.next(nowNanos, sinceLastNanos);
        OptionalLong late = habit.late.next(nowNanos, sinceLastNanos);
        copy.ifPresent(gap -> hints.add(soon(client, now, ServerEvent.Stray.COPY, gap)));
        late.ifPresent(gap -> hints.add(soon(client, now, ServerEvent.Stray.LATE_REPLY, gap)));
        return hints;
    }

    /** The client's ping was dropped. */
    synchronized void dropped(
            InetSocketAddress client, Supplier<OptionalLong> number, long nowNanos) {
        if (habit(client, nowNanos).silence.dropped(number, nowNanos)) {
            Deque<InetSocketAddress> latest =
                    silentAt.computeIfAbsent(client.getAddress(), key -> new ArrayDeque<>());
            latest.addFirst(client);
            if (latest.size() > MAX_SILENT_AT_ONE_ADDRESS) {
                latest.removeLast();
            }
        }
    }

    /**
     * A reply left.
     *
     * @param cameNanos when its datagram had come
     * @param copies how many left
     */
    synchronized void replied(InetSocketAddress client, long cameNanos, int copies, long nowNanos) {
        Habit habit = habit(client, nowNanos);
        if (copies > 1) {
            habit.copy.left(nowNanos);
        }
        if (habit.lastNanos - cameNanos > 0) {
            habit.late.left(nowNanos);
        }
    }

    /** Clients that have been silent for so long that they may wait for ever. */
    synchronized List<InetSocketAddress> silent(long nowNanos) {
        return habits.entrySet().stream()
                .filter(each -> each.getValue().silence.silentNanos(nowNanos) >= SILENT_NANOS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The hint about a silent client. Empty if the client has sent again, or if its port is closed: then it has
     * ended.
     */
    synchronized Optional<ServerEvent.Hint> takeSilent(
            InetSocketAddress client, PortState port, long nowNanos, Instant now) {
        Habit habit = habits.get(client);
        long silentNanos = habit == null ? -1 : habit.silence.silentNanos(nowNanos);
        if (silentNanos < SILENT_NANOS) {
            return Optional.empty();
        }
        habit.silence.end();
        return port == PortState.CLOSED
                ? Optional.empty()
                : Optional.of(
                        new ServerEvent.SilentAfterDrop(
                                client, now, Duration.ofNanos(silentNanos)));
    }

    /** A silent client may go on from a new port. It is the latest one whose ping number the new port continues. */
    private void explainSilence(InetAddress address, Supplier<OptionalLong> number) {
        Deque<InetSocketAddress> latest = silentAt.get(address);
        if (latest == null) {
            return;
        }
        OptionalLong next = number.get();
        for (InetSocketAddress silent : latest) {
            Habit habit = habits.get(silent);
            if (habit != null && habit.silence.mayGoOnWith(next)) {
                habit.silence.end();
                return;
            }
        }
    }

    private Habit habit(InetSocketAddress client, long nowNanos) {
        return habits.computeIfAbsent(client, key -> new Habit(nowNanos));
    }

    private static ServerEvent.Hint soon(
            InetSocketAddress client, Instant now, ServerEvent.Stray stray, long gapNanos) {
        return new ServerEvent.NextSoonAfter(client, now, stray, Duration.ofNanos(gapNanos));
    }
}
