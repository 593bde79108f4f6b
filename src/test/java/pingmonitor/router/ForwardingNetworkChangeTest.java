package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Why;

/** The run follows this machine to another network. */
class ForwardingNetworkChangeTest extends ForwardingRunFixture {
    @Test
    void aMappingOfTheOldRouterIsRemovedWhileThatRouterIsReachable() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        useRouter(OTHER_ROUTER, HOME.ownAddress());
        assertEquals(List.of(12_000), pcp.unmapped);
        assertEquals(2, pcp.asked.size());
    }

    @Test
    void theRouterOfANewNetworkIsAskedForANewMapping() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        useRouter(OTHER_ROUTER);
        assertEquals(List.of(), pcp.unmapped, "there is no way to the old router");
        assertEquals(2, pcp.asked.size());
        assertFalse(pcp.asked.get(1).again());
        assertEquals(ip("10.0.0.1"), publisher.now().byHand().orElseThrow().gateway().address());
    }

    @Test
    void anAdditionalOwnAddressIsNotTakenForANewNetwork() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        addresses = Set.of(HOME.ownAddress(), ip("172.17.0.1"));
        advance(Duration.ofSeconds(60));
        assertEquals(1, pcp.asked.size());
    }

    @Test
    void withoutANetworkTheRunWaitsForOne() {
        gateways = List.of();
        addresses = Set.of();
        run.step();
        assertEquals(Why.NO_ROUTER, failed().why());
        assertEquals(new ForwardingEvent.Looked(Optional.empty()), events.get(0));
        pcp.usually(ask -> grant(ask, 600));
        gateways = List.of(HOME);
        addresses = Set.of(HOME.ownAddress());
        advance(Duration.ofSeconds(5));
        assertInstanceOf(ForwardingState.Standing.class, state());
    }
}
