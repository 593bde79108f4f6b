package pingmonitor.router;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Finds the service of a router that can forward ports: by search, description, and its address outside. */
final class IgdDiscovery {
    private final Gateway gateway;
    private final RouterPorts ports;
    private final Http http;

    /** A candidate without an address outside is kept for the case that there is no better one. */
    private Optional<Found> found = Optional.empty();

    private Optional<MappingRefusal> why = Optional.empty();

    IgdDiscovery(Gateway gateway, RouterPorts ports) {
        this.gateway = gateway;
        this.ports = ports;
        this.http = new Http(gateway.ownAddress());
    }

    /**
     * A service.
     *
     * @param udn the unique name of the router, or its address if it has none
     * @param externalAddress of the router when it was found, where it told one
     */
    record Found(IgdService service, String udn, Optional<InetAddress> externalAddress) {}

    /**
     * @throws IgdFailure when there is none, with the reason
     */
    Found find(Deadline deadline) throws IgdFailure {
        SsdpSearch.Found searched;
        try {
            searched =
                    new SsdpSearch(gateway, ports)
                            .search(place -> isUsable(place, deadline), deadline);
        } catch (IOException e) {
            throw new IgdFailure(
                    MappingRefusal.of(
                            MappingRefusal.Kind.NOT_SENT, String.valueOf(e.getMessage())));
        }
        if (found.isPresent()) {
            return found.get();
        }
        throw new IgdFailure(why.orElse(MappingRefusal.of(kind(searched))));
    }

    private static MappingRefusal.Kind kind(SsdpSearch.Found searched) {
        return searched == SsdpSearch.Found.ELSEWHERE
                ? MappingRefusal.Kind.ELSEWHERE
                : MappingRefusal.Kind.NO_ANSWER;
    }

    private boolean isUsable(HttpLocation place, Deadline deadline) {
        try {
            HttpAnswer answer = http.get(place, deadline);
            if (answer.status() != HttpAnswer.OK) {
                why =
                        Optional.of(
                                MappingRefusal.of(
                                        MappingRefusal.Kind.OTHER, "HTTP " + answer.status()));
                return false;
            }
            DeviceDescription description = DeviceDescription.parse(answer.body());
            if (description.services().isEmpty()) {
                why = Optional.of(MappingRefusal.of(MappingRefusal.Kind.UNSUPPORTED));
            }
            for (DeviceDescription.Service each : description.services()) {
                if (isConnected(place, description, each, deadline)) {
                    return true;
                }
            }
        } catch (XMLStreamException e) {
            why = Optional.of(MappingRefusal.of(MappingRefusal.Kind.NONSENSE));
        } catch (IOException e) {
            why = Optional.of(Http.refusal(e));
        }
        // What was found without an address outside has to do when no other place is told.
        return found.isPresent();
    }

    private boolean isConnected(
            HttpLocation place,
            DeviceDescription description,
            DeviceDescription.Service each,
            Deadline deadline) {
        Optional<HttpLocation> base =
                description.base().isEmpty()
                        ? Optional.of(place)
                        : HttpLocation.of(description.base().get(), place.host());
        Optional<HttpLocation> control = base.flatMap(from -> from.at(each.control()));
        if (control.isEmpty()) {
            why = Optional.of(MappingRefusal.of(MappingRefusal.Kind.ELSEWHERE));
            return false;
        }
        String name =
                description.udn().isEmpty() ? place.host().getHostAddress() : description.udn();
        IgdService service = new IgdService(each.type(), control.get(), http);
        try {
            Optional<InetAddress> external = service.externalAddress(deadline);
            if (external.isPresent() || found.isEmpty()) {
                found = Optional.of(new Found(service, name, external));
            }
            return external.isPresent();
        } catch (IgdFailure e) {
            why = Optional.of(e.refusal());
            // It may still make mappings: some routers tell no address without a connection.
            if (found.isEmpty() && e.refusal().code().isPresent()) {
                found = Optional.of(new Found(service, name, Optional.empty()));
            }
            return false;
        }
    }
}
