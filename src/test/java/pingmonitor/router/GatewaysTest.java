package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pingmonitor.router.Net.ip;

import org.junit.jupiter.api.Test;

class GatewaysTest {
    @Test
    void firstAddressOfTheNetworkIsTheGuessedRouter() {
        assertEquals(ip("192.168.1.1"), Gateways.firstOf(ip("192.168.1.20"), 24));
        assertEquals(ip("10.0.0.1"), Gateways.firstOf(ip("10.77.200.3"), 8));
        assertEquals(ip("172.16.5.65"), Gateways.firstOf(ip("172.16.5.100"), 26));
    }
}
