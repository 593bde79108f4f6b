package pingmonitor.router;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import pingmonitor.host.DefaultRoute;
import pingmonitor.host.DefaultRoutes;
import pingmonitor.host.HostAddress;
import pingmonitor.host.HostInterface;
import pingmonitor.host.IpAddress;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;
import pingmonitor.host.NetworkInterfaces;
import pingmonitor.host.SourceAddress;

/** Finds the routers of this machine in the system's route table. It sends nothing. */
public final class Gateways {
    private static final int USUAL_PREFIX = 24;

    private Gateways() {}

    /**
     * The routers, the one in use first. It guesses only where the system names none. Reads files or runs a command for
     * up to 4 s: not for the FX thread.
     */
    public static List<Gateway> find() {
        List<Gateway> named = new ArrayList<>();
        for (DefaultRoute route : DefaultRoutes.list()) {
            SourceAddress.towards(route.gateway())
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
        return IpAddress.of(ByteBuffer.allocate(4).putInt((bits & mask) + 1).array());
    }

    private static int prefixOf(InetAddress own) {
        return NetworkInterfaces.listOrEmpty().stream()
                .flatMap(each -> each.addresses().stream())
                .filter(each -> own.equals(each.address()) && each.prefixBits() > 0)
                .findFirst()
                .map(HostAddress::prefixBits)
                .orElse(USUAL_PREFIX);
    }

    private static String nameOf(InetAddress own) {
        return NetworkInterfaces.listOrEmpty().stream()
                .filter(each -> each.hasAddress(own))
                .findFirst()
                .map(HostInterface::name)
                .orElse("");
    }
}
