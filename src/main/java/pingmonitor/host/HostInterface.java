package pingmonitor.host;

import java.net.InetAddress;
import java.util.List;

/**
 * A network interface of this machine at the moment it was read.
 *
 * @param name the system's name, such as {@code eth0}
 * @param displayName the name that the system shows to people; empty where there is none
 * @param up whether it is switched on and connected, as far as the system says
 * @param multicast whether it can take part in multicast
 * @param addresses of both families, with their networks
 */
public record HostInterface(
        String name,
        String displayName,
        boolean up,
        boolean loopback,
        boolean pointToPoint,
        boolean multicast,
        List<HostAddress> addresses) {

    public HostInterface {
        addresses = List.copyOf(addresses);
    }

    /** Whether it has an address of this machine. */
    public boolean hasAddress(InetAddress address) {
        return addresses.stream().anyMatch(each -> each.address().equals(address));
    }
}
