package pingmonitor.echo;

import java.util.function.Consumer;

/** The lossy echo server of the lab: upper-cases, loses and delays on purpose, replies from the address that was asked. */
public final class EchoServer implements AutoCloseable {
    private EchoServer() {}

    /**
     * Opens the sockets and starts the server's thread.
     *
     * @param sink takes every event, one at a time, on the server's threads; it must return quickly
     * @throws PortInUseException when another program has the port
     * @throws java.io.IOException when no address can be listened on
     */
    public static EchoServer start(EchoPlan plan, Consumer<ServerEvent> sink)
            throws java.io.IOException {
        throw new UnsupportedOperationException("todo");
    }

    /** The port in use, also when any free one was asked for. */
    public int port() {
        throw new UnsupportedOperationException("todo");
    }

    /** What is done to replies, from the next datagram on. */
    public void impair(Impairments impairments) {
        throw new UnsupportedOperationException("todo");
    }

    /** A new seed, from the next datagram on; clients and their counts begin anew. */
    public void reseed(long seed) {
        throw new UnsupportedOperationException("todo");
    }

    /** Closes the sockets and ends the thread; the port is free when this returns. A second call does nothing. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("todo");
    }
}
