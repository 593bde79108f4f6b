package pingmonitor.peers;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pingmonitor.echo.AbuseLimits;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.Impairments;
import pingmonitor.echo.ServerEvent;

/** Our server, and what it says it did with each datagram. */
final class OurServer implements AutoCloseable {
    private final List<ServerEvent.OfDatagram> events = new CopyOnWriteArrayList<>();
    private final EchoServer server;

    OurServer(Impairments impairments, long seed) throws IOException {
        server =
                EchoServer.start(
                        new EchoPlan(0, impairments, seed, AbuseLimits.DEFAULT), this::keep);
    }

    int port() {
        return server.port();
    }

    List<ServerEvent.OfDatagram> awaitEvents(int count) {
        Await.until(() -> events.size() >= count, () -> "only " + events);
        return List.copyOf(events);
    }

    @Override
    public void close() {
        server.close();
    }

    private void keep(ServerEvent event) {
        if (event instanceof ServerEvent.OfDatagram datagram) {
            events.add(datagram);
        }
    }
}
