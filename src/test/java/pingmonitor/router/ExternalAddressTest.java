package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalAddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.2, DOUBLE_NAT",
        "172.31.255.255, DOUBLE_NAT",
        "192.168.0.2, DOUBLE_NAT",
        "169.254.1.1, DOUBLE_NAT",
        "198.18.0.1, DOUBLE_NAT",
        "198.19.255.255, DOUBLE_NAT",
        "198.17.255.255,",
        "198.20.0.0,",
        "100.64.0.0, CARRIER_NAT",
        "100.127.255.255, CARRIER_NAT",
        "192.0.0.2, CARRIER_NAT",
        "192.0.1.0,",
        "191.255.255.255,",
        "100.63.255.255,",
        "100.128.0.0,",
        "172.32.0.0,",
        "203.0.113.7,"
    })
    void aPrivateExternalAddressRevealsAnotherNat(String address, NatWarning warning) {
        assertEquals(
                Optional.ofNullable(warning).stream().toList(),
                ExternalAddress.warnings(ip(address), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "127.0.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1"
            })
    void anImpossibleExternalAddressIsIgnored(String address) {
        assertEquals(Optional.empty(), ExternalAddress.known(Net.ip(address)));
        assertFalse(ExternalAddress.isPublic(Net.ip(address)));
    }

    @Test
    void anyOtherAddressMayBeTheRoutersOwn() {
        for (String address : List.of("1.0.0.1", "223.255.255.255", "10.0.0.2", "2001:db8::1")) {
            assertEquals(ip(address), ExternalAddress.known(Net.ip(address)));
        }
    }

    @Test
    void theMappedAddressIsComparedWithTheExternalAddress() {
        Optional<InetAddress> router = ip("203.0.113.7");
        assertEquals(List.of(), ExternalAddress.warnings(router, router));
        assertEquals(
                List.of(NatWarning.SEEN_OTHERWISE),
                ExternalAddress.warnings(router, ip("198.51.100.1")));
        assertEquals(
                List.of(NatWarning.CARRIER_NAT),
                ExternalAddress.warnings(ip("100.64.0.9"), ip("198.51.100.1")),
                "the reason is known already");
    }

    @Test
    void aRemoteEndInTheSameNetworkProvesNothing() {
        Optional<InetAddress> router = ip("203.0.113.7");
        for (String seen :
                List.of("192.168.1.20", "127.0.0.1", "100.64.0.9", "192.0.0.2", "2001:db8::1")) {
            assertEquals(List.of(), ExternalAddress.warnings(router, ip(seen)), seen);
        }
        assertEquals(List.of(), ExternalAddress.warnings(Optional.empty(), ip("198.51.100.1")));
    }

    @Test
    void anEpochThatGoesOnMeansNoRestart() {
        EpochWatch watch = new EpochWatch();
        assertFalse(watch.forgot(5_000, 100), "the first");
        assertFalse(watch.forgot(5_300, 400));
        assertFalse(watch.forgot(5_599, 700), "rounded");
        assertFalse(watch.forgot(5_582 + 300, 1_000), "a clock that is a sixteenth slow");
    }

    @Test
    void anEpochThatStartsAgainMeansARestart() {
        EpochWatch watch = new EpochWatch();
        watch.forgot(5_000, 100);
        assertTrue(watch.forgot(3, 400));
        assertFalse(watch.forgot(303, 700), "and then it goes on");
        assertTrue(watch.forgot(310, 1_000), "it stood still for long");
        assertTrue(watch.forgot(5_000, 1_300), "it is far ahead");
    }

    @Test
    void alternativePortsAreNearbyAndNeverSystemPorts() {
        assertEquals(
                List.of(12_000, 12_001, 12_002, 12_003, 12_005, 12_008, 12_013, 12_100, 13_000),
                OtherPorts.from(12_000));
        assertEquals(List.of(65_535, 1_024, 1_025), OtherPorts.from(65_535).subList(0, 3));
        assertEquals(80, OtherPorts.from(80).get(0));
        assertTrue(OtherPorts.from(80).stream().skip(1).allMatch(port -> port >= 1_024));
    }

    private static Optional<InetAddress> ip(String address) {
        return Optional.of(Net.ip(address));
    }
}
