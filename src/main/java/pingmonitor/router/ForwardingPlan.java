package pingmonitor.router;

import java.time.Duration;

/**
 * A port that is to be forwarded to this machine; always UDP.
 *
 * @param internalPort where this machine listens, 1 to 65535
 * @param externalPort the port wished for at the router's outside, 1 to 65535; the router may choose another
 * @param lease for how long it is asked for at a time, {@link #MIN_LEASE} to {@link #MAX_LEASE}; after a crash it stays
 *     open for as long
 */
public record ForwardingPlan(int internalPort, int externalPort, Duration lease) {
    /** Short: after a crash nothing stays open for longer. */
    public static final Duration USUAL_LEASE = Duration.ofMinutes(10);

    public static final Duration MIN_LEASE = Duration.ofSeconds(10);
    public static final Duration MAX_LEASE = Duration.ofHours(24);

    private static final int LAST_PORT = 65_535;

    public ForwardingPlan {
        checkPort(internalPort);
        checkPort(externalPort);
        if (lease.compareTo(MIN_LEASE) < 0 || lease.compareTo(MAX_LEASE) > 0) {
            throw new IllegalArgumentException("lease out of range: " + lease);
        }
    }

    /** With the usual lease. */
    public ForwardingPlan(int internalPort, int externalPort) {
        this(internalPort, externalPort, USUAL_LEASE);
    }

    /** The same port outside as inside. */
    public static ForwardingPlan of(int port) {
        return new ForwardingPlan(port, port);
    }

    private static void checkPort(int port) {
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
