package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the systems print of their routes. */
class RouteTablesTest {
    private static final String LINUX =
            """
            Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
            wlp2s0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
            enp3s0	00000000	FE00000A	0003	0	0	100	00000000	0	0	0
            tun0	00000000	00000000	0001	0	0	50	00000000	0	0	0
            enp3s0	0000000A	00000000	0001	0	0	100	00FFFFFF	0	0	0
            eth9	00000000	0102A8C0	0002	0	0	1	00000000	0	0	0
            wlp2s0	0000FEA9	00000000	0001	0	0	1000	0000FFFF	0	0	0
            """;

    private static final String MAC =
            """
            Routing tables

            Internet:
            Destination        Gateway            Flags               Netif Expire
            default            192.168.1.1        UGScg                 en0
            default            link#18            UCSIg           bridge100      !
            default            10.8.0.1           UGScIg              utun4
            127                127.0.0.1          UCS                   lo0
            192.168.1          link#11            UCS                   en0      !
            192.168.1.1/32     link#11            UCS                   en0      !
            """;

    /** With the words of a German Windows, and their letters in its own character set. */
    private static final String WINDOWS =
            """
            ===========================================================================
            Schnittstellenliste
             12...3c 52 82 00 00 01 ......Intel(R) Ethernet Connection
              1...........................Software Loopback Interface 1
            ===========================================================================

            IPv4-Routentabelle
            ===========================================================================
            Aktive Routen:
                 Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                      0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.34     35
                      0.0.0.0          0.0.0.0       10.0.0.254        10.0.0.17     25
                      0.0.0.0          0.0.0.0  Auf Verbindung          10.8.0.2      5
                      0.0.0.0        128.0.0.0         10.8.0.1         10.8.0.2      5
            ===========================================================================
            St\u00e4ndige Routen:
              Netzwerkadresse          Netzmaske  Gatewayadresse  Metrik
                      0.0.0.0          0.0.0.0      192.168.9.1       1
            ===========================================================================
            """;

    @Test
    void linuxRoutesAreOrderedByMetric() {
        assertEquals(
                List.of(
                        new DefaultRoute(ip("10.0.0.254"), "enp3s0", 100),
                        new DefaultRoute(ip("192.168.1.1"), "wlp2s0", 600)),
                RouteTables.linux(LINUX, ByteOrder.LITTLE_ENDIAN));
    }

    @Test
    void linuxAddressesAreReadInTheProcessorsByteOrder() {
        String row = "eth0 00000000 C0A80101 0003 0 0 0 00000000 0 0 0";
        assertEquals(
                List.of(new DefaultRoute(ip("192.168.1.1"), "eth0", 0)),
                RouteTables.linux(row, ByteOrder.BIG_ENDIAN));
    }

    @Test
    void macRouteToAnInterfaceIsSkipped() {
        assertEquals(
                List.of("192.168.1.1 en0", "10.8.0.1 utun4"),
                RouteTables.mac(MAC).stream()
                        .map(
                                route ->
                                        route.gateway().getHostAddress()
                                                + " "
                                                + route.interfaceName())
                        .toList());
    }

    @Test
    void windowsTableIsReadInAnyLanguage() {
        assertEquals(
                List.of(
                        new DefaultRoute(ip("10.0.0.254"), "", 25),
                        new DefaultRoute(ip("192.168.1.1"), "", 35)),
                RouteTables.windows(WINDOWS));
    }

    @Test
    void macOfBeforeHasTwoMoreColumns() {
        String older =
                """
                Routing tables

                Internet:
                Destination        Gateway            Flags        Refs      Use   Netif Expire
                default            192.168.0.1        UGSc           61        4     en1
                default            link#9             UCSI            0        0  bridge0
                default            172.20.10.1        UGScI           0        0     en5
                127                127.0.0.1          UCS             0        0     lo0
                192.168.0.1        0:1b:2c:3d:4e:5f   UHLWIir        60      812     en1   1166
                """;
        assertEquals(
                List.of(
                        new DefaultRoute(ip("192.168.0.1"), "en1", 0),
                        new DefaultRoute(ip("172.20.10.1"), "en5", 1)),
                RouteTables.mac(older));
    }

    @Test
    void tableWithoutADefaultRouteGivesNone() {
        assertEquals(List.of(), RouteTables.linux("Iface\tDestination", ByteOrder.LITTLE_ENDIAN));
        assertEquals(List.of(), RouteTables.mac("netstat: not found"));
        assertEquals(List.of(), RouteTables.windows(""));
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.1, true", "256.1.1.1, false", "1.2.3, false", "router, false"})
    void addressesAreReadWithoutANameServer(String text, boolean isAddress) {
        assertEquals(isAddress, IpAddress.parseIpv4(text).isPresent());
    }

    private static InetAddress ip(String text) {
        return IpAddress.parseIpv4(text).orElseThrow();
    }
}
