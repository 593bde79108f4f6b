package pingmonitor.diagnosis;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import pingmonitor.host.AddressScope;
import pingmonitor.host.HostAddress;
import pingmonitor.host.NetworkInterfaces;
import pingmonitor.host.OperatingSystem;

/**
 * Where this machine is, as far as it knows.
 *
 * @param own its addresses on interfaces that are up; empty if the system does not say
 * @param outside public addresses under which others saw it while it had these addresses
 * @param server the lossy server of this program on it
 * @param wholeLoopback whether that server answers at all of 127.0.0.0/8, when it is on
 * @param system what it runs
 */
public record HostNetworks(
        List<HostAddress> own,
        Set<InetAddress> outside,
        OwnServer server,
        boolean wholeLoopback,
        OperatingSystem system) {

    /** A machine about which nothing is known. */
    public static final HostNetworks UNKNOWN =
            new HostNetworks(
                    List.of(), Set.of(), new OwnServer.None(), false, OperatingSystem.OTHER);

    public HostNetworks {
        own = List.copyOf(own);
        outside = Set.copyOf(outside);
    }

    /** Asks the system; takes some milliseconds, on Windows many: not for the FX thread. */
    public static HostNetworks ask() {
        List<HostAddress> own = NetworkInterfaces.addressesUp(NetworkInterfaces.listOrEmpty());
        return new HostNetworks(
                own, Set.of(), new OwnServer.None(), false, OperatingSystem.current());
    }

    /** Whether an address is this machine's. */
    boolean isOwn(InetAddress address) {
        return address.isLoopbackAddress()
                || own.stream().anyMatch(each -> each.address().equals(address));
    }

    /**
     * The program's own server, if an address leads to it. The system does not list all addresses of this machine:
     * 127.0.0.2 is missing.
     */
    OwnServer serverAt(InetAddress address) {
        boolean listed = own.stream().anyMatch(each -> each.address().equals(address));
        boolean loopback = address instanceof Inet4Address && address.isLoopbackAddress();
        return listed || loopback && wholeLoopback ? server : new OwnServer.None();
    }

    /**
     * Whether a ping to a closed port of this machine is refused each time, so that silence means an open port. Linux
     * does not limit its refusals on the loopback interface. macOS does (net.inet.icmp.icmplim), and the firewall of
     * Windows may drop them.
     */
    boolean refusesEachTime() {
        return system == OperatingSystem.LINUX;
    }

    /** Whether an address is in one of this machine's networks. */
    boolean inOwnNetwork(InetAddress address) {
        return isOwn(address) || own.stream().anyMatch(each -> each.sharesNetworkWith(address));
    }

    /** Whether an address is, for all that is known, in none of this machine's networks. */
    boolean outsideOwnNetworks(InetAddress address) {
        return !own.isEmpty()
                && !inOwnNetwork(address)
                && own.stream().noneMatch(each -> each.mayShareNetworkWith(address));
    }

    /**
     * Whether it is known that no network is there: no address but those of the machine itself and self-assigned ones.
     */
    boolean offline() {
        return !own.isEmpty() && own.stream().noneMatch(each -> leadsOut(each.address()));
    }

    /** Whether it is known that nothing of IPv6 leads out. */
    boolean withoutIpv6() {
        return !own.isEmpty()
                && own.stream()
                        .map(HostAddress::address)
                        .noneMatch(each -> !(each instanceof Inet4Address) && leadsOut(each));
    }

    /** Whether this machine has an address inside a provider's network, or in a VPN that uses such ones. */
    boolean insideCarrier() {
        return own.stream()
                .anyMatch(each -> AddressScope.of(each.address()) == AddressScope.CARRIER);
    }

    private static boolean leadsOut(InetAddress address) {
        return switch (AddressScope.of(address)) {
            case LOOPBACK, LINK_LOCAL -> false;
            case PRIVATE, CARRIER, PUBLIC -> true;
        };
    }
}
