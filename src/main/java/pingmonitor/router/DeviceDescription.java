package pingmonitor.router;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What a router says of itself, as far as it is needed.
 *
 * @param udn its own unique name, or empty
 * @param base what its references are relative to, when it is not the description's own place
 * @param services those that forward ports, best first
 */
record DeviceDescription(String udn, Optional<String> base, List<Service> services) {
    private static final int MAX_SERVICES = 8;

    /**
     * One service.
     *
     * @param control where it is asked, as written in the description
     */
    record Service(ServiceType type, String control) {}

    /**
     * @throws XMLStreamException when it is no XML that we read
     */
    static DeviceDescription parse(byte[] document) throws XMLStreamException {
        Parts parts = new Parts();
        SafeXml.leaves(document, parts::leaf);
        parts.services.sort(Comparator.comparing(Service::type));
        return new DeviceDescription(parts.udn, parts.base, List.copyOf(parts.services));
    }

    /** What was read so far. */
    private static final class Parts {
        private String udn = "";
        private Optional<String> base = Optional.empty();
        private final List<Service> services = new ArrayList<>();
        private Optional<ServiceType> type = Optional.empty();
        private Optional<String> control = Optional.empty();

        void leaf(String parent, String name, String text) {
            switch (name) {
                case "UDN" -> udn = udn.isEmpty() ? RouterReplyText.line(text) : udn;
                case "URLBase" -> base = Optional.of(text).filter(each -> !each.isEmpty());
                case "serviceType" -> {
                    // The first of a service in every description.
                    type = ServiceType.of(text);
                    control = Optional.empty();
                }
                case "controlURL" -> {
                    control = Optional.of(text).filter(each -> !each.isEmpty());
                    complete();
                }
                default -> {
                    // What else there is does not matter.
                }
            }
        }

        private void complete() {
            if (type.isPresent() && control.isPresent() && services.size() < MAX_SERVICES) {
                services.add(new Service(type.get(), control.get()));
            }
            type = Optional.empty();
        }
    }
}
