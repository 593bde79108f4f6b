package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Why;

/** A router is asked only after the person has agreed to that router. */
class ForwardingConsentTest extends ForwardingRunFixture {
    @Test
    void withoutConsentNoRouterIsAsked() {
        begin(Consent.NOT_YET);
        run.step();
        advance(Duration.ofHours(1));
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
    void consentHoldsOnlyForTheRouterThatItWasGivenFor() {
        begin(Consent.NOT_YET);
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        requests.agree(HOME.address());
        run.step();
        assertEquals(1, pcp.asked.size());
        useRouter(OTHER_ROUTER);
        assertInstanceOf(ForwardingState.NeedsConsent.class, state());
        assertEquals(OTHER_ROUTER, publisher.now().byHand().orElseThrow().gateway());
        advance(Duration.ofHours(1));
        assertEquals(1, pcp.asked.size());
        useRouter(HOME);
        assertEquals(2, pcp.asked.size(), "that one may be asked");
        useRouter(OTHER_ROUTER);
        requests.agree(OTHER_ROUTER.address());
        run.step();
        assertEquals(3, pcp.asked.size());
    }

    @Test
    void consentWithoutARouterFailsUntilThatRouterAppears() {
        begin(Consent.NOT_YET);
        pcp.usually(ask -> grant(ask, 600));
        requests.agree(HOME.address());
        gateways = List.of();
        run.step();
        assertEquals(Why.NO_ROUTER, failed().why());
        useRouter(OTHER_ROUTER);
        assertInstanceOf(ForwardingState.NeedsConsent.class, state());
        useRouter(HOME);
        assertInstanceOf(ForwardingState.Standing.class, state());
    }

    private List<RouterClient.Ask> asked() {
        List<RouterClient.Ask> all = new ArrayList<>(pcp.asked);
        all.addAll(natPmp.asked);
        all.addAll(upnp.asked);
        return all;
    }
}
