package pingmonitor.ping;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.List;
import pingmonitor.host.IpAddress;
import pingmonitor.host.NetworkInterfaces;

/** Asks by connecting a UDP socket, for which the system only looks the way up. */
final class SystemRouteLookup implements RouteLookup {
    @Override
    public Route to(InetSocketAddress address) {
        try (DatagramChannel channel =
                DatagramChannel.open(IpAddress.family(address.getAddress()))) {
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
        return NetworkInterfaces.zoned(linkLocal);
    }
}
