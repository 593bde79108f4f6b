package pingmonitor.discovery;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingmonitor.host.LanAddress;
import pingmonitor.host.LanAddresses;

/**
 * A network interface on which to speak, by one of its addresses.
 *
 * @param interfaceName the system's
 * @param address IPv4 where it has one: that is what the lab's servers speak
 */
record NetworkAttachment(String interfaceName, InetAddress address) {

    /** Those of this machine; asks the system. */
    static List<NetworkAttachment> list() {
        return onePerInterface(LanAddresses.list());
    }

    static List<NetworkAttachment> onePerInterface(List<LanAddress> addresses) {
        Map<String, NetworkAttachment> found = new LinkedHashMap<>();
        for (LanAddress each : addresses) {
            found.putIfAbsent(
                    each.interfaceName(),
                    new NetworkAttachment(each.interfaceName(), each.address()));
        }
        return new ArrayList<>(found.values());
    }
}
