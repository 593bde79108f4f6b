package pingmonitor.host;

import java.net.Inet4Address;
import java.net.InetAddress;

/** How far an address leads, as far as the address alone tells. */
public enum AddressScope {
    /** This machine itself. */
    LOOPBACK,
    /** One cable or Wi-Fi only: 169.254.0.0/16 (RFC 3927), fe80::/10. */
    LINK_LOCAL,
    /** A network of somebody's own: RFC 1918, fc00::/7 (RFC 4193). */
    PRIVATE,
    /** The inside of a provider's network, behind a carrier NAT: 100.64.0.0/10 (RFC 6598). */
    CARRIER,
    /** Everything else. */
    PUBLIC;

    /** The scope of an address. */
    public static AddressScope of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        if (address instanceof Inet4Address) {
            boolean carrier = bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
            return carrier ? CARRIER : address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
        }
        return (bytes[0] & 0xfe) == 0xfc ? PRIVATE : PUBLIC;
    }
}
