package pingmonitor.echo;

import java.time.Instant;
import java.util.List;

/**
 * What happened at the server: the fold of its events. Fed by the server's thread, read by any; every answer is
 * consistent in itself.
 */
public final class ServerLedger {

    /** Datagrams by fate; {@code received} is their sum. */
    public record Counters(long answered, long dropped, long limited, long ignored) {
        public static final Counters NONE = new Counters(0, 0, 0, 0);

        public long received() {
            return answered + dropped + limited + ignored;
        }
    }

    /** The clients of one address. */
    public record ClientLine(
            java.net.InetAddress address, int ports, Counters counters, Instant lastSeen) {}

    /** Everything at one moment; clients in order of first arrival. */
    public record Snapshot(Counters counters, List<ClientLine> clients) {}

    public void apply(ServerEvent event) {
        throw new UnsupportedOperationException("todo");
    }

    public Snapshot snapshot() {
        throw new UnsupportedOperationException("todo");
    }

    /** Forgets the clients; the counters stay. */
    public void clearClients() {
        throw new UnsupportedOperationException("todo");
    }
}
