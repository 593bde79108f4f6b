package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.LOOPBACK;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the wish to the removed mapping, with real threads and sockets, at a router on loopback. */
@Timeout(60)
class PortForwardingTest {
    /** By such a clock the router on a busy machine answers in time. */
    private static final int SLOWER = 5;

    private final BlockingQueue<ForwardingEvent> told = new LinkedBlockingQueue<>();
    private final NotesInMemory notes = new NotesInMemory();
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
    void natPmpIsUsedWithoutPcp() throws InterruptedException {
        router.onMapping = FakePcp::natPmp;
        try (PortForwarding forwarding = start(Consent.GIVEN)) {
            Mapping mapping = awaitMapping(forwarding);
            assertEquals(Protocol.NAT_PMP, mapping.protocol());
        }
        assertEquals(
                new ForwardingState.Closed(ForwardingState.Removal.REMOVED), awaitLast().state());
    }

    @Test
    void upnpIsUsedWithoutPcpAndNatPmp() throws InterruptedException {
        router.mapping.close();
        router.withUpnp();
        PortForwarding forwarding = start(Consent.GIVEN);
        assertEquals(Protocol.UPNP, awaitMapping(forwarding).protocol());
        assertEquals(
                Map.of(12_000, new FakeIgd.Entry("127.0.0.1", 12_000, 600)), router.igd.mappings);
        forwarding.close();
        assertEquals(Map.of(), router.igd.mappings);
    }

    @Test
    void nothingIsSentBeforeThePersonAgrees() throws InterruptedException {
        router.onMapping = FakePcp::natPmp;
        router.withUpnp();
        try (PortForwarding forwarding = start(Consent.NOT_YET)) {
            while (!(forwarding.now().state() instanceof ForwardingState.NeedsConsent)) {
                told.take();
            }
        }
        assertEquals(List.of(), router.mappingRequests);
        assertEquals(List.of(), router.searches);
        assertEquals(List.of(), router.httpRequests);
    }

    @Test
    void aPermanentMappingIsRemovedAtTheNextStartAfterACrash() throws InterruptedException {
        router.mapping.close();
        router.withUpnp().igd.onlyPermanent = true;
        PortForwarding crashed = start(Consent.PERMANENT_TOO);
        awaitMapping(crashed);
        assertEquals(
                Map.of(12_000, new FakeIgd.Entry("127.0.0.1", 12_000, 0)), router.igd.mappings);
        StaleMappings leftovers = new StaleMappings(notes, surroundings(), router.ports());
        assertEquals(
                List.of(), leftovers.remove(Optional.empty(), () -> false), "its program is alive");

        notes.kept.replaceAll((name, note) -> ofAProgramThatIsGone(note));
        assertEquals(List.of(12_000), leftovers.remove(Optional.empty(), () -> false));
        assertEquals(Map.of(), router.igd.mappings);
        assertTrue(notes.kept.isEmpty());
        crashed.close();
    }

    @Test
    void aMappingLeftByACrashIsRemovedAfterTheRouterIsAsked() throws InterruptedException {
        router.onMapping = FakePcp::natPmp;
        router.withUpnp().igd.mappings.put(11_000, new FakeIgd.Entry("127.0.0.1", 12_000, 0));
        keepNote("uuid:11111111-2222-3333-4444-555555555555", 11_000);
        PortForwarding forwarding = start(Consent.GIVEN);
        List<String> order = new ArrayList<>();
        while (!order.contains("leftover 11000")) {
            ForwardingEvent event = told.take();
            if (event instanceof ForwardingEvent.LeftoverRemoved removed) {
                order.add("leftover " + removed.externalPort());
            } else if (event instanceof ForwardingEvent.Changed changed
                    && (changed.state() instanceof ForwardingState.Standing
                            || changed.state() instanceof ForwardingState.Failed)) {
                order.add("answered");
            }
        }
        assertEquals(List.of("answered", "leftover 11000"), order);
        assertEquals(Map.of(), router.igd.mappings);
        forwarding.close();
    }

    @Test
    void aPortInUseAgainIsNotRemoved() {
        FakeIgd.Entry ours = new FakeIgd.Entry("127.0.0.1", 12_000, 600);
        router.withUpnp().igd.mappings.put(12_000, ours);
        keepNote("uuid:11111111-2222-3333-4444-555555555555");
        StaleMappings leftovers = new StaleMappings(notes, surroundings(), router.ports());
        RouterClient.Grant grant =
                new RouterClient.Grant(
                        router.gateway(),
                        Optional.empty(),
                        12_000,
                        Duration.ofMinutes(10),
                        OptionalLong.empty());
        Mapping standing =
                Leases.mapping(
                        Protocol.UPNP, grant, ForwardingPlan.of(12_000), InstantSource.system());
        assertEquals(List.of(), leftovers.remove(Optional.of(standing), () -> false));
        assertEquals(Map.of(12_000, ours), router.igd.mappings);
    }

    @Test
    void aMappingTakenOverByAnotherMachineIsNotRemoved() {
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 12_000, 0);
        router.withUpnp().igd.mappings.put(12_000, theirs);
        keepNote("uuid:11111111-2222-3333-4444-555555555555");
        StaleMappings leftovers = new StaleMappings(notes, surroundings(), router.ports());
        assertEquals(List.of(), leftovers.remove(Optional.empty(), () -> false));
        assertEquals(Map.of(12_000, theirs), router.igd.mappings);
        assertTrue(notes.kept.isEmpty(), "there is nothing to do any more");
    }

    @Test
    void aNoteOfAnotherRouterIsKept() {
        router.withUpnp().igd.mappings.put(12_000, new FakeIgd.Entry("127.0.0.1", 12_000, 0));
        keepNote("uuid:another");
        StaleMappings leftovers = new StaleMappings(notes, surroundings(), router.ports());
        assertEquals(List.of(), leftovers.remove(Optional.empty(), () -> false));
        assertEquals(1, router.igd.mappings.size());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void withoutANoteNothingIsSent() {
        router.withUpnp();
        assertEquals(
                List.of(),
                new StaleMappings(notes, surroundings(), router.ports())
                        .remove(Optional.empty(), () -> false));
        notes.kept.put("udp-1-2", "no note at all");
        assertEquals(
                List.of(),
                new StaleMappings(notes, surroundings(), router.ports())
                        .remove(Optional.empty(), () -> false));
        assertTrue(notes.kept.isEmpty(), "what cannot be read is of no use");
        assertEquals(List.of(), router.searches);
    }

    @Test
    void closingDuringARequestIsQuick() throws InterruptedException {
        PortForwarding forwarding = start(Consent.GIVEN, surroundings(1));
        while (router.mappingRequests.isEmpty()) {
            told.take();
            if (forwarding.now().state() instanceof ForwardingState.Failed) {
                break;
            }
        }
        forwarding.close();
        assertTrue(forwarding.now().state() instanceof ForwardingState.Closed);
    }

    @Test
    void aRestartAnnouncedByTheRouterIsHeard() throws IOException, InterruptedException {
        ForwardingRequests requests = new ForwardingRequests(Consent.GIVEN);
        try (RouterAnnouncements announcements = RouterAnnouncements.hear(0, requests)) {
            InetSocketAddress here = new InetSocketAddress(LOOPBACK, announcements.port());
            byte[] nothing = {1, 2, 3};
            router.mapping.send(new DatagramPacket(nothing, nothing.length, here));
            byte[] natPmp = Net.hex("0080 0000 00000003 cb007107");
            router.mapping.send(new DatagramPacket(natPmp, natPmp.length, here));
            assertEquals(
                    new ForwardingRequests.Announcement(LOOPBACK, 3), awaitAnnouncement(requests));
            byte[] pcp = Net.hex("02800000 00000000 00000005 000000000000000000000000");
            router.mapping.send(new DatagramPacket(pcp, pcp.length, here));
            assertEquals(
                    new ForwardingRequests.Announcement(LOOPBACK, 5), awaitAnnouncement(requests));
        }
    }

    private static ForwardingRequests.Announcement awaitAnnouncement(ForwardingRequests requests)
            throws InterruptedException {
        while (true) {
            Optional<ForwardingRequests.Announcement> heard = requests.takeAnnouncement();
            if (heard.isPresent()) {
                return heard.get();
            }
            requests.await(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void keepNote(String routerName) {
        keepNote(routerName, 12_000);
    }

    private void keepNote(String routerName, int externalPort) {
        PermanentNote note =
                new PermanentNote(
                        routerName, externalPort, LOOPBACK, 12_000, new PermanentNote.Owner(1, 1));
        notes.kept.put(note.name(), note.text());
    }

    private static String ofAProgramThatIsGone(String note) {
        String gone = note.replaceAll("started=\\d+", "started=1");
        assertFalse(PermanentNote.parse(gone).orElseThrow().owner().isAlive());
        return gone;
    }

    private PortForwarding start(Consent consent) {
        return start(consent, surroundings());
    }

    private PortForwarding start(Consent consent, RouterEnvironment environment) {
        return PortForwarding.start(
                ForwardingPlan.of(12_000), consent, notes, told::add, environment, router.ports());
    }

    private RouterEnvironment surroundings() {
        return surroundings(SLOWER);
    }

    /**
     * @param slower how many times slower than time its clock goes
     */
    private RouterEnvironment surroundings(int slower) {
        return new RouterEnvironment(
                () -> System.nanoTime() / slower,
                InstantSource.system(),
                () -> List.of(router.gateway()),
                () -> Set.of(LOOPBACK),
                gateway -> RouterEnvironment.clients(gateway, router.ports()));
    }

    /** On a machine that is very slow the router may be asked a second time. */
    private Mapping awaitMapping(PortForwarding forwarding) throws InterruptedException {
        while (true) {
            ForwardingEvent event = told.take();
            if (event instanceof ForwardingEvent.Changed changed) {
                if (changed.state() instanceof ForwardingState.Standing standing) {
                    return standing.mapping();
                } else if (changed.state() instanceof ForwardingState.Failed) {
                    forwarding.askAgain();
                }
            }
        }
    }

    private ForwardingEvent.Changed awaitLast() throws InterruptedException {
        while (true) {
            ForwardingEvent event = told.poll(30, TimeUnit.SECONDS);
            if (event instanceof ForwardingEvent.Changed changed
                    && changed.state() instanceof ForwardingState.Closed) {
                return changed;
            }
        }
    }
}
