package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.discovery.ScriptedLinks.CABLE;
import static pingmonitor.discovery.ScriptedLinks.WIFI;
import static pingmonitor.discovery.ScriptedLinks.address;
import static pingmonitor.discovery.ScriptedLinks.sighting;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.host.HostAddress;

/** What is made of what anybody in the network may say. */
class FoundServersTest {
    private final FoundServers found = new FoundServers();

    @BeforeEach
    void here() {
        found.from(
                new LocalNetworks(
                        List.of(
                                new HostAddress(address("192.168.1.20"), 24),
                                new HostAddress(address("2001:db8:1::20"), 64))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "127.0.0.1",
                "127.9.9.9",
                "224.0.0.251",
                "239.1.2.3",
                "255.255.255.255",
                "240.0.0.1",
                "::",
                "::1",
                "ff02::fb",
                "fe80::1"
            })
    void anAddressThatNamesNoOtherMachineIsLeftOut(String absurd) {
        found.seen(WIFI, sighting("ana", 12_000, absurd));
        assertEquals(List.of(), found.servers());
        found.seen(WIFI, sighting("ana", 12_000, absurd, "192.168.1.31"));
        assertEquals(List.of(address("192.168.1.31")), only().addresses());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536, Integer.MAX_VALUE})
    void anInvalidPortIsLeftOut(int port) {
        found.seen(WIFI, sighting("ana", port, "192.168.1.31"));
        assertEquals(List.of(), found.servers());
    }

    @Test
    void theBestAddressComesFirst() {
        found.seen(
                WIFI,
                sighting(
                        "ana",
                        65_535,
                        "2001:db8:9::9",
                        "169.254.3.4",
                        "2001:db8:1::31",
                        "10.0.0.9",
                        "192.168.1.31"));
        assertEquals(
                List.of(
                        address("192.168.1.31"),
                        address("10.0.0.9"),
                        address("169.254.3.4"),
                        address("2001:db8:1::31"),
                        address("2001:db8:9::9")),
                only().addresses());
    }

    @Test
    void aServerOnThisMachineIsMarked() {
        found.seen(WIFI, sighting("ana", 12_000, "192.168.1.20"));
        assertTrue(only().here());
        found.seen(WIFI, sighting("ana", 12_000, "192.168.1.21"));
        assertFalse(only().here());
    }

    @Test
    void twoNamesWithTheSameIdAreOneServer() {
        found.seen(WIFI, of("ana", "ana-c0a8011f.local.", "192.168.1.31", 12_000, "x"));
        found.seen(CABLE, of("ana (2)", "ana-0a000009.local.", "10.0.0.9", 12_000, "x"));
        assertEquals("ana", only().name());
        assertEquals(2, only().addresses().size());
        found.seen(CABLE, of("ana (2)", "ana-0a000009.local.", "10.0.0.9", 12_000, "y"));
        assertEquals(2, found.servers().size());
        found.seen(CABLE, of("ana (2)", "ana-0a000009.local.", "10.0.0.9", 12_001, "x"));
        assertEquals(2, found.servers().size());
    }

    @Test
    void theNameWithoutANumberIsShownWhicheverComesFirst() {
        found.seen(WIFI, of("ana (2)", "ana-0a4d0104.local.", "10.77.1.4", 12_000, "x"));
        found.seen(WIFI, of("ana", "ana-0a4d0102.local.", "10.77.1.2", 12_000, "x"));
        assertEquals("ana", only().name());
        assertEquals("ana-0a4d0102.local", only().host());
        found.gone(WIFI, "ana");
        assertEquals("ana (2)", only().name());
    }

    @Test
    void aServerOnTwoCablesToOneNetworkIsOneUnchangingServer() {
        ServerSighting one = of("ana", "ana-0a4d0102.local.", "10.77.1.2", 12_000, "x");
        found.seen(WIFI, sighting("ana", 12_000, "10.77.1.2"));
        ServerSighting two = of("ana", "ana-0a4d0104.local.", "10.77.1.4", 12_000, "x");
        found.seen(WIFI, one);
        found.seen(WIFI, two);
        FoundServer both = only();
        assertEquals(List.of(address("10.77.1.2"), address("10.77.1.4")), both.addresses());
        found.seen(WIFI, one);
        assertEquals(both, only());
        found.seen(WIFI, sighting("ana", 12_000, "10.77.1.2"));
        assertEquals(both, only(), "heard without its id");
        found.gone(WIFI, "Ana");
        assertEquals(List.of(), found.servers());
    }

    @Test
    void withoutAnIdTheSameNameHostAndPortAreOneServer() {
        found.seen(WIFI, sighting("Ana", 12_000, "192.168.1.31"));
        found.seen(CABLE, sighting("ana", 12_000, "10.0.0.9"));
        assertEquals(1, found.servers().size());
        found.seen(CABLE, sighting("ana", 12_001, "10.0.0.9"));
        assertEquals(2, found.servers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb', 'a\uFFFDb'",
        "'a\u001b[2J', 'a\uFFFD[2J'",
        "'\u202Eanab', '\uFFFDanab'",
        "'  sala 3  ', 'sala 3'",
        "'câmera \uD83D\uDC22', 'câmera \uD83D\uDC22'"
    })
    void namesAreSafeToShow(String name, String shown) {
        found.seen(
                WIFI,
                new ServerSighting(
                        name,
                        "h.local.",
                        List.of(address("192.168.1.31")),
                        12_000,
                        Optional.empty()));
        assertEquals(shown, only().name());
    }

    @Test
    void namesAndHostsAreShortenedAndANamelessServerHasItsHostsName() {
        String endless = "\uD83D\uDC22".repeat(5_000);
        found.seen(WIFI, sighting(endless, 12_000, "192.168.1.31"));
        FoundServer server = only();
        assertEquals(
                FoundServers.MAX_NAME_CHARACTERS,
                server.name().codePointCount(0, server.name().length()));
        assertTrue(server.name().endsWith("…"));
        assertEquals(
                FoundServers.MAX_HOST_CHARACTERS,
                server.host().codePointCount(0, server.host().length()));
        found.gone(WIFI, endless);
        found.seen(
                WIFI,
                new ServerSighting(
                        " ",
                        "h.local.",
                        List.of(address("192.168.1.31")),
                        12_000,
                        Optional.empty()));
        assertEquals("h.local", only().name());
    }

    @Test
    void numberOfServersIsBounded() {
        for (int i = 0; i < 1_000; i++) {
            found.seen(WIFI, sighting("s" + i, 12_000, "192.168.1.31"));
        }
        assertEquals(FoundServers.MAX_SIGHTINGS, found.servers().size());
        found.seen(WIFI, sighting("s7", 12_007, "192.168.1.31"));
        assertEquals(12_007, found.servers().get(7).port(), "news of one that is in it");
        String[] many = new String[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = "10.0." + i / 256 + "." + i % 256;
        }
        found.seen(WIFI, sighting("s0", 12_000, many));
        assertEquals(FoundServers.MAX_ADDRESSES, found.servers().get(0).addresses().size());
    }

    private static ServerSighting of(
            String name, String host, String address, int port, String id) {
        return new ServerSighting(name, host, List.of(address(address)), port, Optional.of(id));
    }

    private FoundServer only() {
        List<FoundServer> servers = found.servers();
        assertEquals(1, servers.size(), servers::toString);
        return servers.get(0);
    }
}
