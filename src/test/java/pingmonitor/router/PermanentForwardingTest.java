package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Removal;
import pingmonitor.router.ForwardingState.Why;

/** A permanent mapping needs consent, and a note on the disk as long as it may exist. */
class PermanentForwardingTest extends ForwardingRunFixture {
    @Test
    void aPermanentMappingNeedsConsent() {
        upnp.usually(
                ask ->
                        ask.lease().isZero()
                                ? grant(ask, 0)
                                : deny(MappingRefusal.Kind.ONLY_PERMANENT));
        run.step();
        assertEquals(PERMANENT_QUESTION, state());
        advance(Duration.ofHours(1));
        assertEquals(1, upnp.asked.size());
        assertTrue(notes.kept.isEmpty());

        requests.permanent(new ForwardingState.NeedsPermanent(HOME.address(), 12_001), true);
        requests.permanent(
                new ForwardingState.NeedsPermanent(OTHER_ROUTER.address(), 12_000), true);
        run.step();
        assertInstanceOf(ForwardingState.NeedsPermanent.class, state(), "that was asked of others");
        requests.permanent(PERMANENT_QUESTION, true);
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        PermanentNote note = PermanentNote.parse(notes.kept.values().iterator().next()).get();
        assertEquals(12_000, note.externalPort());
        assertEquals("uuid:router", note.routerName());
        assertTrue(note.owner().isAlive(), "this program uses it");
        advance(Duration.ofMinutes(5));
        assertEquals(3, upnp.asked.size(), "it is looked after");

        stop();
        assertEquals(new ForwardingState.Closed(Removal.REMOVED), state());
        assertTrue(notes.kept.isEmpty());
    }

    @Test
    void aDeclinedPermanentMappingIsNotOfferedUntilThePersonAsksAgain() {
        upnp.usually(MappingRefusal.Kind.ONLY_PERMANENT);
        run.step();
        requests.permanent(PERMANENT_QUESTION, false);
        run.step();
        assertEquals(Why.REFUSED, failed().why());
        advance(Duration.ofMinutes(1));
        assertEquals(Why.REFUSED, failed().why(), "nobody is asked again");
        assertTrue(upnp.asked.stream().noneMatch(ask -> ask.lease().isZero()));
        requests.askAgain();
        run.step();
        assertEquals(PERMANENT_QUESTION, state());
    }

    @Test
    void consentToAPermanentMappingHoldsForItsRouterAndPort() {
        upnp.usually(ask -> ask.lease().isZero() ? grant(ask, 0) : onlyPermanent());
        run.step();
        requests.permanent(PERMANENT_QUESTION, true);
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        useRouter(OTHER_ROUTER);
        assertEquals(
                new ForwardingState.NeedsPermanent(OTHER_ROUTER.address(), 12_000),
                state(),
                "another router");
        requests.permanent((ForwardingState.NeedsPermanent) state(), false);
        run.step();
        assertEquals(Why.REFUSED, failed().why());
        upnp.then(ask -> deny(MappingRefusal.Kind.PORT_TAKEN));
        advance(Duration.ofMinutes(1));
        assertEquals(
                new ForwardingState.NeedsPermanent(OTHER_ROUTER.address(), 12_001),
                state(),
                "another port");
    }

    @Test
    void earlierConsentToPermanentMappingsIsEnough() {
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
    void withoutANoteNoPermanentMappingIsMade() {
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
    void aPermanentMappingThatCannotBeRemovedKeepsItsNote() {
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
    void anUnconfirmedPermanentMappingIsRemovedOrKeepsItsNote() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(ask -> ask.lease().isZero() ? silence(ask) : onlyPermanent());
        run.step();
        assertEquals(List.of(12_000), upnp.unmapped);
        assertTrue(notes.kept.isEmpty(), "the router confirmed that there is none");

        upnp.confirmsRemoval = false;
        advance(Duration.ofMinutes(1));
        assertEquals(Why.REFUSED, failed().why());
        assertEquals(1, notes.kept.size());
        stop();
        assertEquals(new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START), state());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void aPermanentMappingStoppedBeforeItsAnswerIsRemovedWithinATimeOfItsOwn() {
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
    void aRefusalOfTheRouterLeavesEarlierNotesUnchanged() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(MappingRefusal.Kind.ONLY_PERMANENT);
        PermanentNote earlier = note(HOME.ownAddress(), 12_000);
        notes.kept.put(earlier.name(), earlier.text());
        run.step();
        assertEquals(List.of(), upnp.unmapped, "nothing was made");
        assertEquals(earlier.text(), notes.kept.get(earlier.name()), "of a program that crashed");
    }

    @Test
    void theNoteOfTheRequestedPortStaysUntilTheGrantedPortIsNoted() {
        begin(Consent.PERMANENT_TOO);
        upnp.usually(ask -> ask.lease().isZero() ? grant(40_000, 0) : onlyPermanent());
        run.step();
        assertEquals(40_000, mapping().externalPort());
        assertEquals(
                List.of("keep udp-12000", "keep udp-40000", "forget udp-12000"), notes.changes);
    }

    @Test
    void aGrantedPortThatCannotBeNotedIsRemoved() {
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
    void aMappingOfARouterThatIgnoresLeasesIsRemoved() {
        upnp.usually(ask -> madePermanent(ask));
        run.step();
        assertInstanceOf(ForwardingState.NeedsPermanent.class, state());
        assertEquals(List.of(12_000), upnp.unmapped);
        assertTrue(notes.kept.isEmpty());

        requests.permanent(PERMANENT_QUESTION, false);
        run.step();
        advance(Duration.ofHours(1));
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
        assertEquals(PERMANENT_QUESTION, state(), "the person may have thought better of it");
        requests.permanent(PERMANENT_QUESTION, true);
        run.step();
        assertTrue(upnp.asked.get(upnp.asked.size() - 1).lease().isZero());
    }

    @Test
    void aMappingThatARouterIgnoringLeasesKeepsIsNoted() {
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
    void aMappingThatARenewalMakesPermanentIsRemovedOrNoted() {
        upnp.then(ask -> grant(ask, 600)).usually(ask -> madePermanent(ask));
        upnp.confirmsRemoval = false;
        run.step();
        advance(Duration.ofMinutes(5));
        assertInstanceOf(ForwardingState.NeedsPermanent.class, state());
        assertFalse(upnp.unmapped.isEmpty());
        assertEquals(1, notes.kept.size());
    }

    @Test
    void theNoteNamesTheOwnAddressTowardsTheRouterThatGranted() {
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
    void aPermanentMappingOfAnUnreachableRouterIsLeftForTheNextStart() {
        begin(Consent.PERMANENT_TOO);
        upnp.then(ask -> onlyPermanent()).then(ask -> grant(ask, 0));
        run.step();
        assertEquals(Optional.empty(), mapping().lease());
        useRouter(OTHER_ROUTER);
        assertEquals(List.of(), upnp.unmapped);
        stop();
        assertEquals(new ForwardingState.Closed(Removal.LEFT_FOR_NEXT_START), state());
        assertEquals(1, notes.kept.size());
    }

    private static PermanentNote note(InetAddress own, int externalPort) {
        return new PermanentNote(
                "uuid:router", externalPort, own, 12_000, new PermanentNote.Owner(1, 1));
    }

    /** Makes a permanent mapping, although the request has a lease. */
    private RouterClient.Answer madePermanent(RouterClient.Ask ask) {
        return ask.lease().isZero()
                ? grant(ask, 0)
                : new RouterClient.Denial(
                        MappingRefusal.of(MappingRefusal.Kind.ONLY_PERMANENT),
                        OptionalInt.of(ask.externalPort()));
    }
}
