package pingmonitor.ping;

import java.util.Optional;

/** Hears what becomes of a run and its pings, under the lock of the run. */
public interface RunListener {
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
}
