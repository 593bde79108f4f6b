package pingmonitor.ping;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * What the system knows of the ways out of this machine; asking sends nothing. The seam at which tests put a script.
 */
interface RouteLookup {
    /** What the system would do with a datagram. */
    enum Route {
        /** There is a way. Whether somebody is at its end is not known. */
        FOUND,
        /** The address is the broadcast address of a network of this machine. */
        BROADCAST,
        /** There is no way, or the system lets nothing go there. */
        NONE
    }

    /** The way to an address. */
    Route to(InetSocketAddress address);

    /** A link-local address with each of the network interfaces that it can be meant on. */
    List<Inet6Address> zoned(Inet6Address linkLocal);
}
