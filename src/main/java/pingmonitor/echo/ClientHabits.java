package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import pingmonitor.echo.SocketTable.PortState;

/**
 * What clients do after their datagrams were dropped, answered twice or answered late, for hints to their authors; no fate depends
 * on it. Bounded: the client heard of least recently is forgotten. For any thread.
 */
final class ClientHabits {
    static final int MAX_CLIENTS = 1_024;

    /** A client that goes on within this time after a drop is not told of. */
    static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final RecentMap<InetSocketAddress, Habit> habits = new RecentMap<>(MAX_CLIENTS);

    /** When a run was last heard to go on at an address from a port that was not known: whose port is silent may go on there. */
    private final RecentMap<InetAddress, Long> movedOn = new RecentMap<>(MAX_CLIENTS);

    private static final class Habit {
        private final DropSilence silence = new DropSilence();
        private final StrayReply copy = new StrayReply();
        private final StrayReply late = new StrayReply();
        private long lastNanos;

        private Habit(long nowNanos) {
            lastNanos = nowNanos;
        }
    }

    /** Something else than a ping came from a client. */
    synchronized void heard(InetSocketAddress client, long nowNanos) {
        habit(client, () -> false, nowNanos).silence.heard();
    }

    /**
     * A ping came; to be called before anything else is told of it.
     *
     * @param isFirst whether the ping says of itself that it is the first of a run; asked only of a new client
     */
    synchronized List<ServerEvent.Hint> pinged(
            InetSocketAddress client, BooleanSupplier isFirst, long nowNanos, Instant now) {
        Habit habit = habit(client, isFirst, nowNanos);
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

    /** Its ping was dropped. */
    synchronized void dropped(InetSocketAddress client, long nowNanos) {
        habit(client, () -> false, nowNanos).silence.dropped(nowNanos);
    }

    /**
     * A reply left.
     *
     * @param cameNanos when its datagram had come
     * @param copies how many left
     */
    synchronized void replied(InetSocketAddress client, long cameNanos, int copies, long nowNanos) {
        Habit habit = habit(client, () -> false, nowNanos);
        if (copies > 1) {
            habit.copy.left(nowNanos);
        }
        if (habit.lastNanos - cameNanos > 0) {
            habit.late.left(nowNanos);
        }
    }

    /** Clients that may wait for ever. */
    synchronized List<InetSocketAddress> silent(long nowNanos) {
        return habits.entrySet().stream()
                .filter(each -> each.getValue().silence.silentNanos(nowNanos) >= SILENT_NANOS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The hint about a silent client; nothing if it is none any more. Nor if its port is closed, since it has ended then, or if it
     * may have gone on from another port.
     */
    synchronized Optional<ServerEvent.Hint> takeSilent(
            InetSocketAddress client, PortState port, long nowNanos, Instant now) {
        Habit habit = habits.get(client);
        long silentNanos = habit == null ? -1 : habit.silence.silentNanos(nowNanos);
        if (silentNanos < SILENT_NANOS) {
            return Optional.empty();
        }
        habit.silence.end();
        Long moved = movedOn.get(client.getAddress());
        boolean goesOn = moved != null && nowNanos - moved < silentNanos;
        return port == PortState.CLOSED || goesOn
                ? Optional.empty()
                : Optional.of(
                        new ServerEvent.SilentAfterDrop(
                                client, now, Duration.ofNanos(silentNanos)));
    }

    private Habit habit(InetSocketAddress client, BooleanSupplier isFirst, long nowNanos) {
        Habit known = habits.get(client);
        if (known != null) {
            return known;
        }
        if (!isFirst.getAsBoolean()) {
            movedOn.put(client.getAddress(), nowNanos);
        }
        Habit habit = new Habit(nowNanos);
        habits.put(client, habit);
        return habit;
    }

    private static ServerEvent.Hint soon(
            InetSocketAddress client, Instant now, ServerEvent.Stray stray, long gapNanos) {
        return new ServerEvent.NextSoonAfter(client, now, stray, Duration.ofNanos(gapNanos));
    }
}
