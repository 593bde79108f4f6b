package pingmonitor.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pingmonitor.host.HostAddress;
import pingmonitor.host.NetworkInterfaces;

/** The networks of this machine; ranks the addresses that other servers announce. */
record LocalNetworks(List<HostAddress> networks) {
    /** From 224.0.0.0 on: groups, what is reserved (RFC 1112), and the broadcast address. */
    private static final int FIRST_OF_NO_MACHINE = 224;

    LocalNetworks {
        networks = List.copyOf(networks);
    }

    static LocalNetworks ofThisMachine() {
        return new LocalNetworks(
                NetworkInterfaces.listOrEmpty().stream()
                        .flatMap(each -> each.addresses().stream())
                        .toList());
    }

    /** Whether it is an address of this machine. */
    boolean isHere(InetAddress address) {
        return networks.stream()
                .anyMatch(each -> Arrays.equals(each.address().getAddress(), address.getAddress()));
    }

    /**
     * Whether another machine can be pinged at an address: not at one that is everybody's, nobody's, or each machine's
     * own. One of IPv6 that holds on one cable only is left out, too: it means nothing without the name of a cable.
     */
    static boolean canBePinged(InetAddress address) {
        if (address instanceof Inet4Address) {
            int first = Byte.toUnsignedInt(address.getAddress()[0]);
            return first != 0 && !address.isLoopbackAddress() && first < FIRST_OF_NO_MACHINE;
        }
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    /** IPv4 first, which the lab's servers speak; then what is in a network of ours; a self-assigned one late. */
    Comparator<InetAddress> bestFirst() {
        return Comparator.comparing((InetAddress each) -> !(each instanceof Inet4Address))
                .thenComparing(each -> !isNear(each))
                .thenComparing(InetAddress::isLinkLocalAddress)
                .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned);
    }

    private boolean isNear(InetAddress address) {
        return isHere(address)
                || networks.stream().anyMatch(each -> each.sharesNetworkWith(address));
    }
}
