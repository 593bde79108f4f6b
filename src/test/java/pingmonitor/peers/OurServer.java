package pingmonitor.peers;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pingmonitor.echo.EchoPlan;
import pingmonitor.echo.EchoServer;
import pingmonitor.echo.RateLimitSettings;
import pingmonitor.echo.ServerEvent;
import pingmonitor.echo.fate.Impairments;

/** Our server, what it says it did with each datagram, and what it noticed about clients. */
final class OurServer implements AutoCloseable {
    private final List<ServerEvent.OfDatagram> events = new CopyOnWriteArrayList<>();
    private final List<ServerEvent.Hint> hints = new CopyOnWriteArrayList<>();
    private final EchoServer server;

    OurServer(Impairments impairments, long seed) throws IOException {
        server =
                EchoServer.start(
                        new EchoPlan(0, impairments, seed, RateLimitSettings.DEFAULT), this::keep);
    }

    int port() {
        return server.port();
    }

    List<ServerEvent.OfDatagram> awaitEvents(int count) {
        Await.until(() -> events.size() >= count, () -> "only " + events);
        return List.copyOf(events);
    }

    /** What it noticed so far. */
    List<ServerEvent.Hint> hints() {
        return List.copyOf(hints);
    }

    /** What it noticed, as soon as there is anything. */
    List<ServerEvent.Hint> awaitHint() {
        Await.until(() -> !hints.isEmpty(), () -> "none for " + events);
        return hints();
    }

    @Override
    public void close() {
        server.close();
    }

    private void keep(ServerEvent event) {
        if (event instanceof ServerEvent.OfDatagram datagram) {
            events.add(datagram);
        } else if (event instanceof ServerEvent.Hint hint) {
            hints.add(hint);
        }
    }
}
