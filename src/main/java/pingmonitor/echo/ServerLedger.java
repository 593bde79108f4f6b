package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import pingmonitor.echo.fate.FateDice;

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
     * @param silentPorts those whose client fell silent after a drop, and was not heard of since
     */
    public record ClientLine(
            InetAddress address,
            int ports,
            Counters counters,
            Instant lastSeen,
            List<Integer> silentPorts) {
        public ClientLine {
            silentPorts = List.copyOf(silentPorts);
        }

        /** A line without silent clients. */
        public ClientLine(InetAddress address, int ports, Counters counters, Instant lastSeen) {
            this(address, ports, counters, lastSeen, List.of());
        }
    }

    /**
     * How many there were.
     *
     * @param atLeast whether there were more than are counted, which is so from {@value DistinctCount#MAX} on
     */
    public record Total(int count, boolean atLeast) {}

    /**
     * Everything at one moment.
     *
     * @param clients by address, in order of first arrival; at most the latest {@value #MAX_ADDRESSES}
     * @param addresses all of them
     * @param clientPorts all addresses and ports
     */
    public record Snapshot(
            Counters counters, List<ClientLine> clients, Total addresses, Total clientPorts) {}

    /** Number of addresses kept. Beyond that the address heard of least recently is forgotten. */
    static final int MAX_ADDRESSES = 1_024;

    private static final Runnable NO_CHANGE = () -> {};

    private final RecentMap<InetAddress, AddressTally> addresses = new RecentMap<>(MAX_ADDRESSES);
    private final DistinctCount allAddresses = new DistinctCount();
    private final DistinctCount allClients = new DistinctCount();
    private final Tally tally = new Tally();

    /** Random, so that a sender cannot choose addresses of the same hash. */
    private final long salt = new SplittableRandom().nextLong();

    private long arrived;

    /** Counts an event; those that are not about a client change nothing. */
    public synchronized void apply(ServerEvent event) {
        Runnable change =
                event.fold(
                        listening -> NO_CHANGE,
                        stopped -> NO_CHANGE,
                        datagram -> () -> count(datagram),
                        hint -> hint.foldHint(silent -> () -> note(silent), soon -> NO_CHANGE));
        change.run();
    }

    private void note(ServerEvent.SilentAfterDrop silent) {
        InetSocketAddress client = silent.client();
        Optional.ofNullable(addresses.get(client.getAddress()))
                .ifPresent(known -> known.silent(client.getPort()));
    }

    private void count(ServerEvent.OfDatagram datagram) {
        tally.count(datagram);
        InetSocketAddress client = datagram.client();
        long address = hash(client.getAddress());
        allAddresses.add(address);
        allClients.add(FateDice.mix(address + client.getPort() + 1));
        addresses
                .computeIfAbsent(client.getAddress(), key -> new AddressTally(arrived++))
                .count(datagram);
    }

    public synchronized Snapshot snapshot() {
        List<ClientLine> clients =
                addresses.entrySet().stream()
                        .sorted(Comparator.comparingLong(entry -> entry.getValue().order()))
                        .map(entry -> entry.getValue().line(entry.getKey()))
                        .toList();
        return new Snapshot(tally.counters(), clients, allAddresses.total(), allClients.total());
    }

    /** Forgets the clients; the counters stay. */
    public synchronized void clearClients() {
        addresses.clear();
        allAddresses.clear();
        allClients.clear();
    }

    private long hash(InetAddress address) {
        long hash = salt;
        for (byte part : address.getAddress()) {
            hash = FateDice.mix(hash + part);
        }
        return hash;
    }
}
