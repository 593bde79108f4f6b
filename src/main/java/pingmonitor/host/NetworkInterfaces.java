package pingmonitor.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the network interfaces of this machine. Takes some milliseconds, on Windows many: not for the FX thread. */
public final class NetworkInterfaces {
    private NetworkInterfaces() {}

    /**
     * All interfaces, also those that are down.
     *
     * @throws SocketException if the system lists none
     */
    public static List<HostInterface> list() throws SocketException {
        List<HostInterface> found = new ArrayList<>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            read(each).ifPresent(found::add);
        }
        return found;
    }

    /** All interfaces; empty where the system lists none. */
    public static List<HostInterface> listOrEmpty() {
        try {
            return list();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static Optional<HostInterface> read(NetworkInterface from) {
        try {
            return Optional.of(
                    new HostInterface(
                            from.getName(),
                            from.getDisplayName() == null ? "" : from.getDisplayName(),
                            from.isUp(),
                            from.isLoopback(),
                            from.isPointToPoint(),
                            from.supportsMulticast(),
                            from.getInterfaceAddresses().stream().map(HostAddress::of).toList()));
        } catch (SocketException gone) {
            // It was unplugged between the listing and the question.
            return Optional.empty();
        }
    }

    /** The addresses of interfaces that are up. */
    public static List<HostAddress> addressesUp(List<HostInterface> interfaces) {
        return interfaces.stream()
                .filter(HostInterface::up)
                .flatMap(each -> each.addresses().stream())
                .toList();
    }

    /** The system's interface of a name, for a multicast group to be joined on. */
    public static Optional<NetworkInterface> named(String name) throws SocketException {
        return Optional.ofNullable(NetworkInterface.getByName(name));
    }

    /** The system's interface that has an address, for multicast to leave by. */
    public static Optional<NetworkInterface> holding(InetAddress address) throws SocketException {
        return Optional.ofNullable(NetworkInterface.getByInetAddress(address));
    }

    /** Whether an interface has that index, which is the number behind the percent sign of a link-local address. */
    public static boolean hasIndex(int index) {
        try {
            return NetworkInterface.getByIndex(index) != null;
        } catch (SocketException | IllegalArgumentException none) {
            return false;
        }
    }

    /** A link-local address with each of the interfaces that it can be meant on. */
    public static List<Inet6Address> zoned(Inet6Address linkLocal) {
        List<Inet6Address> zoned = new ArrayList<>();
        try {
            for (NetworkInterface each :
                    NetworkInterface.networkInterfaces()
                            .filter(NetworkInterfaces::hasLinkLocal)
                            .toList()) {
                Inet6Address named = Inet6Address.getByAddress(null, linkLocal.getAddress(), each);
                zoned.add((Inet6Address) InterfaceZone.shown(named));
            }
            return zoned;
        } catch (SocketException | UnknownHostException none) {
            return List.of();
        }
    }

    private static boolean hasLinkLocal(NetworkInterface each) {
        return each.inetAddresses()
                .anyMatch(own -> own instanceof Inet6Address && own.isLinkLocalAddress());
    }
}
