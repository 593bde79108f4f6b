package pingmonitor.router;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a router's external address says about its network. */
final class ExternalAddress {
    private ExternalAddress() {}

    /** The address, unless it is none that a router can have: one that is not connected tells 0.0.0.0. */
    static Optional<InetAddress> known(InetAddress address) {
        return Optional.of(address).filter(each -> !isNobodys(each));
    }

    /**
     * Why the address may not be reached from the internet.
     *
     * @param router its address outside, as it told
     * @param seen this machine's, as a far end told
     */
    static List<NatWarning> warnings(Optional<InetAddress> router, Optional<InetAddress> seen) {
        List<NatWarning> warnings = new ArrayList<>();
        router.filter(each -> isPrivate(each) || isForTests(each))
                .ifPresent(each -> warnings.add(NatWarning.DOUBLE_NAT));
        router.filter(ExternalAddress::isShared)
                .ifPresent(each -> warnings.add(NatWarning.CARRIER_NAT));
        boolean differ =
                router.isPresent()
                        && seen.filter(each -> isComparable(each, router.get())).isPresent();
        if (differ && warnings.isEmpty()) {
            warnings.add(NatWarning.SEEN_OTHERWISE);
        }
        return List.copyOf(warnings);
    }

    /** A far end in the same network sees the private address or the provider's, and one over IPv6 no NAT at all. */
    private static boolean isComparable(InetAddress seen, InetAddress router) {
        return seen instanceof Inet4Address && isPublic(seen) && !seen.equals(router);
    }

    /** Whether the internet has a way to it. */
    static boolean isPublic(InetAddress address) {
        return !isPrivate(address)
                && !isShared(address)
                && !isForTests(address)
                && !isNobodys(address);
    }

    /** RFC 1918, and self-assigned ones. */
    static boolean isPrivate(InetAddress address) {
        return address instanceof Inet4Address
                && (address.isSiteLocalAddress() || address.isLinkLocalAddress());
    }

    /** 100.64.0.0/10, RFC 6598; 192.0.0.0/24, where IPv4 goes through IPv6 to the provider, RFC 7335. */
    static boolean isShared(InetAddress address) {
        return isIn(address, 100, 64, 10) || isIn(address, 192, 0, 24);
    }

    /** 198.18.0.0/15, RFC 2544: on no way through the internet. */
    private static boolean isForTests(InetAddress address) {
        return isIn(address, 198, 18, 15);
    }

    /** 0.0.0.0/8, 127.0.0.0/8, multicast, 240.0.0.0/4, and what is like them in IPv6. */
    private static boolean isNobodys(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isMulticastAddress()
                || isIn(address, 0, 0, 8)
                || isIn(address, 240, 0, 4);
    }

    /**
     * Whether it is an address of IPv4 in a network.
     *
     * @param first the network's first byte
     * @param second its second one; the others are 0
     * @param prefix its length, 1 to 32 bits
     */
    private static boolean isIn(InetAddress address, int first, int second, int prefix) {
        byte[] bytes = address.getAddress();
        int network = first << 24 | second << 16;
        return bytes.length == 4
                && (ByteBuffer.wrap(bytes).getInt() ^ network) >>> Integer.SIZE - prefix == 0;
    }
}
