package pingmonitor.ping;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import pingmonitor.wire.ReplyContent;

/**
 * Accompanies a run without being known to it: handles datagrams first, hears the events, and sends datagrams of its
 * own between the pings. Called under the lock of the run.
 */
public interface RunExtension {
    /** Does nothing. */
    RunExtension NONE = new RunExtension() {};

    /**
     * Whether a datagram is the extension's own and no reply to a ping. A reply that names its ping by number and time
     * is never doubted and not shown.
     */
    default boolean takesDatagram(
            PingSocket from, ByteBuffer datagram, ReplyContent content, long stampNanos) {
        return false;
    }

    /** Whether the news that something sent from a socket was refused is about a datagram of the extension's own. */
    default boolean takesRefusal(PingSocket from, long stampNanos) {
        return false;
    }

    /** The run begins. */
    default void begun(long nowNanos) {}

    /** A reply to a ping came, on time or late. */
    default void answered(InFlightPing ping, boolean verified) {}

    /** A ping was lost. */
    default void lost(InFlightPing ping) {}

    /** A datagram came that answers no ping. */
    default void foreign() {}

    /** The time in which a datagram disturbs no ping, until this is called again; empty without any. */
    default void idle(Optional<IdleWindow> window) {}

    /** No ping leaves or waits any more. */
    default void settled(long nowNanos) {}

    /** The run is stopped, and no ping waits any more. */
    default void stopped(long nowNanos) {}

    /** Whether the server is known to send back what it got, before any reply showed it. */
    default boolean knowsServer() {
        return false;
    }

    /** When {@link #onTime} is to be called next; empty when there is nothing to do. */
    default OptionalLong dueNanos() {
        return OptionalLong.empty();
    }

    /** Does what is due now, if anything is. */
    default void onTime(long nowNanos) {}

    /** Until when the run is not to end yet; empty when it may. */
    default OptionalLong holdsUntilNanos() {
        return OptionalLong.empty();
    }

    /**
     * Whether it sends a datagram in place of the ping that is due. Asked only where each ping waits for the one
     * before; the pings wait until the extension releases them.
     */
    default boolean takesTurn(long nowNanos) {
        return false;
    }

    /** Makes the extension of a run. */
    interface Factory {
        RunExtension create(PingPlan plan, InetSocketAddress remote, RunContext run);

        /** Does once for itself what a run will do, so that its first time takes no longer than another. */
        default void warmUp() {}
    }
}
