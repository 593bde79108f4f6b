package pingmonitor.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/**
 * The IPv4 address from which this machine sends to another one. Connecting a UDP socket tells it and sends nothing.
 */
public final class SourceAddress {
    /** In a block kept for documentation (TEST-NET-1, RFC 5737): it leads wherever the default route does. */
    private static final InetAddress INTERNET = IpAddress.of(new byte[] {(byte) 192, 0, 2, 1});

    private static final int ANY_PORT = 9;

    private SourceAddress() {}

    /** The source address towards the internet; empty without a default route. */
    static Optional<InetAddress> towardsInternet() {
        return towards(INTERNET);
    }

    /** The source address towards an IPv4 address; empty without a route. */
    public static Optional<InetAddress> towards(InetAddress address) {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.connect(new InetSocketAddress(address, ANY_PORT));
            return channel.getLocalAddress() instanceof InetSocketAddress local
                    ? Optional.of(local.getAddress()).filter(each -> !each.isAnyLocalAddress())
                    : Optional.empty();
        } catch (IOException | SecurityException | UnsupportedOperationException noRoute) {
            return Optional.empty();
        }
    }
}
