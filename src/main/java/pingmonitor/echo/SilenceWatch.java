package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import pingmonitor.echo.SocketTable.PortState;

/**
 * Looks once a second for clients that fell silent after a drop, on a thread of its own because the system is asked.
 */
final class SilenceWatch implements Runnable {
    /** Who floods from made-up addresses shall not flood the log with hints as well. */
    static final int MAX_TOLD_AT_ONCE = 40;

    private static final System.Logger LOG = System.getLogger(SilenceWatch.class.getName());
    private static final long PERIOD_MILLIS = 1_000;

    private final ClientHabits habits;
    private final SocketTable sockets;
    private final Predicate<InetSocketAddress> isLocal;
    private final EchoClocks clocks;
    private final EventSink events;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final FirstDefect defects = new FirstDefect(LOG);

    /**
     * @param isLocal whether a client is on this machine
     */
    SilenceWatch(
            ClientHabits habits,
            SocketTable sockets,
            Predicate<InetSocketAddress> isLocal,
            EchoClocks clocks,
            EventSink events) {
        this.habits = habits;
        this.sockets = sockets;
        this.isLocal = isLocal;
        this.clocks = clocks;
        this.events = events;
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread ends soon after. */
    void stop() {
        stopped.countDown();
    }

    void look() {
        try {
            List<InetSocketAddress> silent = habits.silent(clocks.nanoTime().getAsLong());
            for (InetSocketAddress client : silent.stream().limit(MAX_TOLD_AT_ONCE).toList()) {
                PortState port = isLocal.test(client) ? sockets.stateOf(client) : PortState.UNKNOWN;
                events.emitIfAny(() -> hint(client, port));
            }
        } catch (RuntimeException | Error e) {
            defects.tell(() -> "looking for silent clients broke", e);
        }
    }

    private Optional<ServerEvent.Hint> hint(InetSocketAddress client, PortState port) {
        return habits.takeSilent(
                client, port, clocks.nanoTime().getAsLong(), clocks.wall().instant());
    }
}
