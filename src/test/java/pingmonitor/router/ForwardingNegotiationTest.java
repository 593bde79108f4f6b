package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.ip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Why;

/** The run tries protocols, ports and guessed routers in turn until a router grants a mapping. */
class ForwardingNegotiationTest extends ForwardingRunFixture {
    @Test
    void theFirstProtocolThatWorksIsUsedAndLaterOnesAreNotAsked() {
        natPmp.usually(ask -> grant(ask, 600));
        run.step();
        Mapping mapping = mapping();
        assertEquals(Protocol.NAT_PMP, mapping.protocol());
        assertEquals(Optional.of(EXTERNAL_ADDRESS), mapping.externalAddress());
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
    void everyStepIsReportedInOrder() {
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
                events.stream().map(ForwardingNegotiationTest::name).toList());
    }

    @Test
    void aRouterThatGrantsNothingIsAskedLessAndLessOften() {
        pcp.usually(MappingRefusal.Kind.NOT_OFFERED);
        natPmp.usually(MappingRefusal.Kind.NOT_ALLOWED);
        run.step();
        assertEquals(new ForwardingState.Failed(Why.REFUSED, START.plusSeconds(60)), state());
        advance(Duration.ofSeconds(60));
        assertEquals(START.plusSeconds(180), failed().nextTry());
        advance(Duration.ofHours(3));
        assertTrue(pcp.asked.size() < 20, () -> "asked " + pcp.asked.size());
        int before = pcp.asked.size();
        requests.askAgain();
        run.step();
        assertEquals(before + 1, pcp.asked.size(), "the person may ask at once");
    }

    @Test
    void theNextPortIsTriedWhenAPortIsTaken() {
        upnp.then(ask -> deny(MappingRefusal.Kind.PORT_TAKEN))
                .then(ask -> deny(MappingRefusal.Kind.PORT_TAKEN))
                .usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(12_002, mapping().externalPort());
        assertTrue(
                events.contains(
                        new ForwardingEvent.PortTaken(
                                Protocol.UPNP, 12_000, OptionalInt.of(12_001))));
    }

    @Test
    void theNumberOfPortsTriedIsLimited() {
        upnp.usually(MappingRefusal.Kind.PORT_TAKEN);
        run.step();
        assertEquals(9, upnp.asked.size());
        assertTrue(
                events.contains(
                        new ForwardingEvent.PortTaken(Protocol.UPNP, 13_000, OptionalInt.empty())));
        assertEquals(Why.REFUSED, failed().why());
    }

    @Test
    void anUnansweredRequestIsWithdrawnBeforeTheNextProtocolIsTried() {
        pcp.usually(ForwardingRunFixture::silence);
        natPmp.usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(List.of(), natPmp.unmapped);
        assertEquals(Protocol.NAT_PMP, mapping().protocol());
    }

    @Test
    void everyProtocolOfEveryGuessedRouterGetsAShareOfTheTime() {
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

    private static String name(ForwardingEvent event) {
        return event instanceof ForwardingEvent.Changed changed
                ? changed.state().getClass().getSimpleName()
                : event.getClass().getSimpleName();
    }
}
