package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.LOOPBACK;
import static pingmonitor.router.Net.ip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Mappings by PCP and NAT-PMP: made, renewed, removed, refused or not answered. */
class PcpAndNatPmpClientTest extends RouterClientFixture {
    @Test
    void pcpMakesAMapping() {
        router.onMapping = request -> List.of(FakePcp.answer(request, 0, 120, 40_001));
        assertEquals(
                new RouterClient.Grant(
                        router.gateway(),
                        Optional.of(ip("203.0.113.7")),
                        40_001,
                        Duration.ofSeconds(120),
                        OptionalLong.of(7)),
                pcp().map(REQUEST, soon()));
    }

    @Test
    void pcpKeepsTheNonceOfAPortWhileTheProgramRuns() {
        router.onMapping =
                request -> List.of(FakePcp.answer(request, 0, FakePcp.lifetime(request), 40_000));
        PcpClient client = pcp();
        client.map(REQUEST, soon());
        byte[] first = latestNonce();
        client.map(RENEWAL, soon());
        assertArrayEquals(first, latestNonce());
        assertTrue(client.unmap(mapping(Protocol.PCP), soon()));
        assertArrayEquals(first, latestNonce());
        assertEquals(0, FakePcp.lifetime(latestRequest()));
        pcp().map(REQUEST, soon());
        assertArrayEquals(first, latestNonce(), "after a break of the network");
        pcp().map(new RouterClient.Ask(12_001, 40_000, Duration.ofMinutes(10), false), soon());
        assertFalse(Arrays.equals(first, latestNonce()), "another port");
    }

    @Test
    void pcpIgnoresAnswersToOtherRequests() {
        router.onMapping =
                request -> {
                    byte[] other = FakePcp.answer(request, 0, 600, 666);
                    other[30] ^= 1;
                    return List.of(
                            other,
                            new byte[0],
                            new byte[2_000],
                            FakePcp.answer(request, 0, 600, 40_000));
                };
        assertEquals(40_000, granted(pcp().map(REQUEST, soon())).externalPort());
    }

    @Test
    void datagramsOfAnotherSenderAreIgnored() throws IOException {
        try (DatagramSocket stranger = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            router.onMapping =
                    request -> {
                        byte[] forged = FakePcp.answer(request, 0, 600, 666);
                        send(stranger, forged, router.lastSender);
                        return List.of(FakePcp.answer(request, 0, 600, 40_000));
                    };
            assertEquals(40_000, granted(pcp().map(REQUEST, soon())).externalPort());
        }
    }

    @Test
    void aLostRequestIsRetransmitted() {
        router.onMapping =
                request ->
                        router.mappingRequests.size() < 3
                                ? List.of()
                                : List.of(FakePcp.answer(request, 0, 600, 40_000));
        assertEquals(40_000, granted(pcp().map(REQUEST, soon())).externalPort());
    }

    @Test
    void aPcpRefusalCarriesItsReason() {
        router.onMapping = request -> List.of(FakePcp.answer(request, 2, 30, 0));
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NOT_ALLOWED, 2)
                        .seenWith(Optional.of(ip("203.0.113.7"))),
                denied(pcp().map(REQUEST, soon())));
        router.onMapping = request -> List.of(new byte[] {0, (byte) 0x81, 0, 1, 0, 0, 0, 0});
        assertEquals(MappingRefusal.Kind.NOT_OFFERED, denied(pcp().map(REQUEST, soon())).kind());
        router.onMapping = request -> List.of(FakePcp.answer(request, 0, 0, 40_000));
        assertEquals(MappingRefusal.Kind.NONSENSE, denied(pcp().map(REQUEST, soon())).kind());
    }

    @Test
    void aPrivateExternalAddressExplainsAVagueRefusal() {
        router.onMapping =
                request -> {
                    byte[] answer = FakePcp.answer(request, 8, 30, 0);
                    System.arraycopy(Net.hex("c0a80702"), 0, answer, 56, 4);
                    return List.of(answer);
                };
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NO_OUTSIDE, 8)
                        .seenWith(Optional.of(ip("192.168.7.2"))),
                denied(pcp().map(REQUEST, soon())));
        router.onMapping = request -> List.of(FakePcp.answer(request, 8, 30, 0));
        assertEquals(MappingRefusal.Kind.FULL, denied(pcp().map(REQUEST, soon())).kind());
    }

    @Test
    void anUnansweredRequestMayHaveMadeAMapping() {
        RouterClient.Denial silence = RouterClient.Denial.silent(REQUEST, Optional.empty());
        assertEquals(silence, pcp().map(REQUEST, shortly()));
        assertEquals(
                new RouterClient.Denial(MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER)),
                natPmp().map(REQUEST, shortly()),
                "it told no address, so the client did not ask for a mapping");
        CountDownLatch requested = new CountDownLatch(1);
        router.onMapping =
                request -> {
                    boolean isNatPmp = request[0] == 0;
                    if (isNatPmp && request[1] == 0) {
                        return FakePcp.natPmp(request);
                    } else if (isNatPmp) {
                        requested.countDown();
                    }
                    return List.of();
                };
        assertEquals(
                RouterClient.Denial.silent(REQUEST, Optional.of(ip("203.0.113.7"))),
                natPmp().map(REQUEST, shortlyAfter(requested)));
    }

    @Test
    void silenceEndsAtTheDeadline() {
        assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(pcp().map(REQUEST, shortly())).kind());
        assertEquals(
                MappingRefusal.Kind.NO_ANSWER, denied(natPmp().map(REQUEST, shortly())).kind());
        assertFalse(pcp().unmap(mapping(Protocol.PCP), shortly()));
        assertFalse(natPmp().unmap(mapping(Protocol.NAT_PMP), shortly()));
    }

    @Test
    void aCancelledRequestEndsAtOnce() {
        Deadline cancelled = Deadline.in(System::nanoTime, TimeUnit.HOURS.toNanos(1), () -> true);
        assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(pcp().map(REQUEST, cancelled)).kind());
        assertEquals(List.of(), router.mappingRequests);
    }

    @Test
    void aClosedPortMeansThatTheProtocolIsNotOffered() {
        router.mapping.close();
        assertEquals(MappingRefusal.Kind.NOT_OFFERED, denied(pcp().map(REQUEST, soon())).kind());
        assertEquals(MappingRefusal.Kind.NOT_OFFERED, denied(natPmp().map(REQUEST, soon())).kind());
    }

    @Test
    void natPmpMakesRenewsAndRemovesAMapping() {
        router.onMapping = FakePcp::natPmp;
        NatPmpClient client = natPmp();
        RouterClient.Grant expected =
                new RouterClient.Grant(
                        router.gateway(),
                        Optional.of(ip("203.0.113.7")),
                        40_000,
                        Duration.ofMinutes(10),
                        OptionalLong.of(7));
        assertEquals(expected, client.map(REQUEST, soon()));
        assertEquals(expected, client.map(RENEWAL, soon()));
        assertTrue(client.unmap(mapping(Protocol.NAT_PMP), soon()));
        assertArrayEquals(NatPmpMessage.map(12_000, 0, 0), latestRequest());
    }

    @Test
    void aRouterWithNatPmpSwitchedOffRefuses() {
        router.onMapping =
                request -> List.of(new byte[] {0, (byte) 0x80, 0, 2, 0, 0, 0, 7, 0, 0, 0, 0});
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NOT_ALLOWED, 2),
                denied(natPmp().map(REQUEST, soon())));
    }

    /** The latest request. A client sends a request again while its answer is late, so an index would not do. */
    private byte[] latestRequest() {
        return router.mappingRequests.get(router.mappingRequests.size() - 1);
    }

    private byte[] latestNonce() {
        return Arrays.copyOfRange(latestRequest(), 24, 36);
    }

    private static void send(DatagramSocket from, byte[] bytes, InetSocketAddress to) {
        try {
            from.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PcpClient pcp() {
        return new PcpClient(router.gateway(), router.ports().mapping());
    }

    private NatPmpClient natPmp() {
        return new NatPmpClient(router.gateway(), router.ports().mapping());
    }
}
