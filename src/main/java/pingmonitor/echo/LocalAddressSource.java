package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** Finds the addresses of this machine; slow on some systems. */
@FunctionalInterface
interface LocalAddressSource {
    List<InetAddress> list() throws IOException;

    /** The addresses of all network interfaces that are up, loopback included. */
    static List<InetAddress> ofThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(LocalAddressSource::isUp)
                .flatMap(NetworkInterface::inetAddresses)
                .toList();
    }

    /** Those of them that no other machine can reach. */
    static List<InetAddress> ofLoopback() throws IOException {
        return ofThisMachine().stream().filter(InetAddress::isLoopbackAddress).toList();
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            // It went away since it was listed.
            return false;
        }
    }
}
