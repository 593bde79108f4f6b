package pingmonitor.echo;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import pingmonitor.echo.ClientSockets.PortState;

/** Looks for clients that fell silent after a drop, and tells hints about them. */
final class SilentClientCheck implements Runnable {
    /** Limit of hints in one check: a flood from forged addresses must not flood the log. */
    static final int MAX_TOLD_AT_ONCE = 40;

    private final ClientHabits habits;
    private final ClientSockets sockets;
    private final Predicate<InetSocketAddress> isLocal;
    private final EchoClocks clocks;
    private final EventSink events;

    /**
     * @param isLocal whether a client is on this machine
     */
    SilentClientCheck(
            ClientHabits habits,
            ClientSockets sockets,
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
        List<InetSocketAddress> silent = habits.silent(clocks.nanoTime().getAsLong());
        for (InetSocketAddress client : silent.stream().limit(MAX_TOLD_AT_ONCE).toList()) {
            PortState port = isLocal.test(client) ? sockets.stateOf(client) : PortState.UNKNOWN;
            events.emitIfAny(() -> hint(client, port));
        }
    }

    private Optional<ServerEvent.Hint> hint(InetSocketAddress client, PortState port) {
        return habits.takeSilent(
                client, port, clocks.nanoTime().getAsLong(), clocks.wall().instant());
    }
}
