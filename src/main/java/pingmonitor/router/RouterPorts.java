package pingmonitor.router;

import java.net.InetSocketAddress;

/**
 * Where routers listen.
 *
 * @param mapping of PCP and NAT-PMP
 * @param search of UPnP, at the router itself
 * @param announcements where this machine hears what routers tell everybody
 * @param everybody the group that UPnP's search is sent to
 */
record RouterPorts(int mapping, int search, int announcements, InetSocketAddress everybody) {
    static final RouterPorts STANDARD =
            new RouterPorts(
                    5_351,
                    1_900,
                    RouterAnnouncements.PORT,
                    new InetSocketAddress("239.255.255.250", 1_900));
}
