package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Why;

/** The run renews a lease in time and asks again when a renewal fails or the router restarts. */
class ForwardingRenewalTest extends ForwardingRunFixture {
    @Test
    void aLeaseIsRenewedAtHalfItsTime() {
        pcp.usually(ask -> grant(ask, 120));
        run.step();
        advance(Duration.ofSeconds(59));
        assertEquals(1, pcp.asked.size());
        advance(Duration.ofSeconds(1));
        assertEquals(2, pcp.asked.size());
        assertTrue(pcp.asked.get(1).again());
        assertEquals(START.plusSeconds(60), mapping().madeAt());
        advance(Duration.ofSeconds(60));
        assertEquals(3, pcp.asked.size());
    }

    @Test
    void aMappingGrantedAtTheLastMomentIsRenewedSoonAndWithMoreTime() {
        pcp.then(
                        ask -> {
                            nanos += MappingNegotiation.TIME_NANOS;
                            elapsedNanos += MappingNegotiation.TIME_NANOS;
                            return grant(ask, 600);
                        })
                .usually(ask -> grant(ask, 24));
        run.step();
        assertEquals(mapping().madeAt().plusSeconds(2), mapping().renewAt());
        advance(Duration.ofSeconds(2));
        assertEquals(2, pcp.asked.size());
        assertEquals(Duration.ofSeconds(10), Duration.ofNanos(pcp.leftNanos.get(1)));
        assertEquals(Optional.of(Duration.ofSeconds(24)), mapping().lease());
        advance(Duration.ofSeconds(12));
        assertEquals(3, pcp.asked.size());
        assertEquals(Duration.ofSeconds(6), Duration.ofNanos(pcp.leftNanos.get(2)));
    }

    @Test
    void aRenewalKeepsTheExternalPortThatTheRouterChose() {
        pcp.usually(ask -> grant(ask.again() ? ask.externalPort() : 40_000, 600));
        run.step();
        assertEquals(40_000, mapping().externalPort());
        advance(Duration.ofMinutes(5));
        assertEquals(40_000, pcp.asked.get(1).externalPort());
    }

    @Test
    void aSilentRouterIsAskedUntilTheLeaseEndsAndThenByEveryProtocol() {
        pcp.then(ask -> grant(ask, 600));
        run.step();
        advance(Duration.ofSeconds(300));
        assertEquals(START.plusSeconds(450), mapping().renewAt(), "half of what is left");
        advance(Duration.ofSeconds(150));
        assertEquals(3, pcp.asked.size());
        assertTrue(mapping().madeAt().equals(START), "it may still stand");
        advance(Duration.ofSeconds(149));
        assertInstanceOf(ForwardingState.Standing.class, state());
        advance(Duration.ofSeconds(5));
        assertEquals(Why.LOST, failed().why());
        assertEquals(1, upnp.asked.size());
        upnp.usually(ask -> grant(ask, 600));
        advance(Duration.ofSeconds(10));
        assertEquals(Protocol.UPNP, mapping().protocol());
    }

    @Test
    void aRefusedRenewalTriesEveryProtocolAtOnce() {
        pcp.then(ask -> grant(ask, 600)).then(ask -> deny(MappingRefusal.Kind.NOT_ALLOWED));
        upnp.usually(ask -> grant(ask, 600));
        run.step();
        advance(Duration.ofMinutes(5));
        assertEquals(Protocol.UPNP, mapping().protocol());
    }

    @Test
    void aRestartedRouterIsAskedAtOnce() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        advance(Duration.ofSeconds(20));
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

    private void announce(InetAddress router, long epoch) {
        requests.announced(new ForwardingRequests.Announcement(router, epoch));
        run.step();
    }
}
