package pingmonitor.router;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;

/** Finds the router of this machine in the tables of the system. Sends nothing. */
public final class Gateways {
    private static final int ANY_PORT = 9;
    private static final int USUAL_PREFIX = 24;

    private Gateways() {}

    /**
     * The routers, the one in use first; guesses only where the system names none. Reads files or runs a command for up
     * to 4 s: not for the FX thread.
     */
    public static List<Gateway> find() {
        List<Gateway> named = new ArrayList<>();
        for (DefaultRoute route : routes()) {
            ownAddress(route.gateway())
                    .map(
                            own ->
                                    new Gateway(
                                            route.gateway(),
                                            own,
                                            route.interfaceName().isEmpty()
                                                    ? nameOf(own)
                                                    : route.interfaceName(),
                                            true))
                    .ifPresent(named::add);
        }
        return named.isEmpty() ? guessed() : List.copyOf(named);
    }

    private static List<DefaultRoute> routes() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String root = Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
            return SystemText.ofCommand(
                            List.of(root + "\\System32\\route.exe", "print", "-4", "0.0.0.0"))
                    .map(RouteTables::windows)
                    .orElse(List.of());
        } else if (system.startsWith("mac")) {
            return SystemText.ofCommand(List.of("/usr/sbin/netstat", "-rn", "-f", "inet"))
                    .map(RouteTables::mac)
                    .orElse(List.of());
        }
        return SystemText.ofFile(Path.of("/proc/net/route"))
                .map(table -> RouteTables.linux(table, ByteOrder.nativeOrder()))
                .orElse(List.of());
    }

    /** By choosing a way without going it: a UDP socket that is connected sends nothing. */
    private static Optional<InetAddress> ownAddress(InetAddress towards) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(towards, ANY_PORT));
            return Optional.of(socket.getLocalAddress())
                    .filter(own -> own instanceof Inet4Address && !own.isAnyLocalAddress());
        } catch (SocketException | UncheckedIOException noWay) {
            return Optional.empty();
        }
    }

    /** The first address of each local network is where nearly all routers at home are. */
    private static List<Gateway> guessed() {
        List<Gateway> guesses = new ArrayList<>();
        for (LanAddress each : LanAddresses.list()) {
            if (each.address() instanceof Inet4Address && each.address().isSiteLocalAddress()) {
                InetAddress first = firstOf(each.address(), prefixOf(each.address()));
                if (!first.equals(each.address())) {
                    guesses.add(new Gateway(first, each.address(), each.interfaceName(), false));
                }
            }
        }
        return List.copyOf(guesses);
    }

    /**
     * The first address of the network an address is in.
     *
     * @param prefix bits that are the same in all of the network
     */
    static InetAddress firstOf(InetAddress address, int prefix) {
        int bits = ByteBuffer.wrap(address.getAddress()).getInt();
        int mask = prefix == 0 ? 0 : -1 << Integer.SIZE - prefix;
        return Bytes.address(ByteBuffer.allocate(4).putInt((bits & mask) + 1).array());
    }

    private static int prefixOf(InetAddress own) {
        try {
            NetworkInterface card = NetworkInterface.getByInetAddress(own);
            if (card != null) {
                for (InterfaceAddress each : card.getInterfaceAddresses()) {
                    if (own.equals(each.getAddress()) && each.getNetworkPrefixLength() > 0) {
                        return each.getNetworkPrefixLength();
                    }
                }
            }
        } catch (SocketException gone) {
            return USUAL_PREFIX;
        }
        return USUAL_PREFIX;
    }

    private static String nameOf(InetAddress own) {
        try {
            NetworkInterface card = NetworkInterface.getByInetAddress(own);
            return card == null ? "" : card.getName();
        } catch (SocketException gone) {
            return "";
        }
    }
}
