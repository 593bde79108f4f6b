package pingmonitor.router;

import java.util.Arrays;
import java.util.Optional;

/** The services of a router that can forward a port, best first. */
enum ServiceType {
    IP_2("urn:schemas-upnp-org:service:WANIPConnection:2"),
    IP_1("urn:schemas-upnp-org:service:WANIPConnection:1"),
    PPP_1("urn:schemas-upnp-org:service:WANPPPConnection:1");

    private final String urn;

    ServiceType(String urn) {
        this.urn = urn;
    }

    /** As in descriptions and requests. */
    String urn() {
        return urn;
    }

    static Optional<ServiceType> of(String urn) {
        return Arrays.stream(values()).filter(type -> type.urn.equals(urn)).findFirst();
    }
}
