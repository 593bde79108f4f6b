package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import pingmonitor.host.HostAddress;
import pingmonitor.host.NetworkInterfaces;

/** Finds the addresses of this machine; slow on some systems. */
@FunctionalInterface
interface LocalAddressSource {
    List<InetAddress> list() throws IOException;

    /** The addresses of all network interfaces that are up, loopback included. */
    static List<InetAddress> ofThisMachine() throws IOException {
        return NetworkInterfaces.addressesUp(NetworkInterfaces.list()).stream()
                .map(HostAddress::address)
                .toList();
    }

    /** Those of them that no other machine can reach. */
    static List<InetAddress> ofLoopback() throws IOException {
        return ofThisMachine().stream().filter(InetAddress::isLoopbackAddress).toList();
    }
}
