package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.host.OperatingSystem;
import pingmonitor.host.UdpSocketTable;

class PortBindingsTest {
    private static final String HEAD = "  sl  local_address rem_address   st tx_queue\n";

    @TempDir Path folder;

    /** As the kernel writes them: each word of an address as the processor has it. */
    private static String word(String asLittleEndian) {
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            return asLittleEndian;
        }
        StringBuilder turned = new StringBuilder();
        for (int i = asLittleEndian.length(); i > 0; i -= 2) {
            turned.append(asLittleEndian, i - 2, i);
        }
        return turned.toString();
    }

    private static String ipv4(String local, String remote) {
        return "  17: " + local + " " + remote + " 07 00000000:00000000 00:00000000 00000000\n";
    }

    private static String ipv6(String... words) {
        StringBuilder address = new StringBuilder();
        Arrays.stream(words).map(PortBindingsTest::word).forEach(address::append);
        return ipv4(address + ":2EE0", "0".repeat(32) + ":0000");
    }

    private PortBindings at12000(String four, String six) throws IOException {
        Path ipv4 = folder.resolve("udp");
        Path ipv6 = folder.resolve("udp6");
        Files.writeString(ipv4, HEAD + four);
        Files.writeString(ipv6, HEAD + six);
        return PortBindings.at(12_000, table(ipv4, ipv6));
    }

    private static UdpSocketTable table(Path ipv4, Path ipv6) {
        return new UdpSocketTable(ipv4, ipv6, ByteOrder.nativeOrder());
    }

    private static PortBindings known(String... addresses) {
        return new PortBindings(true, Arrays.stream(addresses).map(Story::address).toList());
    }

    @Test
    void theAddressesAtThePortAreRead() throws IOException {
        assertEquals(
                known("127.0.0.1", "0.0.0.0"),
                at12000(
                        ipv4(word("0100007F") + ":2EE0", "00000000:0000")
                                + ipv4(word("0701A8C0") + ":2EE1", "00000000:0000")
                                + ipv4("00000000:2EE0", "00000000:0000"),
                        ""));
    }

    @Test
    void ipv6AndMappedAddressesAreReadAsWhatTheyAre() throws IOException {
        assertEquals(
                known("::1", "2001:db8::7", "192.168.1.7", "::"),
                at12000(
                        "",
                        ipv6("00000000", "00000000", "00000000", "01000000")
                                + ipv6("B80D0120", "00000000", "00000000", "07000000")
                                + ipv6("00000000", "00000000", "FFFF0000", "0701A8C0")
                                + ipv6("00000000", "00000000", "00000000", "00000000")));
    }

    @Test
    void aConnectedSocketTakesNothingFromOthers() throws IOException {
        assertEquals(
                known(), at12000(ipv4(word("0100007F") + ":2EE0", word("0100007F") + ":8000"), ""));
    }

    @Test
    void withoutTheTableOfIpv6ThereIsNoIpv6() throws IOException {
        Path ipv4 = Files.writeString(folder.resolve("udp"), HEAD);
        UdpSocketTable table = table(ipv4, folder.resolve("none"));

        assertEquals(new PortBindings(true, List.of()), PortBindings.at(12_000, table));
    }

    @Test
    void whatCannotBeReadIsUnknown() throws IOException {
        Path none = folder.resolve("none");

        assertEquals(PortBindings.UNKNOWN, PortBindings.at(12_000, table(none, none)));
        assertEquals(PortBindings.UNKNOWN, PortBindings.at(12_000, table(folder, folder)));
        for (String odd :
                List.of("x", "1: 2 3", ipv4("0100007:2EE0", "0:0"), ipv4("00:2EE0", "0:0"))) {
            assertEquals(PortBindings.UNKNOWN, at12000(odd, ""), odd);
        }
    }

    @Test
    void aSocketOfThisMachineIsFoundWhereTheSystemHasSuchATable() throws IOException {
        InetAddress loopback = Story.address("127.0.0.1");
        try (DatagramSocket bound = new DatagramSocket(0, loopback)) {
            PortBindings expected =
                    OperatingSystem.current() == OperatingSystem.LINUX
                            ? known("127.0.0.1")
                            : PortBindings.UNKNOWN;
            assertEquals(expected, PortBindings.here(bound.getLocalPort()));
        }
    }
}
