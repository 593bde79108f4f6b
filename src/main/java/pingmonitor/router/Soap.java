package pingmonitor.router;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Questions to a service of UPnP and their answers (UPnP Device Architecture 1.1, section 3). */
final class Soap {
    private static final Pattern CODE = Pattern.compile("\\d{1,5}");

    private Soap() {}

    /**
     * An answer.
     *
     * @param values by name; empty with an error
     * @param error the number of the error
     * @param description what the router says of the error, or empty
     */
    record Answer(Map<String, String> values, OptionalInt error, String description) {

        /** A value that is there and not empty. */
        Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
        }
    }

    /**
     * @param arguments in the order of the service's description, with values that need no escape in XML
     */
    static byte[] question(
            ServiceType type, String action, LinkedHashMap<String, String> arguments) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\r\n");
        xml.append("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"")
                .append(" s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>")
                .append("<u:")
                .append(action)
                .append(" xmlns:u=\"")
                .append(type.urn())
                .append("\">");
        arguments.forEach(
                (name, value) ->
                        xml.append('<')
                                .append(name)
                                .append('>')
                                .append(value)
                                .append("</")
                                .append(name)
                                .append('>'));
        xml.append("</u:").append(action).append("></s:Body></s:Envelope>\r\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws XMLStreamException when it is no XML that we read
     */
    static Answer parse(byte[] document) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        Map<String, String> error = new HashMap<>();
        SafeXml.leaves(
                document,
                (parent, name, text) ->
                        (parent.equals("UPnPError") ? error : values).put(name, text));
        String code = error.getOrDefault("errorCode", "");
        if (!CODE.matcher(code).matches()) {
            return new Answer(values, OptionalInt.empty(), "");
        }
        return new Answer(
                Map.of(),
                OptionalInt.of(Integer.parseInt(code)),
                RouterReplyText.line(error.getOrDefault("errorDescription", "")));
    }
}
