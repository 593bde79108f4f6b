package pingmonitor.discovery;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What one network interface says of a server: anybody in the network can say anything.
 *
 * @param name of the service, unchecked
 * @param host unchecked
 * @param addresses unchecked
 * @param port unchecked
 * @param id by which a server of ours is known again on another interface
 */
record ServerSighting(
        String name, String host, List<InetAddress> addresses, int port, Optional<String> id) {

    ServerSighting {
        addresses = List.copyOf(addresses);
    }
}
