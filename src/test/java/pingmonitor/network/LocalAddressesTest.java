package pingmonitor.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.network.LocalAddresses.Card;
import pingmonitor.text.AddressText;

class LocalAddressesTest {
    @Test
    void ipv4ComesFirstAndSelfAssignedLast() throws UnknownHostException {
        List<LanAddress> found =
                LocalAddresses.usable(
                        List.of(
                                card("enp3s0", "enp3s0", "169.254.3.4", "2001:db8::7", "10.0.0.7"),
                                card("wlp2s0", "wlp2s0", "192.168.1.20")));
        assertEquals(
                List.of("10.0.0.7", "192.168.1.20", "2001:db8::7", "169.254.3.4"), texts(found));
    }

    @Test
    void whatNobodyElseCanReachIsLeftOut() throws UnknownHostException {
        List<Card> cards =
                List.of(
                        card("eth0", "eth0", "fe80::1", "127.0.0.1", "0.0.0.0", "224.0.0.1"),
                        new Card("eth1", "eth1", false, false, false, ips("10.0.0.8")),
                        new Card("lo", "lo", true, true, false, ips("10.9.9.9")),
                        new Card("eth2", "eth2", true, false, true, ips("10.8.8.8")));
        assertEquals(List.of(), LocalAddresses.usable(cards));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker0",
                "br-3f2a",
                "veth12ab",
                "virbr0",
                "vmnet8",
                "vboxnet0",
                "tun0",
                "tap1",
                "wg0",
                "utun3",
                "ztabc",
                "tailscale0",
                "bridge100",
                "awdl0"
            })
    void interfacesOfContainersMachinesAndTunnelsAreLeftOut(String name)
            throws UnknownHostException {
        assertEquals(List.of(), LocalAddresses.usable(List.of(card(name, name, "172.17.0.1"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hyper-V Virtual Ethernet Adapter",
                "VirtualBox Host-Only Ethernet Adapter",
                "VMware Virtual Ethernet Adapter for VMnet8",
                "TAP-Windows Adapter V9",
                "WireGuard Tunnel"
            })
    void windowsTellsThemApartOnlyInTheNameItShows(String shown) throws UnknownHostException {
        assertEquals(List.of(), LocalAddresses.usable(List.of(card("eth7", shown, "172.17.0.1"))));
    }

    @ParameterizedTest
    @CsvSource({
        "wlp2s0, wlp2s0, WIFI",
        "wlan0, wlan0, WIFI",
        "wireless_32768, Intel(R) Wi-Fi 6 AX201 160MHz, WIFI",
        "eth3, Realtek 8822CE Wireless LAN 802.11ac, WIFI",
        "eth0, Intel(R) Ethernet Connection I219-V, ETHERNET",
        "enp0s31f6, enp0s31f6, ETHERNET",
        "ethernet_32769, Realtek PCIe GbE Family Controller, ETHERNET",
        "en0, en0, OTHER",
        "usb0, usb0, OTHER"
    })
    void theMediumIsGuessedOnlyWhereTheNameTells(String name, String shown, Medium expected)
            throws UnknownHostException {
        List<LanAddress> found = LocalAddresses.usable(List.of(card(name, shown, "192.168.1.20")));
        assertEquals(expected, found.get(0).medium());
        assertEquals(name, found.get(0).interfaceName());
    }

    @Test
    void anAddressToGiveAwayHasNoScope() throws UnknownHostException {
        InetAddress scoped = java.net.Inet6Address.getByAddress(null, sixBytes(), 3);
        LanAddress found =
                LocalAddresses.usable(
                                List.of(
                                        new Card(
                                                "eth0",
                                                "eth0",
                                                true,
                                                false,
                                                false,
                                                List.of(scoped))))
                        .get(0);
        assertEquals("2001:db8:0:0:0:0:0:1", found.address().getHostAddress());
    }

    @Test
    void thisMachineCanBeAsked() {
        assertTrue(
                LocalAddresses.list().stream()
                        .noneMatch(each -> each.address().isLoopbackAddress()));
    }

    private static byte[] sixBytes() throws UnknownHostException {
        return InetAddress.getByName("2001:db8::1").getAddress();
    }

    private static Card card(String name, String shown, String... addresses)
            throws UnknownHostException {
        return new Card(name, shown, true, false, false, ips(addresses));
    }

    private static List<InetAddress> ips(String... addresses) throws UnknownHostException {
        List<InetAddress> parsed = new ArrayList<>();
        for (String address : addresses) {
            parsed.add(InetAddress.getByName(address));
        }
        return parsed;
    }

    private static List<String> texts(List<LanAddress> addresses) {
        return addresses.stream().map(each -> AddressText.of(each.address())).toList();
    }
}
