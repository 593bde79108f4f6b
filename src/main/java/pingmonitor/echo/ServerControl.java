package pingmonitor.echo;

import java.io.IOException;
import java.util.function.Consumer;
import pingmonitor.echo.fate.Impairments;

/** A server that runs: {@link EchoServer}, or what a test puts in its place. */
public interface ServerControl extends AutoCloseable {
    /** The port in use, also when any free one was asked for. */
    int port();

    /** What is done to replies, from the next datagram on. */
    void impair(Impairments impairments);

    /** The limits against abuse, from the next datagram on; nothing of the time before counts. */
    void limit(RateLimitSettings limits);

    /** A new seed, from the next datagram on; clients and their counts begin anew. */
    void reseed(long seed);

    /** Ends it. When this returns, the port is free and the last event told. A second call does nothing. */
    @Override
    void close();

    /** Starts a server that tells its events to a sink. */
    @FunctionalInterface
    interface Factory {
        ServerControl start(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException;
    }
}
