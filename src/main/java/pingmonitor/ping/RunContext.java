package pingmonitor.ping;

import java.time.Instant;

/** What an extension may know of its run and do to it. To be used under the lock of the run. */
public interface RunContext {
    /** The wall time. */
    Instant wallTime();

    /** A number that no ping of the run has. */
    long spareSequence();

    /**
     * The socket for a datagram that is no ping. As long as replies name no pings it is one of its own, so that neither
     * is taken for the other.
     */
    PingSocket spareSocket();

    /** Tells an event of the extension. */
    void tell(PingEvent event);

    /** The network refused something that was sent from a socket before. */
    void refused(PingSocket from, long stampNanos, PingEvent.Refusal refusal);

    /** Lets the pings wait, as if one had just left. */
    void holdPings(long nowNanos);

    /** Ends that waiting, as if the ping had been answered. */
    void releasePings(long nowNanos);
}
