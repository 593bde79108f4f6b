package pingmonitor.discovery;

import java.net.InetAddress;
import java.util.List;

/**
 * A server that announces itself in the local network. All texts are safe to show and short.
 *
 * @param name the one it gave itself
 * @param host the name of its machine, such as {@code ana.local}; may be empty
 * @param addresses the best for this machine first; at least one
 * @param port 1 to 65535
 * @param here whether it runs on this machine
 */
public record FoundServer(
        String name, String host, List<InetAddress> addresses, int port, boolean here) {

    public FoundServer {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address");
        }
    }

    /** The one to ping. */
    public InetAddress address() {
        return addresses.get(0);
    }

    /** Whether this is the other, even if its addresses have changed. */
    public boolean isSame(FoundServer other) {
        return name.equals(other.name) && host.equals(other.host) && port == other.port;
    }
}
