package pingmonitor.network.router;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a router's outside address says of the network it is in. */
final class Outside {
    private Outside() {}

    /** The address, unless it is none: a router that is not connected tells 0.0.0.0. */
    static Optional<InetAddress> known(InetAddress address) {
        return Optional.of(address).filter(each -> !each.isAnyLocalAddress());
    }

    /**
     * Why the address may not be reached from the internet.
     *
     * @param router its address outside, as it told
     * @param seen this machine's, as a far end told
     */
    static List<NatWarning> warnings(Optional<InetAddress> router, Optional<InetAddress> seen) {
        List<NatWarning> warnings = new ArrayList<>();
        router.filter(Outside::isPrivate).ifPresent(each -> warnings.add(NatWarning.DOUBLE_NAT));
        router.filter(Outside::isShared).ifPresent(each -> warnings.add(NatWarning.CARRIER_NAT));
        boolean differ =
                router.isPresent()
                        && seen.filter(each -> isComparable(each, router.get())).isPresent();
        if (differ && warnings.isEmpty()) {
            warnings.add(NatWarning.SEEN_OTHERWISE);
        }
        return List.copyOf(warnings);
    }

    /** A far end in the same network sees the private address, and one over IPv6 no NAT at all. */
    private static boolean isComparable(InetAddress seen, InetAddress router) {
        return seen instanceof Inet4Address
                && !isPrivate(seen)
                && !seen.isLoopbackAddress()
                && !seen.equals(router);
    }

    /** RFC 1918, and self-assigned ones. */
    static boolean isPrivate(InetAddress address) {
        return address instanceof Inet4Address
                && (address.isSiteLocalAddress() || address.isLinkLocalAddress());
    }

    /** 100.64.0.0/10, RFC 6598. */
    static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
