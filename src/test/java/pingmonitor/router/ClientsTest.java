package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.LOOPBACK;
import static pingmonitor.router.Net.ip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways to ask over real sockets: good routers, silent ones, slow ones, bad ones, and strangers. */
@Timeout(60)
class ClientsTest {
    private static final RouterClient.Ask ASK =
            new RouterClient.Ask(12_000, 40_000, Duration.ofMinutes(10), false);

    private static final RouterClient.Ask AGAIN =
            new RouterClient.Ask(12_000, 40_000, Duration.ofMinutes(10), true);

    private static final int SHORT_MILLIS = 700;
    private static final int LONG_MILLIS = 10_000;

    private ScriptedRouter router;

    @BeforeEach
    void open() throws IOException {
        router = new ScriptedRouter();
    }

    @AfterEach
    void close() throws IOException {
        router.close();
    }

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
                pcp().map(ASK, soon()));
    }

    @Test
    void pcpIsKnownAgainByItsNonceForAsLongAsTheProgramRuns() {
        router.onMapping =
                request -> List.of(FakePcp.answer(request, 0, FakePcp.lifetime(request), 40_000));
        PcpClient client = pcp();
        client.map(ASK, soon());
        byte[] first = latestNonce();
        client.map(AGAIN, soon());
        assertArrayEquals(first, latestNonce());
        assertTrue(client.unmap(mapping(Protocol.PCP), soon()));
        assertArrayEquals(first, latestNonce());
        assertEquals(0, FakePcp.lifetime(latestRequest()));
        pcp().map(ASK, soon());
        assertArrayEquals(first, latestNonce(), "after a break of the network");
        pcp().map(new RouterClient.Ask(12_001, 40_000, Duration.ofMinutes(10), false), soon());
        assertFalse(Arrays.equals(first, latestNonce()), "another port");
    }

    @Test
    void pcpOverhearsWhatAnswersAnotherQuestion() {
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
        assertEquals(40_000, granted(pcp().map(ASK, soon())).externalPort());
    }

    @Test
    void aStrangerOnTheWayIsNotHeard() throws IOException {
        try (DatagramSocket stranger = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            router.onMapping =
                    request -> {
                        byte[] lie = FakePcp.answer(request, 0, 600, 666);
                        send(stranger, lie, lastSender());
                        return List.of(FakePcp.answer(request, 0, 600, 40_000));
                    };
            assertEquals(40_000, granted(pcp().map(ASK, soon())).externalPort());
        }
    }

    @Test
    void aDatagramThatWasLostIsSentAgain() {
        router.onMapping =
                request ->
                        router.mappingRequests.size() < 3
                                ? List.of()
                                : List.of(FakePcp.answer(request, 0, 600, 40_000));
        assertEquals(40_000, granted(pcp().map(ASK, soon())).externalPort());
    }

    @Test
    void whatPcpRefusesHasItsReason() {
        router.onMapping = request -> List.of(FakePcp.answer(request, 2, 30, 0));
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NOT_ALLOWED, 2)
                        .seenWith(Optional.of(ip("203.0.113.7"))),
                denied(pcp().map(ASK, soon())));
        router.onMapping = request -> List.of(new byte[] {0, (byte) 0x81, 0, 1, 0, 0, 0, 0});
        assertEquals(MappingRefusal.Kind.NOT_OFFERED, denied(pcp().map(ASK, soon())).kind());
        router.onMapping = request -> List.of(FakePcp.answer(request, 0, 0, 40_000));
        assertEquals(MappingRefusal.Kind.NONSENSE, denied(pcp().map(ASK, soon())).kind());
    }

    @Test
    void anAddressOutsideThatIsNotPublicIsTheReasonOfAVagueRefusal() {
        router.onMapping =
                request -> {
                    byte[] answer = FakePcp.answer(request, 8, 30, 0);
                    System.arraycopy(Net.hex("c0a80702"), 0, answer, 56, 4);
                    return List.of(answer);
                };
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NO_OUTSIDE, 8)
                        .seenWith(Optional.of(ip("192.168.7.2"))),
                denied(pcp().map(ASK, soon())));
        router.onMapping = request -> List.of(FakePcp.answer(request, 8, 30, 0));
        assertEquals(MappingRefusal.Kind.FULL, denied(pcp().map(ASK, soon())).kind());
    }

    @Test
    void whatWasOnlyWishedForMayHaveBeenMade() {
        RouterClient.Denial silence = RouterClient.Denial.silent(ASK, Optional.empty());
        assertEquals(silence, pcp().map(ASK, shortly()));
        assertEquals(
                new RouterClient.Denial(MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER)),
                natPmp().map(ASK, shortly()),
                "it told no address and was not asked for more");
        CountDownLatch wished = new CountDownLatch(1);
        router.onMapping =
                request -> {
                    boolean isNatPmp = request[0] == 0;
                    if (isNatPmp && request[1] == 0) {
                        return FakePcp.natPmp(request);
                    } else if (isNatPmp) {
                        wished.countDown();
                    }
                    return List.of();
                };
        assertEquals(
                RouterClient.Denial.silent(ASK, Optional.of(ip("203.0.113.7"))),
                natPmp().map(ASK, shortlyAfter(wished)));
    }

    @Test
    void silenceEndsWithTheTime() {
        assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(pcp().map(ASK, shortly())).kind());
        assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(natPmp().map(ASK, shortly())).kind());
        assertFalse(pcp().unmap(mapping(Protocol.PCP), shortly()));
        assertFalse(natPmp().unmap(mapping(Protocol.NAT_PMP), shortly()));
    }

    @Test
    void whatIsCalledOffEndsAtOnce() {
        Deadline calledOff = Deadline.in(System::nanoTime, TimeUnit.HOURS.toNanos(1), () -> true);
        assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(pcp().map(ASK, calledOff)).kind());
        assertEquals(List.of(), router.mappingRequests);
    }

    @Test
    void aRouterWhereNobodyListensOffersNothing() {
        router.mapping.close();
        assertEquals(MappingRefusal.Kind.NOT_OFFERED, denied(pcp().map(ASK, soon())).kind());
        assertEquals(MappingRefusal.Kind.NOT_OFFERED, denied(natPmp().map(ASK, soon())).kind());
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
        assertEquals(expected, client.map(ASK, soon()));
        assertEquals(expected, client.map(AGAIN, soon()));
        assertTrue(client.unmap(mapping(Protocol.NAT_PMP), soon()));
        assertArrayEquals(NatPmpMessage.map(12_000, 0, 0), latestRequest());
    }

    @Test
    void natPmpThatIsSwitchedOffSaysSo() {
        router.onMapping =
                request -> List.of(new byte[] {0, (byte) 0x80, 0, 2, 0, 0, 0, 7, 0, 0, 0, 0});
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.NOT_ALLOWED, 2),
                denied(natPmp().map(ASK, soon())));
    }

    @Test
    void upnpMakesRenewsAndRemovesAMapping() {
        router.withUpnp();
        try (IgdClient client = upnp()) {
            RouterClient.Grant expected =
                    new RouterClient.Grant(
                            router.gateway(),
                            Optional.of(ip("203.0.113.7")),
                            40_000,
                            Duration.ofMinutes(10),
                            OptionalLong.empty());
            assertEquals(expected, client.map(ASK, soon()));
            assertEquals(
                    Map.of(40_000, new FakeIgd.Entry("127.0.0.1", 12_000, 600)),
                    router.igd.mappings);
            assertEquals(expected, client.map(AGAIN, soon()));
            assertTrue(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(), router.igd.mappings);
        }
        assertTrue(
                router.searches.stream()
                        .anyMatch(search -> search.contains("InternetGatewayDevice:2")));
    }

    @Test
    void version2MayChooseAnotherPort() {
        router.withUpnp().description = FakeIgd.description(":2");
        router.igd.mappings.put(40_000, new FakeIgd.Entry("127.0.0.9", 9, 600));
        try (IgdClient client = upnp()) {
            assertEquals(40_001, granted(client.map(ASK, soon())).externalPort());
        }
    }

    @Test
    void aPortOfAnotherMachineIsNeverOverwritten() {
        router.withUpnp().igd.overwrites = true;
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 9, 600);
        router.igd.mappings.put(40_000, theirs);
        try (IgdClient client = upnp()) {
            assertEquals(MappingRefusal.Kind.PORT_TAKEN, denied(client.map(ASK, soon())).kind());
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
            client.unmap(mapping(Protocol.UPNP), soon());
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
        }
    }

    @Test
    void aPortThatBelongsToAnotherMachineByNowIsNotRenewed() {
        router.withUpnp().igd.overwrites = true;
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 9, 600);
        try (IgdClient client = upnp()) {
            granted(client.map(ASK, soon()));
            router.igd.mappings.put(40_000, theirs);
            assertEquals(
                    new RouterClient.Denial(
                            MappingRefusal.of(MappingRefusal.Kind.PORT_TAKEN)
                                    .seenWith(Optional.of(ip("203.0.113.7")))),
                    client.map(AGAIN, soon()));
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
        }
    }

    @Test
    void whoseAPortIsMustBeKnownBeforeItIsTakenOrGivenBack() {
        router.withUpnp().igd.overwrites = true;
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 9, 600);
        router.igd.mappings.put(40_000, theirs);
        router.igd.entryError = 501;
        try (IgdClient client = upnp()) {
            assertEquals(501, denied(client.map(ASK, soon())).code().orElseThrow());
            assertEquals(501, denied(client.map(AGAIN, soon())).code().orElseThrow());
            assertFalse(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 602, 606})
    void aRouterThatTellsNoMappingsLooksAfterThemItself(int error) {
        router.withUpnp().igd.entryError = error;
        try (IgdClient client = upnp()) {
            granted(client.map(ASK, soon()));
            granted(client.map(AGAIN, soon()));
            assertTrue(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(), router.igd.mappings);
        }
    }

    @Test
    void whatTheRouterDidNotAnswerMayHaveBeenMade() {
        router.withUpnp().igd.silentOnAdd = true;
        try (IgdClient client = upnp()) {
            RouterClient.Denial denial =
                    assertInstanceOf(RouterClient.Denial.class, client.map(ASK, soon()));
            assertEquals(OptionalInt.of(40_000), denial.openPort());
            assertTrue(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(), router.igd.mappings);
        }
    }

    @Test
    void whatThereIsNoTimeToTellIsAsItWasFoundAndWishedFor() {
        router.withUpnp().igd.silentOnceMade = true;
        try (IgdClient client = upnp()) {
            RouterClient.Grant granted = granted(client.map(ASK, shortlyAfter(router.igd.made)));
            assertEquals(Optional.of(ip("203.0.113.7")), granted.externalAddress());
            assertEquals(Duration.ofMinutes(10), granted.lease());
        }
    }

    @Test
    void aPageThatNobodyServesIsNoAnswer() throws IOException {
        router.withUpnp();
        router.http.close();
        try (IgdClient client = upnp()) {
            assertEquals(
                    MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER),
                    denied(client.map(ASK, shortly())));
        }
    }

    @Test
    void aPortThatWasOursBeforeACrashIsTakenAgain() {
        router.withUpnp();
        router.igd.mappings.put(40_000, new FakeIgd.Entry("127.0.0.1", 12_000, 5));
        try (IgdClient client = upnp()) {
            assertEquals(40_000, granted(client.map(ASK, soon())).externalPort());
        }
    }

    @Test
    void aRouterWithPermanentMappingsOnlyIsToldOf() {
        router.withUpnp().igd.onlyPermanent = true;
        try (IgdClient client = upnp()) {
            MappingRefusal refusal = denied(client.map(ASK, soon()));
            assertEquals(MappingRefusal.Kind.ONLY_PERMANENT, refusal.kind());
            assertEquals(725, refusal.code().orElseThrow());
            assertEquals(Map.of(), router.igd.mappings);
            RouterClient.Ask permanent = new RouterClient.Ask(12_000, 40_000, Duration.ZERO, false);
            assertEquals(Duration.ZERO, granted(client.map(permanent, soon())).lease());
            assertEquals(
                    Optional.of("uuid:11111111-2222-3333-4444-555555555555"), client.routerName());
        }
    }

    @Test
    void aLeaseThatTheRouterIgnoresIsNoLease() {
        router.withUpnp().igd.ignoresLeases = true;
        try (IgdClient client = upnp()) {
            assertEquals(
                    new RouterClient.Denial(
                            MappingRefusal.of(MappingRefusal.Kind.ONLY_PERMANENT)
                                    .seenWith(Optional.of(ip("203.0.113.7"))),
                            OptionalInt.of(40_000)),
                    client.map(ASK, soon()),
                    "it has to be taken back");
        }
    }

    @Test
    void aRouterWithoutAnAddressOutsideIsTakenWhereThereIsNoBetterService() {
        router.withUpnp().igd.external = "0.0.0.0";
        try (IgdClient client = upnp()) {
            assertEquals(Optional.empty(), granted(client.map(ASK, soon())).externalAddress());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/rootDesc.xml",
                "http://localhost:%d/rootDesc.xml",
                "https://127.0.0.1:%d/rootDesc.xml",
                "file:///etc/passwd?%d"
            })
    void aPlaceElsewhereIsNotAsked(String place) {
        router.onSearch =
                request ->
                        List.of(ScriptedRouter.found(place.formatted(router.http.getLocalPort())));
        assertEquals(MappingRefusal.Kind.ELSEWHERE, deniedAfterTheSearch().kind());
        assertEquals(List.of(), router.httpRequests);
    }

    @Test
    void aServiceElsewhereIsNotAsked() {
        router.withUpnp().description =
                FakeIgd.DESCRIPTION
                        .replace("/ctl/IPConn", "http://127.0.0.2:1/ctl")
                        .replace("/ctl/PPPConn", "//localhost/ctl");
        assertEquals(MappingRefusal.Kind.ELSEWHERE, deniedAfterTheSearch().kind());
    }

    @Test
    void aRedirectIsNotFollowed() {
        router.withUpnp().onHttp =
                (request, out) ->
                        ScriptedRouter.write(
                                out, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n");
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.OTHER, "HTTP 302"), deniedAfterTheSearch());
    }

    @Test
    void aDescriptionThatNeverEndsIsLeft() {
        router.withUpnp().onHttp =
                (request, out) -> {
                    ScriptedRouter.write(out, "HTTP/1.1 200 OK\r\n\r\n<root>");
                    while (true) {
                        ScriptedRouter.write(out, "<a>".repeat(1_000));
                    }
                };
        assertEquals(MappingRefusal.Kind.NONSENSE, deniedAfterTheSearch().kind());
    }

    @Test
    void aDescriptionThatDripsIsLeftWhenTheTimeIsOver() throws InterruptedException {
        CountDownLatch drips = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        router.withUpnp().onHttp =
                (request, out) -> {
                    drips.countDown();
                    try {
                        ScriptedRouter.write(out, "HTTP/1.1 200 OK\r\n\r\n");
                        for (int i = 0; i < 100_000; i++) {
                            ScriptedRouter.write(out, " ");
                            LockSupport.parkNanos(5_000_000);
                        }
                    } finally {
                        left.countDown();
                    }
                };
        try (IgdClient client = upnp()) {
            assertInstanceOf(RouterClient.Denial.class, client.map(ASK, shortlyAfter(drips)));
        }
        assertTrue(left.await(30, TimeUnit.SECONDS), "the connection is closed");
    }

    @Test
    void aServiceThatIsSilentIsLeftWhenTheTimeIsOver() {
        router.withUpnp();
        try (IgdClient client = upnp()) {
            granted(client.map(ASK, soon()));
            router.igd.silentOnDelete = true;
            assertFalse(client.unmap(mapping(Protocol.UPNP), shortly()));
        }
    }

    @Test
    void anAnswerThatIsNoXmlIsNonsense() {
        router.withUpnp().onHttp =
                (request, out) ->
                        ScriptedRouter.write(
                                out, "HTTP/1.1 200 OK\r\n\r\n<html><body>Log in<br></body>");
        assertEquals(MappingRefusal.Kind.NONSENSE, deniedAfterTheSearch().kind());
    }

    @Test
    void withoutAnyRouterOfUpnpThereIsNoAnswer() {
        try (IgdClient client = upnp()) {
            assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(client.map(ASK, shortly())).kind());
        }
        router.search.close();
        try (IgdClient client = upnp()) {
            assertEquals(MappingRefusal.Kind.NO_ANSWER, denied(client.map(ASK, shortly())).kind());
        }
    }

    @Test
    void aRouterThatIsAskedAtAnotherPlaceAfterARestartIsFoundAgain() {
        router.withUpnp();
        try (IgdClient client = upnp()) {
            router.description =
                    FakeIgd.DESCRIPTION.replace(
                            "/ctl/IPConn",
                            "http://127.0.0.1:" + router.http.getLocalPort() + "/old");
            granted(client.map(ASK, soon()));
            router.onHttp = (request, out) -> {};
            denied(client.map(AGAIN, soon()));
            router.description = FakeIgd.DESCRIPTION;
            router.igd.mappings.clear();
            router.answersAgain();
            granted(client.map(AGAIN, soon()));
            assertTrue(
                    router.httpRequests.stream()
                            .anyMatch(request -> request.startsWith("POST /ctl/IPConn")));
        }
    }

    /** While an answer is late, the same is sent again: so not the one of that number. */
    private byte[] latestRequest() {
        return router.mappingRequests.get(router.mappingRequests.size() - 1);
    }

    private byte[] latestNonce() {
        return Arrays.copyOfRange(latestRequest(), 24, 36);
    }

    /**
     * What a search says only when its time is over. A machine too slow to hear the answers in that time gets more of
     * it.
     */
    private MappingRefusal deniedAfterTheSearch() {
        for (int millis = SHORT_MILLIS; ; millis *= 3) {
            try (IgdClient client = upnp()) {
                MappingRefusal refusal = denied(client.map(ASK, in(millis)));
                if (refusal.kind() != MappingRefusal.Kind.NO_ANSWER || millis > LONG_MILLIS) {
                    return refusal;
                }
            }
        }
    }

    private InetSocketAddress lastSender() {
        return router.lastSender;
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

    private IgdClient upnp() {
        return new IgdClient(router.gateway(), router.ports());
    }

    private Mapping mapping(Protocol protocol) {
        return new Mapping(
                protocol,
                router.gateway(),
                Optional.empty(),
                40_000,
                12_000,
                Optional.of(Duration.ofMinutes(10)),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static RouterClient.Grant granted(RouterClient.Answer answer) {
        return assertInstanceOf(RouterClient.Grant.class, answer);
    }

    private static MappingRefusal denied(RouterClient.Answer answer) {
        return assertInstanceOf(RouterClient.Denial.class, answer).refusal();
    }

    /** Long enough for a slow machine. */
    private static Deadline soon() {
        return in(2 * LONG_MILLIS);
    }

    /** For what ends only with its time. */
    private static Deadline shortly() {
        return in(SHORT_MILLIS);
    }

    private static Deadline in(int millis) {
        return Deadline.in(System::nanoTime, TimeUnit.MILLISECONDS.toNanos(millis), () -> false);
    }

    /** The same, where the time stands still until something has happened. */
    private static Deadline shortlyAfter(CountDownLatch happened) {
        AtomicReference<Optional<Long>> began = new AtomicReference<>(Optional.empty());
        LongSupplier clock =
                () -> {
                    if (happened.getCount() > 0) {
                        return 0;
                    }
                    long since =
                            began.updateAndGet(at -> at.or(() -> Optional.of(System.nanoTime())))
                                    .orElseThrow();
                    return System.nanoTime() - since;
                };
        return Deadline.in(clock, TimeUnit.MILLISECONDS.toNanos(SHORT_MILLIS), () -> false);
    }
}
