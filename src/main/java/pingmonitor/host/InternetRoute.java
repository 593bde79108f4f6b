package pingmonitor.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/** The address from which this machine would send to the internet. */
final class InternetRoute {
    /** In a block kept for documentation (TEST-NET-1, RFC 5737): it leads wherever the default route does. */
    private static final InetSocketAddress SOMEWHERE_FAR = new InetSocketAddress("192.0.2.1", 9);

    private InternetRoute() {}

    /** Its IPv4 address there; empty without a route. Only the own routes are asked: to connect UDP sends nothing. */
    static Optional<InetAddress> source() {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.connect(SOMEWHERE_FAR);
            return channel.getLocalAddress() instanceof InetSocketAddress local
                    ? Optional.of(local.getAddress()).filter(each -> !each.isAnyLocalAddress())
                    : Optional.empty();
        } catch (IOException | SecurityException | UnsupportedOperationException noRoute) {
            return Optional.empty();
        }
    }
}
