package pingmonitor.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The zone behind the percent sign of a link-local address (RFC 4007, section 11), in the form of the system's own
 * tools. On Windows that is the number of the interface. The name that Java prints there, such as {@code eth0}, is
 * Java's own invention, which no tool of Windows knows.
 */
final class InterfaceZone {
    private InterfaceZone() {}

    /** The same address as this machine's own tools write it. */
    static InetAddress shown(InetAddress address) {
        return shown(address, OperatingSystem.current());
    }

    static InetAddress shown(InetAddress address, OperatingSystem system) {
        return system == OperatingSystem.WINDOWS
                        && address instanceof Inet6Address six
                        && six.getScopeId() > 0
                ? numbered(six)
                : address;
    }

    private static Inet6Address numbered(Inet6Address address) {
        try {
            return Inet6Address.getByAddress(null, address.getAddress(), address.getScopeId());
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
