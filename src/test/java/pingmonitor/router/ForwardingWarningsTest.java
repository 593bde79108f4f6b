package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.HOME;
import static pingmonitor.router.Net.ip;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pingmonitor.router.ForwardingState.Why;

/** The run warns of networks where others may not reach the forwarded port. */
class ForwardingWarningsTest extends ForwardingRunFixture {
    @Test
    void doubleNatIsReportedEvenWhenTheRouterRefuses() {
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
    void carrierNatIsReported() {
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
        assertTrue(events.contains(new ForwardingEvent.Warned(List.of(NatWarning.CARRIER_NAT))));
    }

    @Test
    void aMappedAddressOtherThanTheExternalAddressIsReported() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(List.of(), publisher.now().warnings());
        reportMappedAddress(HOME, ip("198.51.100.9"));
        assertEquals(List.of(NatWarning.SEEN_OTHERWISE), publisher.now().warnings());
        reportMappedAddress(HOME, EXTERNAL_ADDRESS);
        assertEquals(List.of(), publisher.now().warnings());
        reportMappedAddress(OTHER_ROUTER, ip("198.51.100.9"));
        assertEquals(List.of(), publisher.now().warnings(), "on a way beside the router");
        reportMappedAddress(HOME, ip("100.64.0.9"));
        assertEquals(List.of(), publisher.now().warnings(), "from within the provider's network");
    }

    @Test
    void aMappedAddressSeenBeforeTheRouterIsAskedCounts() {
        requests.seen(new ForwardingRequests.Seen(HOME.ownAddress(), ip("198.51.100.9")));
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        assertEquals(List.of(NatWarning.SEEN_OTHERWISE), publisher.now().warnings());
    }

    @Test
    void aMappedAddressSeenInAnotherNetworkIsForgotten() {
        pcp.usually(ask -> grant(ask, 600));
        run.step();
        reportMappedAddress(HOME, ip("198.51.100.9"));
        useRouter(OTHER_ROUTER);
        assertEquals(List.of(), publisher.now().warnings());
        useRouter(HOME);
        assertEquals(List.of(), publisher.now().warnings());
    }

    @Test
    void aMappedAddressIsForgottenWhenTheExternalAddressChanges() {
        pcp.then(ask -> grant(ask, 600));
        run.step();
        reportMappedAddress(HOME, EXTERNAL_ADDRESS);
        pcp.usually(
                ask ->
                        new RouterClient.Grant(
                                HOME,
                                Optional.of(ip("203.0.113.8")),
                                ask.externalPort(),
                                Duration.ofMinutes(10),
                                OptionalLong.empty()));
        advance(Duration.ofMinutes(5));
        assertEquals(Optional.of(ip("203.0.113.8")), mapping().externalAddress());
        assertEquals(List.of(), publisher.now().warnings());
        reportMappedAddress(HOME, EXTERNAL_ADDRESS);
        assertEquals(List.of(NatWarning.SEEN_OTHERWISE), publisher.now().warnings());
    }

    private void reportMappedAddress(Gateway way, InetAddress outside) {
        requests.seen(new ForwardingRequests.Seen(way.ownAddress(), outside));
        run.step();
    }
}
