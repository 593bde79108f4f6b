package pingmonitor.network.router;

/**
 * A port that is to be forwarded to this machine; always UDP.
 *
 * @param internalPort where this machine listens, 1 to 65535
 * @param externalPort the port wished for at the router's outside, 1 to 65535; the router may choose another
 */
public record ForwardingPlan(int internalPort, int externalPort) {
    private static final int LAST_PORT = 65_535;

    public ForwardingPlan {
        checkPort(internalPort);
        checkPort(externalPort);
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
