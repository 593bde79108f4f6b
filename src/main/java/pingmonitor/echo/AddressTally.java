package pingmonitor.echo;

import java.net.InetAddress;
import java.time.Instant;

/** What came from one address. */
final class AddressTally {
    private final long order;
    private final PortSet ports = new PortSet();
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
        tally.count(datagram);
        lastSeen = datagram.at();
    }

    ServerLedger.ClientLine line(InetAddress address) {
        return new ServerLedger.ClientLine(address, ports.size(), tally.counters(), lastSeen);
    }
}
