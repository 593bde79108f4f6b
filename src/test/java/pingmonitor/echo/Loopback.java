package pingmonitor.echo;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/** Loopback addresses that this machine really has: 127.0.0.2 is none on macOS, and IPv6 may be missing. */
final class Loopback {
    static final InetAddress FIRST = Datagrams.address("127.0.0.1");

    private Loopback() {}

    static List<InetAddress> all() {
        return Stream.of("127.0.0.1", "127.0.0.2", "::1")
                .map(Datagrams::address)
                .filter(address -> canBind(address, 0))
                .toList();
    }

    /** Another than the first. */
    static InetAddress second() {
        return all().get(1);
    }

    static boolean canBind(InetAddress address, int port) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, port))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
