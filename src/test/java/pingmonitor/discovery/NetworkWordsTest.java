package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.discovery.ScriptedLinks.address;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingmonitor.host.HostAddress;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;

/** What is said in the network, and of it. */
class NetworkWordsTest {
    @Test
    void eachInterfaceIsTakenOnceByItsFirstAddress() {
        assertEquals(
                List.of(
                        new NetworkAttachment("wlan0", address("192.168.1.20")),
                        new NetworkAttachment("eth0", address("2001:db8::7"))),
                NetworkAttachment.onePerInterface(
                        List.of(
                                lan("192.168.1.20", "wlan0"),
                                lan("2001:db8::7", "eth0"),
                                lan("2001:db8::20", "wlan0"))));
    }

    @Test
    void theMachineHasAnotherHostNameOnEachInterface() {
        ServiceName machine = new ServiceName("Ana's Câmera 2");
        assertEquals("ana-s-c-mera-2-c0a80114", JmdnsLink.host(machine, address("192.168.1.20")));
        assertEquals("ana-s-c-mera-2-00000007", JmdnsLink.host(machine, address("2001:db8::7")));
        assertEquals(
                "udpping-0a000007", JmdnsLink.host(new ServiceName("教室"), address("10.0.0.7")));
        assertTrue(
                JmdnsLink.host(new ServiceName("a".repeat(63)), address("10.0.0.7")).length() < 63);
    }

    @Test
    void theQuestionIsOneOfMulticastDns() {
        byte[] question = MulticastEcho.question("_udpping._udp.local.", 0xABCD);
        byte[] expected =
                ("\u00AB\u00CD\0\0\0\1\0\0\0\0\0\0" + "\10_udpping\4_udp\5local\0" + "\0\14\0\1")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(expected, question);
    }

    @Test
    void networkContainsAddressesOfItsPrefix() {
        HostAddress odd = new HostAddress(address("10.77.1.2"), 23);
        assertTrue(odd.sharesNetworkWith(address("10.77.0.255")));
        assertFalse(odd.sharesNetworkWith(address("10.77.2.1")));
        assertFalse(odd.sharesNetworkWith(address("::1")));
        assertTrue(
                new HostAddress(address("10.77.1.2"), 32).sharesNetworkWith(address("10.77.1.2")));
        assertFalse(
                new HostAddress(address("10.77.1.2"), 32).sharesNetworkWith(address("10.77.1.3")));
    }

    private static LanAddress lan(String address, String name) {
        return new LanAddress(address(address), name, Medium.OTHER);
    }
}
