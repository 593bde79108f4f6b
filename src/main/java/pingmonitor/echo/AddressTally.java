package pingmonitor.echo;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What came from one address. */
final class AddressTally {
    /** Number of silent ports kept; no view shows more. */
    static final int MAX_SILENT = 8;

    private final long order;
    private final PortSet ports = new PortSet();
    private final Set<Integer> silent = new TreeSet<>();
    private final Tally tally = new Tally();
    private Instant lastSeen = Instant.MIN;

    /**
     * @param order its place in the order of first arrival
     */
    AddressTally(long order) {
        this.order = order;
    }

    long order() {
        return order;
    }

    void count(ServerEvent.OfDatagram datagram) {
        ports.add(datagram.client().getPort());
        silent.remove(datagram.client().getPort());
        tally.count(datagram);
        lastSeen = datagram.at();
    }

    /** A client fell silent after a drop. */
    void silent(int port) {
        if (silent.size() < MAX_SILENT) {
            silent.add(port);
        }
    }

    ServerLedger.ClientLine line(InetAddress address) {
        return new ServerLedger.ClientLine(
                address, ports.size(), tally.counters(), lastSeen, List.copyOf(silent));
    }
}
