package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.ip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What UPnP says in text: search, HTTP, descriptions and SOAP, of good routers and of bad ones. */
@Timeout(60)
class UpnpTextsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @TempDir private Path folder;

    @Test
    void theSearchHasTheFormOfTheUpnpArchitecture() {
        assertEquals(
                "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\n"
                        + "MX: 1\r\nST: urn:x\r\n\r\n",
                new String(SsdpMessage.search("urn:x"), StandardCharsets.US_ASCII));
    }

    @Test
    void aSearchAnswerNamesTheUrlOfTheDescription() {
        assertEquals(
                Optional.of("http://192.168.1.1:5000/rootDesc.xml"),
                location(
                        "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: x\r\n"
                                + "LoCation:   http://192.168.1.1:5000/rootDesc.xml \r\nEXT:\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nLOCATION: http://192.168.1.1/\r\n\r\n",
                "NOTIFY * HTTP/1.1\r\nLOCATION: http://192.168.1.1/\r\n\r\n",
                "M-SEARCH * HTTP/1.1\r\nLOCATION: http://192.168.1.1/\r\n\r\n",
                "HTTP/1.1 200 OK\r\nST: x\r\n\r\n"
            })
    void aDatagramThatIsNoSearchAnswerIsIgnored(String datagram) {
        assertEquals(Optional.empty(), location(datagram));
    }

    @Test
    void onlyAUrlOfTheMachineThatAnsweredIsAccepted() {
        assertEquals(
                Optional.of(new HttpLocation(ip("192.168.1.1"), 5_000, "/a/b.xml?c=d")),
                HttpLocation.of("http://192.168.1.1:5000/a/b.xml?c=d#e", ip("192.168.1.1")));
        assertEquals(
                Optional.of(new HttpLocation(ip("192.168.1.1"), 80, "/")),
                HttpLocation.of("HTTP://192.168.1.1", ip("192.168.1.1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.2/",
                "http://router/",
                "http://localhost/",
                "http://127.0.0.1:631/",
                "http://[::1]/",
                "http://0300.0250.1.1/",
                "http://192.168.1.1@example.org/",
                "http://user@192.168.1.1/",
                "http://192.168.1.1:0/",
                "http://192.168.1.1:65536/",
                "http://192.168.1.1:-1/",
                "https://192.168.1.1/",
                "file:///etc/passwd",
                "ftp://192.168.1.1/",
                "//192.168.1.1/",
                "/rootDesc.xml",
                "http://192.168.1.1/a b",
                "http://192.168.1.1/a\r\nHost: x",
                "http://192.168.1.1/\u00e9",
                ""
            })
    void urlsOfOtherMachinesAreRefused(String url) {
        assertEquals(Optional.empty(), HttpLocation.of(url, ip("192.168.1.1")));
    }

    @Test
    void referencesLeadOnlyToTheSameMachine() {
        HttpLocation description = new HttpLocation(ip("192.168.1.1"), 5_000, "/upnp/desc.xml");
        assertEquals(
                Optional.of(new HttpLocation(ip("192.168.1.1"), 5_000, "/ctl/IPConn")),
                description.at("/ctl/IPConn"));
        assertEquals(
                Optional.of(new HttpLocation(ip("192.168.1.1"), 5_000, "/upnp/ctl")),
                description.at("ctl"));
        assertEquals(
                Optional.of(new HttpLocation(ip("192.168.1.1"), 49_152, "/ctl")),
                description.at("http://192.168.1.1:49152/ctl"));
        assertEquals(Optional.empty(), description.at("http://192.168.1.9/ctl"));
        assertEquals(Optional.empty(), description.at("//evil.example/ctl"));
        assertEquals(Optional.empty(), description.at("file:/etc/passwd"));
    }

    @Test
    void httpBodiesAreReadByLengthByChunksOrToTheEnd() throws IOException {
        assertEquals("abc", body(OK + "Content-Length: 3\r\n\r\nabcdef"));
        assertEquals("abc", body("HTTP/1.0 200 OK\nServer: x\n\nabc"));
        assertEquals(
                "abcdefg",
                body(
                        OK
                                + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n"));
        assertEquals("abc", body("HTTP/1.1 100 Continue\r\n\r\n" + OK + "\r\nabc"));
        assertEquals(500, read("HTTP/1.1 500 Internal\r\nContent-Length: 0\r\n\r\n").status());
        int most = HttpReader.MAX_BODY_BYTES;
        assertEquals(most, body(OK + "\r\n" + "x".repeat(most)).length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "220 ftp\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"
            })
    void brokenHttpIsRefused(String answer) {
        assertThrows(IOException.class, () -> read(answer));
    }

    @Test
    void aTooLongAnswerIsRefused() {
        String longBody = OK + "\r\n" + "x".repeat(HttpReader.MAX_BODY_BYTES + 1);
        assertThrows(IOException.class, () -> read(longBody));
        String longLine = OK + "X: " + "y".repeat(3_000) + "\r\n\r\n";
        assertThrows(IOException.class, () -> read(longLine));
        String longHead = OK + "X: y\r\n".repeat(2_000) + "\r\n";
        assertThrows(IOException.class, () -> read(longHead));
        String noEnd = "HTTP/1.1 100 Continue\r\n\r\n".repeat(50) + OK + "\r\n";
        assertThrows(IOException.class, () -> read(noEnd));
        String pieces = OK + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\na\r\n".repeat(70_000);
        assertThrows(IOException.class, () -> read(pieces));
    }

    @Test
    void theBestServiceOfADescriptionComesFirst() throws XMLStreamException {
        DeviceDescription description = DeviceDescription.parse(utf8(FakeIgd.DESCRIPTION));
        assertEquals("uuid:11111111-2222-3333-4444-555555555555", description.udn());
        assertEquals(Optional.empty(), description.base());
        assertEquals(
                List.of(
                        new DeviceDescription.Service(ServiceType.IP_1, "/ctl/IPConn"),
                        new DeviceDescription.Service(ServiceType.PPP_1, "/ctl/PPPConn")),
                description.services());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16"})
    void aDocumentTypeIsRefusedAndNothingIsFetched(String charset) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "http://192.168.1.1/stolen");
        Charset bytes = Charset.forName(charset);
        for (String declared :
                List.of(
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                        "<!DOCTYPE r SYSTEM \"" + secret.toUri() + "\">",
                        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>",
                        "<!DOCTYPE r [<!ENTITY x \"y\">]>",
                        "<!DOCTYPE r>")) {
            String document =
                    "<?xml version=\"1.0\" encoding=\""
                            + charset
                            + "\"?>"
                            + declared
                            + "<r><URLBase>&x;</URLBase></r>";
            assertThrows(
                    XMLStreamException.class,
                    () -> DeviceDescription.parse(document.getBytes(bytes)),
                    declared);
        }
    }

    @Test
    void aDocumentTypeAloneIsRefused() {
        assertThrows(
                XMLStreamException.class,
                () -> DeviceDescription.parse(utf8("<!DOCTYPE r SYSTEM \"x\"><r><a/></r>")));
    }

    @Test
    void entitiesThatGrowAreRefused() {
        StringBuilder document = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 20; i++) {
            document.append("<!ENTITY a").append(i).append(" \"");
            document.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        document.append("]><r>&a19;</r>");
        assertThrows(
                XMLStreamException.class, () -> DeviceDescription.parse(utf8(document.toString())));
    }

    @Test
    void oddDocumentsAreRefusedOrHarmless() throws XMLStreamException {
        assertThrows(XMLStreamException.class, () -> DeviceDescription.parse(new byte[0]));
        assertThrows(
                XMLStreamException.class, () -> DeviceDescription.parse(utf8("<html><br></html>")));
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        assertThrows(XMLStreamException.class, () -> DeviceDescription.parse(utf8(deep)));
        String many =
                "<r>"
                        + ("<service><serviceType>urn:schemas-upnp-org:service:WANIPConnection:1"
                                        + "</serviceType><controlURL>/a</controlURL></service>")
                                .repeat(500)
                        + "</r>";
        assertEquals(8, DeviceDescription.parse(utf8(many)).services().size());
    }

    @Test
    void aRequestHasTheFormOfTheUpnpArchitecture() {
        LinkedHashMap<String, String> arguments = new LinkedHashMap<>();
        arguments.put("NewRemoteHost", "");
        arguments.put("NewExternalPort", "40000");
        String question =
                new String(
                        Soap.question(ServiceType.IP_1, "DeletePortMapping", arguments),
                        StandardCharsets.UTF_8);
        assertTrue(
                question.contains(
                        "<u:DeletePortMapping"
                                + " xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">"
                                + "<NewRemoteHost></NewRemoteHost><NewExternalPort>40000</NewExternalPort>"
                                + "</u:DeletePortMapping>"),
                question);
    }

    @Test
    void answersHaveValuesOrAnError() throws XMLStreamException {
        Soap.Answer good =
                Soap.parse(
                        utf8(
                                FakeIgd.envelope(
                                        "<u:GetExternalIPAddressResponse xmlns:u=\"x\">"
                                                + "<NewExternalIPAddress> 203.0.113.7"
                                                + " </NewExternalIPAddress><Empty/>"
                                                + "</u:GetExternalIPAddressResponse>")));
        assertEquals(Optional.of("203.0.113.7"), good.value("NewExternalIPAddress"));
        assertEquals(Optional.empty(), good.value("Empty"));
        assertEquals(Optional.empty(), good.value("Other"));
        Soap.Answer bad = Soap.parse(utf8(FakeIgd.fault(718, "Conflict \u202e")));
        assertEquals(OptionalInt.of(718), bad.error());
        assertFalse(bad.description().contains("\u202e"));
    }

    private static Optional<String> location(String datagram) {
        return SsdpMessage.location(
                ByteBuffer.wrap(datagram.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static HttpAnswer read(String answer) throws IOException {
        return new HttpReader(
                        new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)))
                .read();
    }

    private static String body(String answer) throws IOException {
        return new String(read(answer).body(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
