package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.ip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.fuzz.AnyBytes;
import pingmonitor.fuzz.AnyText;
import pingmonitor.fuzz.Cases;

/** Whatever a router or a stranger sends: it is read or refused, within bounds, and leads nowhere else. */
@Tag("fuzz")
@Timeout(600)
class RouterFuzzTest {
    private static final InetAddress ROUTER = ip("192.168.1.1");
    private static final byte[] NONCE = Net.hex("000102030405060708090a0b");

    /** Parsing XML takes longer than a datagram. */
    private static final int XML_EVERY = 20;

    private final SplittableRandom random = Cases.random();
    private final AnyBytes bytes = new AnyBytes(random);

    @Test
    void anyDatagramOfPcpAndNatPmpIsReadOrIgnored() {
        byte[] pcp =
                FakePcp.answer(
                        PcpMessage.map(NONCE, ROUTER, 12_000, 40_000, ROUTER, 600), 0, 600, 40_000);
        byte[] natPmp = FakePcp.natPmp(NatPmpMessage.map(12_000, 40_000, 600)).get(0);
        byte[] address = FakePcp.natPmp(NatPmpMessage.addressRequest()).get(0);
        List<byte[]> good = List.of(pcp, natPmp, address);
        for (int i = 0; i < Cases.count(); i++) {
            byte[] datagram =
                    random.nextInt(4) == 0
                            ? bytes.any()
                            : bytes.tampered(good.get(random.nextInt(good.size())));
            ByteBuffer buffer = ByteBuffer.wrap(datagram);
            PcpMessage.read(buffer, NONCE, 12_000)
                    .ifPresent(
                            reply -> {
                                if (reply instanceof PcpMessage.Mapped mapped) {
                                    assertTrue(
                                            isPortOrGone(
                                                    mapped.externalPort(),
                                                    mapped.lifetimeSeconds()));
                                }
                            });
            NatPmpMessage.readMap(buffer, 12_000)
                    .ifPresent(
                            reply -> {
                                if (reply instanceof NatPmpMessage.Mapped mapped) {
                                    assertTrue(
                                            isPortOrGone(
                                                    mapped.externalPort(),
                                                    mapped.lifetimeSeconds()));
                                }
                            });
            NatPmpMessage.readAddress(buffer);
            PcpMessage.announcedEpoch(buffer);
            NatPmpMessage.announcedEpoch(buffer);
            assertEquals(datagram.length, buffer.remaining(), Cases.at(i));
        }
    }

    private static boolean isPortOrGone(int port, long lifetime) {
        return port >= 1 && port <= 65_535 || lifetime == 0;
    }

    @Test
    void anySearchAnswerNamesTheRouterOrNothing() {
        String good = ScriptedRouter.found("http://192.168.1.1:5000/rootDesc.xml");
        for (int i = 0; i < Cases.count(); i++) {
            byte[] datagram = random.nextInt(4) == 0 ? bytes.any() : bytes.near(good);
            Optional<HttpLocation> place =
                    SsdpMessage.location(ByteBuffer.wrap(datagram))
                            .flatMap(url -> HttpLocation.of(url, ROUTER));
            place.ifPresent(RouterFuzzTest::isAtTheRouter);
        }
    }

    @Test
    void anyReferenceNamesTheRouterOrNothing() {
        AnyText urls =
                new AnyText(
                        random,
                        List.of(
                                "http://192.168.1.1:5000/ctl",
                                "/ctl/IPConn",
                                "ctl",
                                "http://",
                                "//192.168.1.1",
                                "192.168.1.1",
                                "?a=b",
                                "#",
                                "../",
                                "http://example.org/"));
        HttpLocation from = new HttpLocation(ROUTER, 5_000, "/desc.xml");
        for (int i = 0; i < Cases.count(); i++) {
            String url = urls.next();
            HttpLocation.of(url, ROUTER).ifPresent(RouterFuzzTest::isAtTheRouter);
            from.at(url).ifPresent(RouterFuzzTest::isAtTheRouter);
        }
    }

    private static void isAtTheRouter(HttpLocation place) {
        assertEquals(ROUTER, place.host());
        assertTrue(place.port() >= 1 && place.port() <= 65_535);
        assertTrue(place.target().startsWith("/"));
        assertTrue(place.target().chars().allMatch(c -> c > ' ' && c < 0x7f), place.target());
    }

    @Test
    void anyHttpIsReadWithinItsBounds() {
        List<String> good =
                List.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
                        "HTTP/1.0 500 x\r\n\r\nabc",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                        "HTTP/1.1 100 x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabc");
        for (int i = 0; i < Cases.count(); i++) {
            byte[] answer =
                    random.nextInt(4) == 0
                            ? bytes.any()
                            : bytes.near(good.get(random.nextInt(good.size())));
            try {
                HttpAnswer read = new HttpReader(new ByteArrayInputStream(answer)).read();
                assertTrue(read.body().length <= HttpReader.MAX_BODY_BYTES, Cases.at(i));
            } catch (IOException refused) {
                continue;
            }
        }
    }

    @Test
    void anyDocumentIsReadOrRefused() {
        List<String> good =
                List.of(
                        FakeIgd.DESCRIPTION,
                        FakeIgd.fault(718, "Conflict"),
                        FakeIgd.envelope(
                                "<u:a xmlns:u=\"b\"><NewReservedPort>1</NewReservedPort></u:a>"));
        for (int i = 0; i < Cases.count() / XML_EVERY; i++) {
            byte[] document =
                    random.nextInt(8) == 0
                            ? bytes.any()
                            : bytes.near(good.get(random.nextInt(good.size())));
            try {
                DeviceDescription read = DeviceDescription.parse(document);
                assertTrue(read.services().size() <= 8 && read.udn().length() <= 160);
                Soap.parse(document);
            } catch (XMLStreamException refused) {
                continue;
            }
        }
    }

    @Test
    void anyNoteIsReadOrRefused() {
        AnyText texts =
                new AnyText(
                        random,
                        List.of(
                                "router=uuid:1\nexternal-port=12000\nown-address=192.168.1.20\n",
                                "internal-port=12000\nprocess=1\nstarted=2\n",
                                "FFFFFFFF",
                                "4294967296"));
        for (int i = 0; i < Cases.count(); i++) {
            String text = texts.next();
            PermanentNote.parse(text)
                    .ifPresent(
                            note ->
                                    assertEquals(
                                            Optional.of(note), PermanentNote.parse(note.text())));
            String line = RouterReplyText.line(text);
            assertTrue(line.chars().noneMatch(Character::isISOControl), Cases.at(0));
            assertTrue(
                    new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                            .equals(line),
                    "no half characters");
        }
    }
}
