package pingmonitor.diagnosis;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import pingmonitor.host.UdpSocketTable;

/**
 * The addresses of this machine at which programs take datagrams at one UDP port.
 *
 * @param known whether the system says so
 * @param addresses 0.0.0.0 and :: stand for all; empty if no program does, or if it is not known
 */
public record PortBindings(boolean known, List<InetAddress> addresses) {
    /** Of a system that does not say. */
    public static final PortBindings UNKNOWN = new PortBindings(false, List.of());

    public PortBindings {
        addresses = List.copyOf(addresses);
    }

    /** Those at a port of this machine. */
    static PortBindings here(int port) {
        return UdpSocketTable.ofThisMachine().map(table -> at(port, table)).orElse(UNKNOWN);
    }

    /** Those at a port; unknown if there is no such table, or none that can be read. */
    static PortBindings at(int port, UdpSocketTable table) {
        try {
            List<InetAddress> addresses =
                    table.read().stream()
                            .filter(each -> each.local().getPort() == port)
                            // One that is connected takes nothing from anybody else.
                            .filter(each -> each.remote().getPort() == 0)
                            .map(each -> each.local().getAddress())
                            .distinct()
                            .toList();
            return new PortBindings(true, addresses);
        } catch (IOException unreadable) {
            return UNKNOWN;
        }
    }

    /** Whether a program takes what is sent to an address. */
    boolean cover(InetAddress target) {
        return addresses.stream().anyMatch(each -> covers(each, target));
    }

    /** Whether what is sent to an IPv4 address can only be taken by a socket at ::, which may be one without IPv4. */
    boolean coverByIpv6Only(InetAddress target) {
        return target instanceof Inet4Address
                && cover(target)
                && addresses.stream()
                        .filter(each -> covers(each, target))
                        .noneMatch(Inet4Address.class::isInstance);
    }

    /** Whether the port is taken, but at other addresses only. */
    boolean elsewhereThan(InetAddress target) {
        return !addresses.isEmpty() && !cover(target);
    }

    /** A socket at :: takes IPv4 as well, unless it was opened without, which the system does not say. */
    private static boolean covers(InetAddress bound, InetAddress target) {
        boolean both = !(bound instanceof Inet4Address) || target instanceof Inet4Address;
        return bound.isAnyLocalAddress() ? both : bound.equals(target);
    }
}
