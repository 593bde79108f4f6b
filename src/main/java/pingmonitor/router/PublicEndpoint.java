package pingmonitor.router;

import java.net.InetAddress;

/**
 * An address and port under which this machine is reached from other networks.
 *
 * @param port 1 to 65535; not always the one the server listens on
 */
public record PublicEndpoint(InetAddress address, int port, Source source) {

    /** How it became known. */
    public enum Source {
        /** The router says so, which forwards the port. */
        ROUTER,
        /**
         * The router says so, but a far end saw this machine under another address: nobody knows how far it is reached
         * from.
         */
        ROUTER_SEEN_OTHERWISE
    }
}
