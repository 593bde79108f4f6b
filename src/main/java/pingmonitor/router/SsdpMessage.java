package pingmonitor.router;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The datagrams of UPnP's search (UPnP Device Architecture 1.1, section 1.3). */
final class SsdpMessage {
    /** Answers are a few hundred bytes; the rest of a longer one is not looked at. */
    static final int MAX_BYTES = 2_048;

    private static final String LOCATION = "location:";

    private SsdpMessage() {}

    /**
     * A question for devices of a kind.
     *
     * @param target such as {@code urn:schemas-upnp-org:device:InternetGatewayDevice:1}
     */
    static byte[] search(String target) {
        return String.join(
                        "\r\n",
                        "M-SEARCH * HTTP/1.1",
                        "HOST: 239.255.255.250:1900",
                        "MAN: \"ssdp:discover\"",
                        "MX: 1",
                        "ST: " + target,
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the device that answers describes itself; empty when this is no answer, or does not say where. */
    static Optional<String> location(ByteBuffer datagram) {
        byte[] bytes = new byte[Math.min(MAX_BYTES, datagram.remaining())];
        datagram.duplicate().get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\r?\n", -1);
        if (!lines[0].startsWith("HTTP/1.") || !lines[0].contains(" 200")) {
            return Optional.empty();
        }
        for (String line : lines) {
            if (line.regionMatches(true, 0, LOCATION, 0, LOCATION.length())) {
                return Optional.of(line.substring(LOCATION.length()).strip());
            }
        }
        return Optional.empty();
    }
}
