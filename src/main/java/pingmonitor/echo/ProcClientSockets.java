package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import pingmonitor.host.UdpSocketTable;

/** The sockets of clients on this machine, from Linux's table of UDP sockets. */
final class ProcClientSockets implements ClientSockets {
    private final UdpSocketTable table;

    ProcClientSockets(UdpSocketTable table) {
        this.table = table;
    }

    @Override
    public Optional<InetAddress> destination(InetSocketAddress sender, int port) {
        try {
            return table.read().stream()
                    .filter(each -> each.local().equals(sender) && each.remote().getPort() == port)
                    .map(each -> each.remote().getAddress())
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public PortState stateOf(InetSocketAddress local) {
        try {
            List<UdpSocketTable.Socket> sockets = table.read();
            return sockets.stream().anyMatch(each -> isAt(each, local))
                    ? PortState.OPEN
                    : PortState.CLOSED;
        } catch (IOException unreadable) {
            return PortState.UNKNOWN;
        }
    }

    private static boolean isAt(UdpSocketTable.Socket socket, InetSocketAddress local) {
        InetAddress own = socket.local().getAddress();
        return socket.local().getPort() == local.getPort()
                && (own.isAnyLocalAddress() || own.equals(local.getAddress()));
    }
}
