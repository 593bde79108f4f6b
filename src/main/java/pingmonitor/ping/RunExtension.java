package pingmonitor.ping;

import java.net.InetSocketAddress;
import java.util.OptionalLong;

/**
 * Accompanies a run without being known to it: handles datagrams first, hears the events, and sends datagrams of its
 * own between the pings. Called under the lock of the run.
 */
public interface RunExtension extends DatagramHandler, RunListener {
    /** Does nothing. */
    RunExtension NONE = new RunExtension() {};

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
