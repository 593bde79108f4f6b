package pingmonitor.ping;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks by connecting a UDP socket, for which the system only looks the way up. */
final class SystemRouteLookup implements RouteLookup {
    @Override
    public Route to(InetSocketAddress address) {
        boolean ipv6 = address.getAddress() instanceof Inet6Address;
        try (DatagramChannel channel =
                DatagramChannel.open(
                        ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET)) {
            if (connects(channel, address)) {
                return Route.FOUND;
            }
            // What the system says of a broadcast address may be in any language; that it only
            // takes a socket for broadcasts is the same in all.
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            return connects(channel, address) ? Route.BROADCAST : Route.NONE;
        } catch (IOException | UnsupportedOperationException noSocketOfThatFamily) {
            return Route.NONE;
        }
    }

    private static boolean connects(DatagramChannel channel, InetSocketAddress address) {
        try {
            channel.connect(address);
            return true;
        } catch (IOException noWay) {
            return false;
        }
    }

    @Override
    public List<Inet6Address> zoned(Inet6Address linkLocal) {
        List<Inet6Address> zoned = new ArrayList<>();
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            for (NetworkInterface each :
                    interfaces.filter(SystemRouteLookup::hasLinkLocal).toList()) {
                zoned.add(Inet6Address.getByAddress(null, linkLocal.getAddress(), each));
            }
            return zoned;
        } catch (SocketException | UnknownHostException withoutInterfaces) {
            return List.of();
        }
    }

    private static boolean hasLinkLocal(NetworkInterface network) {
        return network.inetAddresses()
                .filter(Inet6Address.class::isInstance)
                .anyMatch(InetAddress::isLinkLocalAddress);
    }
}
