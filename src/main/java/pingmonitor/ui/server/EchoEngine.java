package pingmonitor.ui.server;

import java.io.IOException;
import java.util.function.Consumer;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;

/** A server that runs; the seam at which a test puts one without sockets. */
public interface EchoEngine {
    /** The port in use. */
    int port();

    /** What is done to replies, from the next datagram on. */
    void impair(Impairments impairments);

    /** The limits against abuse, from the next datagram on. */
    void limit(AbuseLimits limits);

    /** A new seed, from the next datagram on. */
    void reseed(long seed);

    /** Ends it; the port is free when this returns. */
    void close();

    /** Starts servers that tell their events to a sink. */
    @FunctionalInterface
    interface Factory {
        EchoEngine start(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException;
    }

    /** The real one, over UDP. */
    static EchoEngine udp(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException {
        return of(EchoServer.start(plan, sink));
    }

    /** The real one, out of reach of other machines. */
    static EchoEngine udpOnLoopback(EchoPlan plan, Consumer<ServerEvent> sink) throws IOException {
        return of(EchoServer.startOnLoopback(plan, sink));
    }

    private static EchoEngine of(EchoServer server) {
        return new EchoEngine() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void impair(Impairments impairments) {
                server.impair(impairments);
            }

            @Override
            public void limit(AbuseLimits limits) {
                server.limit(limits);
            }

            @Override
            public void reseed(long seed) {
                server.reseed(seed);
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
