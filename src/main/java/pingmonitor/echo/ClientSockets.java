package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import pingmonitor.host.UdpSocketTable;

/** The UDP sockets of this machine, as far as its system lists them. Asking takes about a tenth of a millisecond. */
interface ClientSockets {
    /** Of a system that lists none. */
    ClientSockets UNKNOWN =
            new ClientSockets() {
                @Override
                public Optional<InetAddress> destination(InetSocketAddress sender, int port) {
                    return Optional.empty();
                }

                @Override
                public PortState stateOf(InetSocketAddress local) {
                    return PortState.UNKNOWN;
                }
            };

    /**
     * The address that a socket of this machine is connected to.
     *
     * @param sender the socket's own address and port
     * @param port that it is connected to
     * @return empty if it is not connected, of another machine, or not known
     */
    Optional<InetAddress> destination(InetSocketAddress sender, int port);

    /** Whether a socket has a port now; the address is one of this machine. */
    PortState stateOf(InetSocketAddress local);

    enum PortState {
        OPEN,
        CLOSED,
        UNKNOWN
    }

    static ClientSockets ofThisMachine() {
        return UdpSocketTable.ofThisMachine()
                .<ClientSockets>map(ProcClientSockets::new)
                .orElse(UNKNOWN);
    }
}
