package pingmonitor.network.find;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingmonitor.network.LanAddress;
import pingmonitor.network.LocalAddresses;

/**
 * A network interface on which to speak, by one of its addresses.
 *
 * @param interfaceName the system's
 * @param address IPv4 where it has one: that is what the lab's servers speak
 */
record Attachment(String interfaceName, InetAddress address) {

    /** Those of this machine; asks the system. */
    static List<Attachment> list() {
        return onePerInterface(LocalAddresses.list());
    }

    static List<Attachment> onePerInterface(List<LanAddress> addresses) {
        Map<String, Attachment> found = new LinkedHashMap<>();
        for (LanAddress each : addresses) {
            found.putIfAbsent(
                    each.interfaceName(), new Attachment(each.interfaceName(), each.address()));
        }
        return new ArrayList<>(found.values());
    }
}
