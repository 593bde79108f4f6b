package pingmonitor.echo;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What happened at the server: the fold of its events. Fed by the server's threads, one at a time, and read by any;
 * every answer is consistent in itself.
 */
public final class ServerLedger {

    /** Datagrams by fate; {@code received} is their sum. */
    public record Counters(long answered, long dropped, long limited, long ignored) {
        public long received() {
            return answered + dropped + limited + ignored;
        }
    }

    /**
     * The clients of one address.
     *
     * @param ports from how many different ports it sent
     */
    public record ClientLine(InetAddress address, int ports, Counters counters, Instant lastSeen) {}

    /** Everything at one moment; clients in order of first arrival. */
    public record Snapshot(Counters counters, List<ClientLine> clients) {}

    /** As many addresses are remembered; the one heard of least recently goes. */
    static final int MAX_ADDRESSES = 1_024;

    private final RecentMap<InetAddress, AddressTally> addresses = new RecentMap<>(MAX_ADDRESSES);
    private final Tally tally = new Tally();
    private long arrived;

    /** Counts an event; those that are not about a datagram change nothing. */
    public synchronized void apply(ServerEvent event) {
        if (event instanceof ServerEvent.OfDatagram datagram) {
            tally.count(datagram);
            addresses
                    .computeIfAbsent(
                            datagram.client().getAddress(), key -> new AddressTally(arrived++))
                    .count(datagram);
        }
    }

    public synchronized Snapshot snapshot() {
        List<ClientLine> clients =
                addresses.entrySet().stream()
                        .sorted(Comparator.comparingLong(entry -> entry.getValue().order()))
                        .map(entry -> entry.getValue().line(entry.getKey()))
                        .toList();
        return new Snapshot(tally.counters(), clients);
    }

    /** Forgets the clients; the counters stay. */
    public synchronized void clearClients() {
        addresses.clear();
    }
}
