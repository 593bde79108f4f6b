package pingmonitor.router;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The UPnP service of a router, as a machine: a request in, an answer out. */
final class FakeIgd {
    static final String DESCRIPTION = description(":1");

    private static final Pattern ACTION = Pattern.compile("<u:(\\w+) ");

    final Map<Integer, Entry> mappings = new ConcurrentHashMap<>();
    volatile String external = "203.0.113.7";
    volatile boolean onlyPermanent;
    volatile boolean ignoresLeases;
    volatile boolean overwrites;
    volatile boolean silentOnDelete;
    volatile boolean silentOnAdd;

    /** Whether it tells nothing of what is made, nor anything else. */
    volatile boolean silentOnceMade;

    final CountDownLatch made = new CountDownLatch(1);

    /** The number of the error with which it tells no mapping; 0 for none. */
    volatile int entryError;

    /** A mapping. */
    record Entry(String client, int port, long lease) {}

    /** What the router says of itself. */
    static String description(String version) {
        return """
               <?xml version="1.0"?>
               <root xmlns="urn:schemas-upnp-org:device-1-0"><specVersion><major>1</major></specVersion>
               <device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>
               <UDN>uuid:11111111-2222-3333-4444-555555555555</UDN>
               <serviceList><service><serviceType>urn:schemas-upnp-org:service:Layer3Forwarding:1</serviceType>
               <serviceId>urn:upnp-org:serviceId:L3Forwarding1</serviceId><controlURL>/ctl/L3F</controlURL>
               <eventSubURL>/evt/L3F</eventSubURL><SCPDURL>/L3F.xml</SCPDURL></service></serviceList>
               <deviceList><device><UDN>uuid:other</UDN><deviceList><device><serviceList>
               <service><serviceType>urn:schemas-upnp-org:service:WANPPPConnection:1</serviceType>
               <controlURL>/ctl/PPPConn</controlURL></service>
               <service><serviceType>urn:schemas-upnp-org:service:WANIPConnection%s</serviceType>
               <controlURL>/ctl/IPConn</controlURL></service></serviceList></device></deviceList></device>
               </deviceList></device></root>
               """
                .formatted(version)
                .strip();
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\"?><s:Envelope"
                + " xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + body
                + "</s:Body></s:Envelope>";
    }

    static String fault(int code, String description) {
        return envelope(
                "<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring>"
                        + "<detail><UPnPError xmlns=\"urn:schemas-upnp-org:control-1-0\"><errorCode>"
                        + code
                        + "</errorCode><errorDescription>"
                        + description
                        + "</errorDescription></UPnPError></detail></s:Fault>");
    }

    /** The body of the answer; empty when it stays silent. */
    Optional<String> answer(String request) {
        Matcher action = ACTION.matcher(request);
        if (!action.find()) {
            return Optional.of(fault(401, "Invalid Action"));
        }
        if (silentOnceMade && made.getCount() == 0) {
            return Optional.empty();
        }
        return switch (action.group(1)) {
            case "GetExternalIPAddress" ->
                    Optional.of(response(action.group(1), value("NewExternalIPAddress", external)));
            case "GetSpecificPortMappingEntry" -> Optional.of(entry(request));
            case "AddPortMapping" ->
                    Optional.of(add(request, port(request))).filter(answer -> !silentOnAdd);
            case "AddAnyPortMapping" -> Optional.of(addAny(request));
            case "DeletePortMapping" -> delete(request);
            default -> Optional.of(fault(401, "Invalid Action"));
        };
    }

    private String entry(String request) {
        if (entryError != 0) {
            return fault(entryError, "x");
        }
        Entry entry = mappings.get(port(request));
        return entry == null
                ? fault(714, "NoSuchEntryInArray")
                : response(
                        "GetSpecificPortMappingEntry",
                        value("NewInternalPort", entry.port())
                                + value("NewInternalClient", entry.client())
                                + value("NewEnabled", 1)
                                + value("NewPortMappingDescription", "x")
                                + value("NewLeaseDuration", entry.lease()));
    }

    private String add(String request, int port) {
        long lease = Long.parseLong(argument(request, "NewLeaseDuration"));
        Entry there = mappings.get(port);
        String client = argument(request, "NewInternalClient");
        if (onlyPermanent && lease > 0) {
            return fault(725, "OnlyPermanentLeasesSupported");
        } else if (there != null && !there.client().equals(client) && !overwrites) {
            return fault(718, "ConflictInMappingEntry");
        }
        int internal = Integer.parseInt(argument(request, "NewInternalPort"));
        mappings.put(port, new Entry(client, internal, ignoresLeases ? 0 : lease));
        made.countDown();
        return response("AddPortMapping", "");
    }

    private String addAny(String request) {
        int port = port(request);
        while (mappings.containsKey(port)) {
            port++;
        }
        String answer = add(request, port);
        return answer.contains("Fault")
                ? answer
                : response("AddAnyPortMapping", value("NewReservedPort", port));
    }

    private Optional<String> delete(String request) {
        if (silentOnDelete) {
            return Optional.empty();
        }
        return Optional.of(
                mappings.remove(port(request)) == null
                        ? fault(714, "NoSuchEntryInArray")
                        : response("DeletePortMapping", ""));
    }

    private static int port(String request) {
        return Integer.parseInt(argument(request, "NewExternalPort"));
    }

    private static String argument(String request, String name) {
        Matcher value = Pattern.compile("<" + name + ">([^<]*)</").matcher(request);
        return value.find() ? value.group(1) : "";
    }

    private static String value(String name, Object value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }

    private static String response(String action, String values) {
        return envelope(
                "<u:"
                        + action
                        + "Response xmlns:u=\"urn:x\">"
                        + values
                        + "</u:"
                        + action
                        + "Response>");
    }
}
