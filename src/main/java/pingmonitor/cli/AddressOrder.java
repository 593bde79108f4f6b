package pingmonitor.cli;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import pingmonitor.echo.ServerEvent;
import pingmonitor.host.LanAddress;

/** The order in which a server's addresses are told. */
final class AddressOrder {
    private AddressOrder() {}

    /**
     * The same event with the addresses first that other machines can use, the best of them at the beginning; then
     * those of containers, virtual machines and tunnels, then those of one cable only, then this machine's own.
     *
     * @param best what others can use, best first
     */
    static ServerEvent bestFirst(ServerEvent event, List<LanAddress> best) {
        if (!(event instanceof ServerEvent.Listening listening)) {
            return event;
        }
        List<InetAddress> usable = best.stream().map(LanAddress::address).toList();
        Comparator<InetAddress> order =
                Comparator.comparing((InetAddress each) -> !usable.contains(each))
                        .thenComparing(usable::indexOf)
                        .thenComparing(InetAddress::isLoopbackAddress)
                        .thenComparing(InetAddress::isLinkLocalAddress)
                        .thenComparing(each -> each.getAddress().length);
        return new ServerEvent.Listening(
                listening.port(),
                listening.addresses().stream().sorted(order).toList(),
                listening.receiveBufferBytes(),
                listening.at());
    }
}
