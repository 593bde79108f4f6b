package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.host.AddressScope;

class AddressScopeTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "127.255.0.9, LOOPBACK",
        "::1, LOOPBACK",
        "169.254.0.1, LINK_LOCAL",
        "fe80::1, LINK_LOCAL",
        "10.0.0.1, PRIVATE",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.168.0.1, PRIVATE",
        "192.169.0.1, PUBLIC",
        "fc00::1, PRIVATE",
        "fdff::1, PRIVATE",
        "fe00::1, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, CARRIER",
        "100.127.255.255, CARRIER",
        "100.128.0.0, PUBLIC",
        "203.0.113.9, PUBLIC",
        "2001:db8::1, PUBLIC"
    })
    void everyAddressHasItsScope(String address, AddressScope scope) {
        assertEquals(scope, AddressScope.of(Story.address(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.7/24, 192.168.1.255, true",
        "192.168.1.7/24, 192.168.2.7, false",
        "192.168.1.7/25, 192.168.1.128, false",
        "192.168.1.7/25, 192.168.1.127, true",
        "10.1.2.3/12, 10.15.0.1, true",
        "10.1.2.3/12, 10.16.0.1, false",
        "10.1.2.3/32, 10.1.2.3, true",
        "10.1.2.3/32, 10.1.2.2, false",
        "10.1.2.3/0, 203.0.113.9, false",
        "10.1.2.3/-1, 10.1.2.4, false",
        "10.1.2.3/33, 10.1.2.4, false",
        "10.1.2.3/8, fd00::1, false",
        "2001:db8:1::7/64, 2001:db8:1::99, true",
        "2001:db8:1::7/64, 2001:db8:2::7, false",
        "2001:db8:1::7/200, 2001:db8:1::7, true",
        "2001:db8:1::7/200, 2001:db8:1::8, false"
    })
    void aNetworkIsWhatSharesItsPrefix(String own, String other, boolean same) {
        assertEquals(same, Story.here(own).inOwnNetwork(Story.address(other)));
    }

    @Test
    void thisMachineKnowsItsLoopback() {
        HostNetworks here = HostNetworks.ask();

        assertTrue(here.isOwn(Story.address("127.0.0.1")));
        assertTrue(
                here.own().stream().anyMatch(own -> own.address().isLoopbackAddress()),
                here::toString);
    }
}
