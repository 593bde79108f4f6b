package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Removal;
import pingmonitor.router.ForwardingState.Why;

/** A forwarding from its beginning to its end, with scripted routers and a clock that is moved by hand. */
class ForwardingRunTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final InetAddress OUTSIDE = ip("203.0.113.7");
    private static final Gateway ELSEWHERE =
            new Gateway(ip("10.0.0.1"), ip("10.0.0.7"), "eth0", true);
    private static final ForwardingState.NeedsPermanent QUESTION =
            new ForwardingState.NeedsPermanent(HOME.address(), 12_000);

    private final List<ForwardingEvent> told = new ArrayList<>();
    private final NotesInMemory notes = new NotesInMemory();
    private final ScriptedClient pcp = new ScriptedClient(Protocol.PCP);
    private final ScriptedClient natPmp = new ScriptedClient(Protocol.NAT_PMP);
    private final ScriptedClient upnp = new ScriptedClient(Protocol.UPNP);

    private List<Gateway> gateways = List.of(HOME);
    private Set<InetAddress> addresses = Set.of(HOME.ownAddress());
    private long nanos = Long.MAX_VALUE - 1_000_000;
    private long elapsedNanos;
    private long routerBegan = -Duration.ofSeconds(1_000).toNanos();
    private ForwardingRequests requests = new ForwardingRequests(Consent.GIVEN);
    private ForwardingPublisher publisher = new ForwardingPublisher(told::add);
    private ForwardingRun run = run();

    @Test
    void withoutConsentNothingIsAsked() {
        begin(Consent.NOT_YET);
        run.step();
        pass(Duration.ofHours(1));
        assertInstanceOf(ForwardingState.NeedsConsent.class, state());
        assertEquals(
                Optional.of(new ManualEntry(HOME, 12_000, 12_000)),
                publisher.now().byHand(),
                "what to enter by hand is known without any question");
        assertTrue(asked().isEmpty() && pcp.prepared + natPmp.prepared + upnp.prepared == 0);
        requests.agree(ip("10.0.0.1"));
        run.step();
        assertTrue(asked().isEmpty(), "that was another router");
        requests.agree(HOME.address());
        run.step();
        assertFalse(asked().isEmpty());
    }

    @Test
    void aRouterThatThePersonDidNotMeanIsNotAsked() {
        begin(Consent.NOT_YET);
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        requests.agree(HOME.address());
        run.step();
        assertEquals(1, pcp.asked.size());
        moveTo(ELSEWHERE);
        assertInstanceOf(ForwardingState.NeedsConsent.class, state());
        assertEquals(ELSEWHERE, publisher.now().byHand().orElseThrow().gateway());
        pass(Duration.ofHours(1));
        assertEquals(1, pcp.asked.size());
        moveTo(HOME);
        assertEquals(2, pcp.asked.size(), "that one may be asked");
        moveTo(ELSEWHERE);
        requests.agree(ELSEWHERE.address());
        run.step();
        assertEquals(3, pcp.asked.size());
    }

    @Test
    void whoAgreedAndHasNoRouterNowIsToldSoUntilThereIsOne() {
        begin(Consent.NOT_YET);
        pcp.usually(ask -> grant(ask, 600));
        requests.agree(HOME.address());
        gateways = List.of();
        run.step();
        assertEquals(Why.NO_ROUTER, failed().why());
        moveTo(ELSEWHERE);
        assertInstanceOf(ForwardingState.NeedsConsent.class, state());
        moveTo(HOME);
        assertInstanceOf(ForwardingState.Standing.class, state());
    }

    @Test
    void theBestWayThatWorksIsTakenAndTheRestIsNotAsked() {
        natPmp.usually(ask -> grant(ask, 600));
        run.step();
        Mapping mapping = mapping();
        assertEquals(Protocol.NAT_PMP, mapping.protocol());
        assertEquals(Optional.of(OUTSIDE), mapping.externalAddress());
        assertEquals(Optional.of(START.plusSeconds(600)), mapping.endsAt());
        assertEquals(START.plusSeconds(300), mapping.renewAt());
        assertEquals(
                List.of(
                        new MappingAttempt(Protocol.PCP, refused(MappingRefusal.Kind.NO_ANSWER)),
                        new MappingAttempt(Protocol.NAT_PMP, new MappingAttempt.Granted(mapping)),
                        new MappingAttempt(Protocol.UPNP, new MappingAttempt.NotNeeded())),
                publisher.now().attempts());
        assertEquals(List.of(), upnp.asked);
        assertTrue(pcp.closed && upnp.closed && !natPmp.closed);
        assertEquals(Duration.ofMinutes(10), natPmp.asked.get(0).lease());
    }

    @Test
    void everyStepIsToldInOrder() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        requests.stop();
        run.step();
        assertEquals(
                List.of(
                        "Looked",
                        "NeedsConsent",
                        "Asking",
                        "Asking",
                        "Answered",
                        "Answered",
                        "Answered",
                        "Standing",
                        "Closing",
                        "Closed"),
                told.stream().map(ForwardingRunTest::name).toList());
    }

    @Test
    void aLeaseIsRenewedAtItsHalf() {
        pcp.usually(ask -> grant(ask, 120));
        run.step();
        pass(Duration.ofSeconds(59));
        assertEquals(1, pcp.asked.size());
        pass(Duration.ofSeconds(1));
        assertEquals(2, pcp.asked.size());
        assertTrue(pcp.asked.get(1).again());
        assertEquals(START.plusSeconds(60), mapping().madeAt());
        pass(Duration.ofSeconds(60));
        assertEquals(3, pcp.asked.size());
    }

    @Test
    void whatWasGrantedInTheLastMomentIsAskedForAgainSoonAndWithMoreTime() {
        pcp.then(
                        ask -> {
                            nanos += MappingNegotiation.TIME_NANOS;
                            elapsedNanos += MappingNegotiation.TIME_NANOS;
                            return grant(ask, 600);
                        })
                .usually(ask -> grant(ask, 24));
        run.step();
        assertEquals(mapping().madeAt().plusSeconds(2), mapping().renewAt());
        pass(Duration.ofSeconds(2));
        assertEquals(2, pcp.asked.size());
        assertEquals(Duration.ofSeconds(10), Duration.ofNanos(pcp.leftNanos.get(1)));
        assertEquals(Optional.of(Duration.ofSeconds(24)), mapping().lease());
        pass(Duration.ofSeconds(12));
        assertEquals(3, pcp.asked.size());
        assertEquals(Duration.ofSeconds(6), Duration.ofNanos(pcp.leftNanos.get(2)));
    }

    @Test
    void anExternalPortThatTheRouterChoseIsKept() {
        pcp.usually(ask -> grant(ask.again() ? ask.externalPort() : 40_000, 600));
        run.step();
        assertEquals(40_000, mapping().externalPort());
        pass(Duration.ofMinutes(5));
        assertEquals(40_000, pcp.asked.get(1).externalPort());
    }

    @Test
    void aSilentRouterIsAskedAgainUntilTheLeaseIsOverAndThenInEveryWay() {
        pcp.then(ask -> grant(ask, 600));
        run.step();
        pass(Duration.ofSeconds(300));
        assertEquals(START.plusSeconds(450), mapping().renewAt(), "half of what is left");
        pass(Duration.ofSeconds(150));
        assertEquals(3, pcp.asked.size());
        assertTrue(mapping().madeAt().equals(START), "it may still stand");
        pass(Duration.ofSeconds(149));
        assertInstanceOf(ForwardingState.Standing.class, state());
        pass(Duration.ofSeconds(5));
        assertEquals(Why.LOST, failed().why());
        assertEquals(1, upnp.asked.size());
        upnp.usually(ask -> grant(ask, 600));
        pass(Duration.ofSeconds(10));
        assertEquals(Protocol.UPNP, mapping().protocol());
    }

    @Test
    void aRouterThatRefusesToRenewIsAskedInEveryWayAtOnce() {
        pcp.then(ask -> grant(ask, 600)).then(ask -> deny(MappingRefusal.Kind.NOT_ALLOWED));
        upnp.usually(ask -> grant(ask, 600));
        run.step();
        pass(Duration.ofMinutes(5));
        assertEquals(Protocol.UPNP, mapping().protocol());
    }

    @Test
    void aRouterThatGrantsNothingIsAskedLessAndLessOften() {
        pcp.usually(MappingRefusal.Kind.NOT_OFFERED);
        natPmp.usually(MappingRefusal.Kind.NOT_ALLOWED);
        run.step();
        assertEquals(new ForwardingState.Failed(Why.REFUSED, START.plusSeconds(60)), state());
        pass(Duration.ofSeconds(60));
        assertEquals(START.plusSeconds(180), failed().nextTry());
        pass(Duration.ofHours(3));
        assertTrue(pcp.asked.size() < 20, () -> "asked " + pcp.asked.size());
        int before = pcp.asked.size();
        requests.askAgain();
        run.step();
        assertEquals(before + 1, pcp.asked.size(), "the person may ask at once");
    }

    @Test
    void aPortOfSomebodyElseLeadsToAnother() {
        upnp.then(ask -> deny(MappingRefusal.Kind.PORT_TAKEN))
                .then(ask -> deny(MappingRefusal.Kind.PORT_TAKEN))
                .usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(12_002, mapping().externalPort());
        assertTrue(
                told.contains(
                        new ForwardingEvent.PortTaken(
                                Protocol.UPNP, 12_000, OptionalInt.of(12_001))));
    }

    @Test
    void notAllPortsOfTheWorldAreTried() {
        upnp.usually(MappingRefusal.Kind.PORT_TAKEN);
        run.step();
        assertEquals(9, upnp.asked.size());
        assertTrue(
                told.contains(
                        new ForwardingEvent.PortTaken(Protocol.UPNP, 13_000, OptionalInt.empty())));
        assertEquals(Why.REFUSED, failed().why());
    }

    @Test
    void atTheEndTheMappingIsRemoved() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        stop();
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(new ForwardingState.Closed(Removal.REMOVED), state());
        assertTrue(run.isOver() && pcp.closed);
    }

    @Test
    void anEndThatTheRouterDoesNotConfirmIsTold() {
        pcp.usually(ask -> grant(ask, 600));
        pcp.confirmsRemoval = false;
        run.step();
        stop();
        assertEquals(
                new ForwardingState.Closed(
                        Removal.ENDS_WITH_LEASE, Optional.of(START.plusSeconds(600))),
                state());
    }

    @Test
    void whatWasNeverMadeIsNotRemoved() {
        run.step();
        stop();
        assertEquals(new ForwardingState.Closed(Removal.NONE_NEEDED), state());
        assertEquals(List.of(), pcp.unmapped);
    }

    @Test
    void anAnswerNobodyWaitedForIsTakenBack() {
        pcp.usually(
                ask -> {
                    requests.stop();
                    return silence(ask);
                });
        run.step();
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(List.of(), natPmp.asked);
        run.step();
        assertTrue(run.isOver());
    }

    @Test
    void aMappingWithoutAnEndIsMadeOnlyAfterAYes() {
        upnp.usually(
                ask ->
                        ask.lease().isZero()
                                ? grant(ask, 0)
                                : deny(MappingRefusal.Kind.ONLY_PERMANENT));
        run.step();
        assertEquals(QUESTION, state());
        pass(Duration.ofHours(1));
        assertEquals(1, upnp.asked.size());
        assertTrue(notes.kept.isEmpty());

        requests.permanent(new ForwardingState.NeedsPermanent(HOME.address(), 12_001), true);
        requests.permanent(new ForwardingState.NeedsPermanent(ELSEWHERE.address(), 12_000), true);
        run.step();
        assertInstanceOf(ForwardingState.NeedsPermanent.class, state(), "that was asked of others");
        requests.permanent(QUESTION, true);
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        PermanentNote note = PermanentNote.parse(notes.kept.values().iterator().next()).get();
        assertEquals(12_000, note.externalPort());
        assertEquals("uuid:router", note.routerName());
        assertTrue(note.owner().isAlive(), "this program uses it");
        pass(Duration.ofMinutes(5));
        assertEquals(3, upnp.asked.size(), "it is looked after");

        stop();
        assertEquals(new ForwardingState.Closed(Removal.REMOVED), state());
        assertTrue(notes.kept.isEmpty());
    }

    @Test
    void aNoToAMappingWithoutAnEndHoldsUntilThePersonAsksAgain() {
        upnp.usually(MappingRefusal.Kind.ONLY_PERMANENT);
        run.step();
        requests.permanent(QUESTION, false);
        run.step();
        assertEquals(Why.REFUSED, failed().why());
        pass(Duration.ofMinutes(1));
        assertEquals(Why.REFUSED, failed().why(), "nobody is asked again");
        assertTrue(upnp.asked.stream().noneMatch(ask -> ask.lease().isZero()));
        requests.askAgain();
        run.step();
        assertEquals(QUESTION, state());
    }

    @Test
    void anAnswerToAMappingWithoutAnEndIsOneForItsRouterAndPort() {
        upnp.usually(ask -> ask.lease().isZero() ? grant(ask, 0) : onlyPermanent());
        run.step();
        requests.permanent(QUESTION, true);
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        moveTo(ELSEWHERE);
        assertEquals(
                new ForwardingState.NeedsPermanent(ELSEWHERE.address(), 12_000),
                state(),
                "another router");
        requests.permanent((ForwardingState.NeedsPermanent) state(), false);
        run.step();
        assertEquals(Why.REFUSED, failed().why());
        upnp.then(ask -> deny(MappingRefusal.Kind.PORT_TAKEN));
        pass(Duration.ofMinutes(1));
        assertEquals(
                new ForwardingState.NeedsPermanent(ELSEWHERE.address(), 12_001),
                state(),
                "another port");
    }

    @Test
    void aYesThatWasGivenBeforeIsEnough() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(
                ask ->
                        ask.lease().isZero()
                                ? grant(ask, 0)
                                : deny(MappingRefusal.Kind.ONLY_PERMANENT));
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void whatCannotBeNotedIsNotMade() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(MappingRefusal.Kind.ONLY_PERMANENT);
        notes.full = true;
        run.step();
        assertEquals(Why.REFUSED, failed().why());
        assertTrue(upnp.asked.stream().noneMatch(ask -> ask.lease().isZero()));
        MappingAttempt last = publisher.now().attempts().get(publisher.now().attempts().size() - 1);
        assertEquals(
                new MappingAttempt.Refused(
                        MappingRefusal.of(
                                MappingRefusal.Kind.NOT_NOTED, "No space left on device")),
                last.outcome());
    }

    @Test
    void aPermanentMappingThatCannotBeRemovedStaysNoted() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(
                ask ->
                        ask.lease().isZero()
                                ? grant(ask, 0)
                                : deny(MappingRefusal.Kind.ONLY_PERMANENT));
        upnp.confirmsRemoval = false;
        run.step();
        stop();
        assertEquals(new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START), state());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void aPermanentMappingThatNobodyConfirmedIsTakenBackOrStaysNoted() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(ask -> ask.lease().isZero() ? silence(ask) : onlyPermanent());
        run.step();
        assertEquals(List.of(12_000), upnp.unmapped);
        assertTrue(notes.kept.isEmpty(), "the router confirmed that there is none");

        upnp.confirmsRemoval = false;
        pass(Duration.ofMinutes(1));
        assertEquals(Why.REFUSED, failed().why());
        assertEquals(1, notes.kept.size());
        stop();
        assertEquals(new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START), state());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void aPermanentMappingThatNobodyWaitedForIsTakenBackWithATimeOfItsOwn() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(
                ask -> {
                    if (ask.lease().isZero()) {
                        requests.stop();
                        return silence(ask);
                    }
                    return onlyPermanent();
                });
        run.step();
        assertEquals(List.of(12_000), upnp.unmapped);
        assertTrue(upnp.leftToUnmapNanos.get(0) > 0, "although it is called off");
        run.step();
        assertEquals(new ForwardingState.Closed(Removal.NONE_NEEDED), state());
    }

    @Test
    void aNoOfTheRouterLeavesTheNotesAsTheyWere() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(MappingRefusal.Kind.ONLY_PERMANENT);
        PermanentNote earlier = note(HOME.ownAddress(), 12_000);
        notes.kept.put(earlier.name(), earlier.text());
        run.step();
        assertEquals(List.of(), upnp.unmapped, "nothing was made");
        assertEquals(earlier.text(), notes.kept.get(earlier.name()), "of a program that crashed");
    }

    @Test
    void theFirstNoteStaysUntilTheSecondIsWritten() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(ask -> ask.lease().isZero() ? grant(40_000, 0) : onlyPermanent());
        run.step();
        assertEquals(40_000, mapping().externalPort());
        assertEquals(
                List.of("keep udp-12000", "keep udp-40000", "forget udp-12000"), notes.changes);
    }

    @Test
    void aPortThatCannotBeNotedIsGivenBack() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(
                ask -> {
                    notes.full = ask.lease().isZero();
                    return notes.full ? grant(40_000, 0) : onlyPermanent();
                });
        run.step();
        assertEquals(List.of(40_000), upnp.unmapped);
        assertTrue(notes.kept.isEmpty());
        assertEquals(Why.REFUSED, failed().why());
    }

    @Test
    void aRouterThatIgnoresLeasesHasItsMappingTakenBack() {
        upnp.usually(ask -> madePermanent(ask));
        run.step();
        assertInstanceOf(ForwardingState.NeedsPermanent.class, state());
        assertEquals(List.of(12_000), upnp.unmapped);
        assertTrue(notes.kept.isEmpty());

        requests.permanent(QUESTION, false);
        run.step();
        pass(Duration.ofHours(1));
        assertEquals(1, upnp.asked.size(), "each question would make one");
        assertTrue(pcp.asked.size() > 2);
        assertTrue(
                publisher
                        .now()
                        .attempts()
                        .contains(
                                new MappingAttempt(
                                        Protocol.UPNP,
                                        refused(MappingRefusal.Kind.ONLY_PERMANENT))));
        requests.askAgain();
        run.step();
        assertEquals(QUESTION, state(), "the person may have thought better of it");
        requests.permanent(QUESTION, true);
        run.step();
        assertTrue(upnp.asked.get(upnp.asked.size() - 1).lease().isZero());
    }

    @Test
    void whatSuchARouterDoesNotTakeBackIsNoted() {
        upnp.usually(ask -> madePermanent(ask));
        upnp.confirmsRemoval = false;
        run.step();
        PermanentNote note = PermanentNote.parse(notes.kept.values().iterator().next()).get();
        assertEquals(12_000, note.externalPort());
        stop();
        assertEquals(new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START), state());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void aRenewalThatMadeItPermanentIsTakenBackOrNoted() {
        upnp.then(ask -> grant(ask, 600)).usually(ask -> madePermanent(ask));
        upnp.confirmsRemoval = false;
        run.step();
        pass(Duration.ofMinutes(5));
        assertInstanceOf(ForwardingState.NeedsPermanent.class, state());
        assertFalse(upnp.unmapped.isEmpty());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void aWishThatNobodyAnsweredIsTakenBackBeforeTheNextWayIsTried() {
        pcp.usually(ForwardingRunTest::silence);
        natPmp.usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(List.of(), natPmp.unmapped);
        assertEquals(Protocol.NAT_PMP, mapping().protocol());
    }

    @Test
    void everyWayOfEveryGuessedRouterHasItsTime() {
        Gateway first = new Gateway(ip("192.168.1.1"), ip("192.168.1.20"), "", false);
        Gateway second = new Gateway(ip("10.0.0.1"), ip("10.0.0.7"), "", false);
        gateways = List.of(first, second);
        for (ScriptedClient each : List.of(pcp, natPmp, upnp)) {
            each.usually(
                    ask -> {
                        nanos += each.leftNanos.get(each.leftNanos.size() - 1);
                        return deny(MappingRefusal.Kind.NO_ANSWER);
                    });
        }
        long began = nanos;
        run.step();
        assertTrue(upnp.leftNanos.get(0) >= 600_000_000, () -> "left " + upnp.leftNanos);
        assertTrue(upnp.leftNanos.get(1) >= 600_000_000, () -> "left " + upnp.leftNanos);
        assertTrue(nanos - began <= Duration.ofSeconds(3).toNanos());
    }

    @Test
    void thePermanentMappingOfASecondGuessIsNotedAsItLeads() {
        begin(Consent.PERMANENT_TOO);
        Gateway first = new Gateway(ip("192.168.1.1"), ip("192.168.1.20"), "", false);
        Gateway second = new Gateway(ip("10.0.0.1"), ip("10.0.0.7"), "", false);
        gateways = List.of(first, second);
        upnp.then(ask -> deny(MappingRefusal.Kind.NO_ANSWER))
                .usually(ask -> ask.lease().isZero() ? grant(ask, 0) : onlyPermanent());
        run.step();
        PermanentNote note = PermanentNote.parse(notes.kept.values().iterator().next()).get();
        assertEquals(second.ownAddress(), note.own());
    }

    @Test
    void theReasonOutsideIsToldAlthoughTheRouterRefused() {
        Optional<InetAddress> outside = Optional.of(ip("192.168.7.2"));
        natPmp.usually(
                ask ->
                        new RouterClient.Denial(
                                MappingRefusal.of(MappingRefusal.Kind.FULL).seenWith(outside)));
        run.step();
        assertEquals(Why.REFUSED, failed().why());
        assertEquals(outside, publisher.now().externalAddress());
        assertEquals(List.of(NatWarning.DOUBLE_NAT), publisher.now().warnings());
    }

    @Test
    void whatStandsAtTheOldRouterIsRemovedWhereThereIsStillAWayToIt() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        moveTo(ELSEWHERE, HOME.ownAddress());
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(2, pcp.asked.size());
    }

    @Test
    void aPermanentMappingAtARouterThatIsGoneIsLeftForTheNextStart() {
        begin(Consent.PERMANENT_TOO);
        upnp.then(ask -> onlyPermanent()).then(ask -> grant(ask, 0));
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        moveTo(ELSEWHERE);
        assertEquals(List.of(), upnp.unmapped);
        stop();
        assertEquals(new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START), state());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void anotherNetworkIsAskedAnew() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        moveTo(ELSEWHERE);
        assertEquals(List.of(), pcp.unmapped, "there is no way to the old router");
        assertEquals(2, pcp.asked.size());
        assertFalse(pcp.asked.get(1).again());
        assertEquals(ip("10.0.0.1"), publisher.now().byHand().orElseThrow().gateway().address());
    }

    @Test
    void aFurtherAddressOfThisMachineIsNoOtherNetwork() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        addresses = Set.of(HOME.ownAddress(), ip("172.17.0.1"));
        pass(Duration.ofSeconds(60));
        assertEquals(1, pcp.asked.size());
    }

    @Test
    void withoutANetworkItWaitsForOne() {
        gateways = List.of();
        addresses = Set.of();
        run.step();
        assertEquals(Why.NO_ROUTER, failed().why());
        assertEquals(new ForwardingEvent.Looked(Optional.empty()), told.get(0));
        pcp.usually(ask -> grant(ask, 600));
        gateways = List.of(HOME);
        addresses = Set.of(HOME.ownAddress());
        pass(Duration.ofSeconds(5));
        assertInstanceOf(ForwardingState.Standing.class, state());
    }

    @Test
    void aRouterThatBeganAnewIsAskedAtOnce() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        pass(Duration.ofSeconds(20));
        announce(HOME.address(), 1_000 + 20);
        assertEquals(1, pcp.asked.size(), "it only said that it is there");
        announce(ip("192.168.1.66"), 1);
        assertEquals(1, pcp.asked.size(), "a stranger");
        routerBegan = elapsedNanos - Duration.ofSeconds(1).toNanos();
        announce(HOME.address(), 1);
        assertEquals(2, pcp.asked.size());
        announce(HOME.address(), 1);
        assertEquals(2, pcp.asked.size(), "it says so several times");
    }

    @Test
    void whatIsFearedOfTheNetworkOutsideIsTold() {
        pcp.usually(
                ask ->
                        new RouterClient.Grant(
                                HOME,
                                Optional.of(ip("100.64.3.2")),
                                ask.externalPort(),
                                Duration.ofMinutes(10),
                                OptionalLong.empty()));
        run.step();
        assertEquals(List.of(NatWarning.CARRIER_NAT), publisher.now().warnings());
        assertTrue(told.contains(new ForwardingEvent.Warned(List.of(NatWarning.CARRIER_NAT))));
    }

    @Test
    void anotherAddressSeenByTheFarEndIsTold() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(List.of(), publisher.now().warnings());
        sees(HOME, ip("198.51.100.9"));
        assertEquals(List.of(NatWarning.SEEN_OTHERWISE), publisher.now().warnings());
        sees(HOME, OUTSIDE);
        assertEquals(List.of(), publisher.now().warnings());
        sees(ELSEWHERE, ip("198.51.100.9"));
        assertEquals(List.of(), publisher.now().warnings(), "on a way beside the router");
        sees(HOME, ip("100.64.0.9"));
        assertEquals(List.of(), publisher.now().warnings(), "from within the provider's network");
    }

    @Test
    void whatTheFarEndSawBeforeTheRouterWasAskedCounts() {
        requests.seen(new ForwardingRequests.Seen(HOME.ownAddress(), ip("198.51.100.9")));
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(List.of(NatWarning.SEEN_OTHERWISE), publisher.now().warnings());
    }

    @Test
    void whatTheFarEndSawInAnotherNetworkIsForgotten() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        sees(HOME, ip("198.51.100.9"));
        moveTo(ELSEWHERE);
        assertEquals(List.of(), publisher.now().warnings());
        moveTo(HOME);
        assertEquals(List.of(), publisher.now().warnings());
    }

    @Test
    void whatTheFarEndSawIsForgottenWhenTheRouterIsElsewhereItself() {
        pcp.then(ask -> grant(ask, 600));
        run.step();
        sees(HOME, OUTSIDE);
        pcp.usually(
                ask ->
                        new RouterClient.Grant(
                                HOME,
                                Optional.of(ip("203.0.113.8")),
                                ask.externalPort(),
                                Duration.ofMinutes(10),
                                OptionalLong.empty()));
        pass(Duration.ofMinutes(5));
        assertEquals(Optional.of(ip("203.0.113.8")), mapping().externalAddress());
        assertEquals(List.of(), publisher.now().warnings());
        sees(HOME, OUTSIDE);
        assertEquals(List.of(NatWarning.SEEN_OTHERWISE), publisher.now().warnings());
    }

    @Test
    void aListenerThatBreaksKeepsNoPortOpen() {
        publisher =
                new ForwardingPublisher(
                        event -> {
                            throw new IllegalStateException("listener");
                        });
        try (pingmonitor.echo.QuietLog quiet =
                pingmonitor.echo.QuietLog.of(ForwardingPublisher.class)) {
            run = run();
            pcp.usually(ask -> grant(ask, 600));
            run.step();
            stop();
            assertTrue(quiet.messages() > 0);
        }
        assertEquals(List.of(12_000), pcp.unmapped);
    }

    private void begin(Consent consent) {
        requests = new ForwardingRequests(consent);
        run = run();
    }

    private ForwardingRun run() {
        RouterEnvironment environment =
                new RouterEnvironment(
                        () -> nanos,
                        () -> START.plusNanos(elapsedNanos),
                        () -> gateways,
                        () -> addresses,
                        gateway -> List.of(pcp, natPmp, upnp));
        ForwardingPlan plan = new ForwardingPlan(12_000, 12_000);
        // What earlier programs left is removed with real sockets.
        RouterEnvironment nowhere =
                new RouterEnvironment(
                        environment.nanoTime(),
                        environment.wall(),
                        List::of,
                        environment.addresses(),
                        environment.clients());
        return new ForwardingRun(
                plan,
                environment,
                new NotedMappings(plan, environment, notes),
                new StaleMappings(notes, nowhere, RouterPorts.STANDARD),
                publisher,
                requests);
    }

    /** As its thread does it: to each moment at which something is due. */
    private void pass(Duration time) {
        long left = time.toNanos();
        while (left > 0) {
            long step = Math.min(left, Math.max(1, run.step()));
            nanos += step;
            elapsedNanos += step;
            left -= step;
        }
        run.step();
    }

    /**
     * With another router.
     *
     * @param stillThere further addresses of this machine
     */
    private void moveTo(Gateway gateway, InetAddress... stillThere) {
        gateways = List.of(gateway);
        addresses = new HashSet<>(List.of(stillThere));
        addresses.add(gateway.ownAddress());
        pass(Duration.ofSeconds(5));
    }

    private void sees(Gateway way, InetAddress outside) {
        requests.seen(new ForwardingRequests.Seen(way.ownAddress(), outside));
        run.step();
    }

    private static PermanentNote note(InetAddress own, int externalPort) {
        return new PermanentNote(
                "uuid:router", externalPort, own, 12_000, new PermanentNote.Owner(1, 1));
    }

    private void stop() {
        requests.stop();
        run.step();
    }

    private void announce(InetAddress router, long epoch) {
        requests.announced(new ForwardingRequests.Announcement(router, epoch));
        run.step();
    }

    private ForwardingState state() {
        return publisher.now().state();
    }

    private Mapping mapping() {
        return publisher.now().mapping().orElseThrow(() -> new AssertionError(state().toString()));
    }

    private ForwardingState.Failed failed() {
        return assertInstanceOf(ForwardingState.Failed.class, state());
    }

    private List<RouterClient.Ask> asked() {
        List<RouterClient.Ask> all = new ArrayList<>(pcp.asked);
        all.addAll(natPmp.asked);
        all.addAll(upnp.asked);
        return all;
    }

    private RouterClient.Answer grant(RouterClient.Ask ask, long seconds) {
        return grant(ask.externalPort(), seconds);
    }

    /** With the router's clock, which says 1000 s at first. */
    private RouterClient.Answer grant(int externalPort, long seconds) {
        return new RouterClient.Grant(
                gateways.get(0),
                Optional.of(OUTSIDE),
                externalPort,
                Duration.ofSeconds(seconds),
                OptionalLong.of(Duration.ofNanos(elapsedNanos - routerBegan).toSeconds()));
    }

    private static RouterClient.Answer onlyPermanent() {
        return deny(MappingRefusal.Kind.ONLY_PERMANENT);
    }

    /** Although a lease was wished for. */
    private RouterClient.Answer madePermanent(RouterClient.Ask ask) {
        return ask.lease().isZero()
                ? grant(ask, 0)
                : new RouterClient.Denial(
                        MappingRefusal.of(MappingRefusal.Kind.ONLY_PERMANENT),
                        OptionalInt.of(ask.externalPort()));
    }

    /** It may have been a yes. */
    private static RouterClient.Answer silence(RouterClient.Ask ask) {
        return RouterClient.Denial.silent(ask, Optional.empty());
    }

    private static RouterClient.Answer deny(MappingRefusal.Kind kind) {
        return new RouterClient.Denial(MappingRefusal.of(kind));
    }

    private static MappingAttempt.Refused refused(MappingRefusal.Kind kind) {
        return new MappingAttempt.Refused(MappingRefusal.of(kind));
    }

    private static String name(ForwardingEvent event) {
        return event instanceof ForwardingEvent.Changed changed
                ? changed.state().getClass().getSimpleName()
                : event.getClass().getSimpleName();
    }
}
