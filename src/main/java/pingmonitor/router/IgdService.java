package pingmonitor.router;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import pingmonitor.host.IpAddress;

/** A router's service WANIPConnection or WANPPPConnection: its actions, one question and one answer each. */
final class IgdService {
    /** Shown in the router's page beside the mapping; known again after a crash by it. */
    static final String DESCRIPTION = "UDP Ping Monitor";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    private final ServiceType type;
    private final HttpLocation control;
    private final Http http;

    IgdService(ServiceType type, HttpLocation control, Http http) {
        this.type = type;
        this.control = control;
        this.http = http;
    }

    ServiceType type() {
        return type;
    }

    /** The address of the router. */
    InetAddress router() {
        return control.host();
    }

    /**
     * A mapping as the router tells of it.
     *
     * @param lease what is left of it; zero for one without an end, empty when the router does not tell
     */
    record Entry(String client, int internalPort, String description, Optional<Duration> lease) {

        /** Whether it leads to this machine's port. */
        boolean leadsTo(InetAddress own, int port) {
            return client.equals(own.getHostAddress()) && internalPort == port;
        }
    }

    /** The router's address outside; empty when it has none at the moment, or tells no address. */
    Optional<InetAddress> externalAddress(Deadline deadline) throws IgdFailure {
        return ask("GetExternalIPAddress", new LinkedHashMap<>(), deadline)
                .value("NewExternalIPAddress")
                .flatMap(IpAddress::parseIpv4)
                .flatMap(ExternalAddress::known);
    }

    /** The mapping at an external port; empty when there is none. */
    Optional<Entry> entry(int externalPort, Deadline deadline) throws IgdFailure {
        try {
            Soap.Answer answer =
                    ask("GetSpecificPortMappingEntry", portArguments(externalPort), deadline);
            return Optional.of(
                    new Entry(
                            answer.value("NewInternalClient").orElse(""),
                            (int) number(answer.value("NewInternalPort")).orElse(0L).longValue(),
                            answer.value("NewPortMappingDescription").orElse(""),
                            number(answer.value("NewLeaseDuration")).map(Duration::ofSeconds)));
        } catch (IgdFailure e) {
            if (e.is(IgdError.NO_SUCH_ENTRY)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes a mapping to this machine at exactly that port, or makes it last longer. */
    void add(RouterClient.Ask ask, InetAddress own, Deadline deadline) throws IgdFailure {
        change("AddPortMapping", mapping(ask, own), deadline);
    }

    /**
     * Makes a mapping to this machine at that port, or at another one that is free; version 2 only.
     *
     * @return the port
     */
    int addAny(RouterClient.Ask ask, InetAddress own, Deadline deadline) throws IgdFailure {
        Soap.Answer answer = change("AddAnyPortMapping", mapping(ask, own), deadline);
        long reserved = number(answer.value("NewReservedPort")).orElse(0L);
        if (reserved < 1 || reserved > 65_535) {
            throw new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.NONSENSE)).ofChange();
        }
        return (int) reserved;
    }

    /** Removes the mapping at a port; that there is none is as good. */
    void delete(int externalPort, Deadline deadline) throws IgdFailure {
        try {
            ask("DeletePortMapping", portArguments(externalPort), deadline);
        } catch (IgdFailure e) {
            if (!e.is(IgdError.NO_SUCH_ENTRY)) {
                throw e;
            }
        }
    }

    private static LinkedHashMap<String, String> portArguments(int externalPort) {
        LinkedHashMap<String, String> arguments = new LinkedHashMap<>();
        arguments.put("NewRemoteHost", "");
        arguments.put("NewExternalPort", Integer.toString(externalPort));
        arguments.put("NewProtocol", "UDP");
        return arguments;
    }

    private static LinkedHashMap<String, String> mapping(RouterClient.Ask ask, InetAddress own) {
        LinkedHashMap<String, String> arguments = portArguments(ask.externalPort());
        arguments.put("NewInternalPort", Integer.toString(ask.internalPort()));
        arguments.put("NewInternalClient", own.getHostAddress());
        arguments.put("NewEnabled", "1");
        arguments.put("NewPortMappingDescription", DESCRIPTION);
        arguments.put("NewLeaseDuration", Long.toString(ask.lease().toSeconds()));
        return arguments;
    }

    private static Optional<Long> number(Optional<String> text) {
        return text.filter(each -> NUMBER.matcher(each).matches()).map(Long::valueOf);
    }

    private Soap.Answer change(
            String action, LinkedHashMap<String, String> arguments, Deadline deadline)
            throws IgdFailure {
        try {
            return ask(action, arguments, deadline);
        } catch (IgdFailure e) {
            throw e.ofChange();
        }
    }

    private Soap.Answer ask(
            String action, LinkedHashMap<String, String> arguments, Deadline deadline)
            throws IgdFailure {
        Soap.Answer answer;
        int status;
        try {
            byte[] question = Soap.question(type, action, arguments);
            HttpAnswer said = http.post(control, type.urn() + "#" + action, question, deadline);
            status = said.status();
            answer =
                    status == HttpAnswer.OK || status == HttpAnswer.SERVER_ERROR
                            ? Soap.parse(said.body())
                            : new Soap.Answer(Map.of(), OptionalInt.empty(), "");
        } catch (XMLStreamException e) {
            throw new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.NONSENSE));
        } catch (IOException e) {
            throw new IgdFailure(Http.refusal(e));
        }
        if (answer.error().isPresent()) {
            throw new IgdFailure(IgdError.refusal(answer.error().getAsInt(), answer.description()));
        } else if (status != HttpAnswer.OK) {
            throw new IgdFailure(MappingRefusal.of(MappingRefusal.Kind.OTHER, "HTTP " + status));
        }
        return answer;
    }
}
