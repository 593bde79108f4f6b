package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.text.AddressText;

class LanAddressesTest {
    private static final List<String> UNSORTED =
            List.of(
                    "enp3s0 169.254.3.4 fd00::7 2001:db8::7 10.0.0.7",
                    "usb0 10.1.0.7 2001:db8:1::7",
                    "wlp2s0 192.168.1.20 2001:db8:2::7");

    @Test
    void ipv4ComesFirstAndSelfAssignedLast() throws UnknownHostException {
        assertEquals(
                List.of(
                        "10.0.0.7",
                        "192.168.1.20",
                        "2001:db8::7",
                        "2001:db8:1::7",
                        "2001:db8:2::7",
                        "10.1.0.7",
                        "fd00::7",
                        "169.254.3.4"),
                texts(usable(cards(UNSORTED))));
    }

    @Test
    void theInterfaceTowardsTheInternetComesBeforeTheOthers() throws UnknownHostException {
        List<LanAddress> found =
                LanAddresses.usable(
                        cards(UNSORTED), Optional.of(InetAddress.getByName("10.1.0.7")));
        assertEquals(
                List.of(
                        "10.1.0.7",
                        "10.0.0.7",
                        "192.168.1.20",
                        "2001:db8:1::7",
                        "2001:db8::7",
                        "2001:db8:2::7",
                        "fd00::7",
                        "169.254.3.4"),
                texts(found));
        assertEquals("usb0", found.get(0).interfaceName());
    }

    /** A tunnel may lead there; what others in the local network reach is still the rest. */
    @Test
    void interfaceThatIsLeftOutIsNotPreferred() throws UnknownHostException {
        List<HostInterface> cards = new ArrayList<>(cards(UNSORTED));
        cards.add(card("tun0", "tun0", "10.9.0.2"));
        assertEquals(
                texts(usable(cards)),
                texts(LanAddresses.usable(cards, Optional.of(InetAddress.getByName("10.9.0.2")))));
    }

    @Test
    void addressesThatNobodyElseReachesAreLeftOut() throws UnknownHostException {
        List<HostInterface> cards =
                List.of(
                        card("eth0", "eth0", "fe80::1", "127.0.0.1", "0.0.0.0", "224.0.0.1"),
                        new HostInterface(
                                "eth1", "eth1", false, false, false, true, ips("10.0.0.8")),
                        new HostInterface("lo", "lo", true, true, false, true, ips("10.9.9.9")),
                        new HostInterface(
                                "eth2", "eth2", true, false, true, true, ips("10.8.8.8")));
        assertEquals(List.of(), usable(cards));
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
        assertEquals(List.of(), usable(List.of(card(name, name, "172.17.0.1"))));
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
    void virtualAdaptersOfWindowsAreKnownByTheirDisplayName(String shown)
            throws UnknownHostException {
        assertEquals(List.of(), usable(List.of(card("eth7", shown, "172.17.0.1"))));
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
    void mediumIsGuessedOnlyFromAKnownName(String name, String shown, Medium expected)
            throws UnknownHostException {
        List<LanAddress> found = usable(List.of(card(name, shown, "192.168.1.20")));
        assertEquals(expected, found.get(0).medium());
        assertEquals(name, found.get(0).interfaceName());
    }

    @Test
    void listedAddressHasNoScope() throws UnknownHostException {
        InetAddress scoped = java.net.Inet6Address.getByAddress(null, sixBytes(), 3);
        LanAddress found =
                usable(
                                List.of(
                                        new HostInterface(
                                                "eth0",
                                                "eth0",
                                                true,
                                                false,
                                                false,
                                                true,
                                                List.of(new HostAddress(scoped, 64)))))
                        .get(0);
        assertEquals("2001:db8:0:0:0:0:0:1", found.address().getHostAddress());
    }

    @Test
    void addressesOfThisMachineHaveNoLoopback() {
        assertTrue(
                LanAddresses.list().stream().noneMatch(each -> each.address().isLoopbackAddress()));
    }

    private static List<LanAddress> usable(List<HostInterface> cards) {
        return LanAddresses.usable(cards, Optional.empty());
    }

    /** Each a name with its addresses. */
    private static List<HostInterface> cards(List<String> lines) throws UnknownHostException {
        List<HostInterface> cards = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            cards.add(card(words[0], words[0], Arrays.copyOfRange(words, 1, words.length)));
        }
        return cards;
    }

    private static byte[] sixBytes() throws UnknownHostException {
        return InetAddress.getByName("2001:db8::1").getAddress();
    }

    private static HostInterface card(String name, String shown, String... addresses)
            throws UnknownHostException {
        return new HostInterface(name, shown, true, false, false, true, ips(addresses));
    }

    private static List<HostAddress> ips(String... addresses) throws UnknownHostException {
        List<HostAddress> parsed = new ArrayList<>();
        for (String address : addresses) {
            parsed.add(new HostAddress(InetAddress.getByName(address), 24));
        }
        return parsed;
    }

    private static List<String> texts(List<LanAddress> addresses) {
        return addresses.stream().map(each -> AddressText.of(each.address())).toList();
    }
}
