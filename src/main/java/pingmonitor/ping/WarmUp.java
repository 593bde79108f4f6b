package pingmonitor.ping;

/**
 * Makes a cold JVM ready to time a ping: some pings between two private loopback sockets, through the same code as a
 * real run. Nothing of it reaches anyone's server or session.
 */
public final class WarmUp {
    private WarmUp() {}

    /** Pings for about a tenth of a second on the calling thread; does nothing where loopback is not to be had. */
    public static void run() {
        throw new UnsupportedOperationException("todo");
    }
}
