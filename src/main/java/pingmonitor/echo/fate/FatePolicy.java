package pingmonitor.echo.fate;

/** Decides the fate of each datagram that may be answered. The server asks it for one datagram at a time. */
@FunctionalInterface
public interface FatePolicy {

    /**
     * The fate of one datagram. Must return at once, and must not fail: it is asked while all other datagrams wait.
     *
     * @param client the client's place in the order of arrival, from 0; a client is an address and port
     * @param datagram number of datagrams that this client sent before, from 0
     * @param sizeBytes length of the payload, 0 or more
     */
    Fate fate(long client, long datagram, int sizeBytes);
}
