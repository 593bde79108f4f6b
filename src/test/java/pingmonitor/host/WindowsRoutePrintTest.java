package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code route print} says on Windows. The tables are ours; their words and columns are those of Windows in
 * English and in Portuguese.
 */
class WindowsRoutePrintTest {
    private static final String LINE = "=".repeat(75) + "\r\n";

    private static final String ENGLISH =
            LINE
                    + """
                    Interface List
                     17...9c b6 d0 11 22 33 ......Intel(R) Wi-Fi 6 AX201 160MHz
                     21...00 ff aa bb cc dd ......TAP-Windows Adapter V9
                      1...........................Software Loopback Interface 1
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + "\r\nIPv4 Route Table\r\n"
                    + LINE
                    + """
                    Active Routes:
                    Network Destination        Netmask          Gateway       Interface  Metric
                              0.0.0.0          0.0.0.0     192.168.15.1    192.168.15.27     50
                              0.0.0.0          0.0.0.0    192.168.137.1   192.168.137.48   4260
                              0.0.0.0          0.0.0.0         On-link       10.64.0.100      5
                            127.0.0.0        255.0.0.0         On-link         127.0.0.1    331
                         192.168.15.0    255.255.255.0         On-link     192.168.15.27    306
                            224.0.0.0        240.0.0.0         On-link         127.0.0.1    331
                      255.255.255.255  255.255.255.255         On-link     192.168.15.27    306
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + """
                    Persistent Routes:
                      Network Address          Netmask  Gateway Address  Metric
                              0.0.0.0          0.0.0.0     192.168.99.1  Default
                              0.0.0.0          0.0.0.0     192.168.98.1       1
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + """

                    IPv6 Route Table
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + """
                    Active Routes:
                     If Metric Network Destination      Gateway
                     17     66 ::/0                     fe80::1
                      1    331 ::1/128                  On-link
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + "Persistent Routes:\r\n  None\r\n";

    private static final String PORTUGUESE =
            LINE
                    + """
                    Lista de interfaces
                     11...3c 52 82 0a 0b 0c ......Conexão de Rede Ethernet Gigabit
                      1...........................Software Loopback Interface 1
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + "\r\nTabela de rotas IPv4\r\n"
                    + LINE
                    + """
                    Rotas ativas:
                    Endereço de rede          Máscara   Ender. gateway       Interface   Custo
                              0.0.0.0          0.0.0.0      192.168.0.1     192.168.0.14     35
                              0.0.0.0          0.0.0.0         10.0.0.1        10.0.0.77     25
                              0.0.0.0          0.0.0.0      No vínculo         10.8.0.6      3
                              0.0.0.0        128.0.0.0         10.8.0.5         10.8.0.6    259
                            127.0.0.0        255.0.0.0      No vínculo         127.0.0.1    331
                            128.0.0.0        128.0.0.0         10.8.0.5         10.8.0.6    259
                    """
                            .replace("\n", "\r\n")
                    + LINE
                    + """
                    Rotas persistentes:
                      Endereço de rede         Máscara  Ender. gateway    Custo
                              0.0.0.0          0.0.0.0     192.168.99.1  Padrão
                              0.0.0.0          0.0.0.0     192.168.98.1       1
                    """
                            .replace("\n", "\r\n")
                    + LINE;

    private static final String NOTHING =
            LINE
                    + "\r\nTabela de rotas IPv4\r\n"
                    + LINE
                    + "Rotas ativas:\r\n  Nenhuma\r\nRotas persistentes:\r\n  Nenhuma\r\n";

    private static final List<DefaultRoute> ENGLISH_ROUTES =
            List.of(route("192.168.15.1", 50), route("192.168.137.1", 4260));

    private static final List<DefaultRoute> PORTUGUESE_ROUTES =
            List.of(route("10.0.0.1", 25), route("192.168.0.1", 35));

    @Test
    void routersAreOrderedByMetricAndAVpnWithoutARouterIsNone() {
        assertEquals(ENGLISH_ROUTES, RouteTables.windows(ENGLISH));
        assertEquals(PORTUGUESE_ROUTES, RouteTables.windows(PORTUGUESE));
    }

    /** Windows writes in the console's code page, and it is read as Latin 1. */
    @ParameterizedTest
    @MethodSource("codePages")
    void codePageOfTheConsoleDoesNotMatter(Charset codePage) {
        String read = new String(PORTUGUESE.getBytes(codePage), StandardCharsets.ISO_8859_1);

        assertEquals(PORTUGUESE_ROUTES, RouteTables.windows(read));
    }

    static Stream<Charset> codePages() {
        return Stream.of("IBM850", "windows-1252", "IBM437", "UTF-8").map(Charset::forName);
    }

    /** Every letter of the code page, so also those that are blanks or line ends in Latin 1 or Unicode. */
    @Test
    void noLetterOfACodePageEndsALineOrPartsWords() {
        for (int letter = 0x80; letter <= 0xff; letter++) {
            String word = "N" + (char) letter + "o";
            String row = "0.0.0.0 0.0.0.0 " + word + " 10.8.0.6 3\r\n";
            assertEquals(List.of(), RouteTables.windows(row), word);
            assertEquals(
                    List.of(route("10.0.0.1", 25)),
                    RouteTables.windows(word + "\r\n0.0.0.0 0.0.0.0 10.0.0.1 10.0.0.77 25\r\n"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // A gateway that is this machine or nobody is no router.
        "0.0.0.0 0.0.0.0 0.0.0.0 10.0.0.7 1",
        "0.0.0.0 0.0.0.0 127.0.0.1 127.0.0.1 1",
        // Half of the Internet is no default route.
        "0.0.0.0 128.0.0.0 10.8.0.5 10.8.0.6 3",
        "128.0.0.0 128.0.0.0 10.8.0.5 10.8.0.6 3",
        // Rows of the persistent routes: not in use.
        "0.0.0.0 0.0.0.0 192.168.99.1 1",
        "0.0.0.0 0.0.0.0 192.168.99.1 Default",
        "Gateway padrão: 10.0.0.1"
    })
    void rowThatNamesNoRouterInUseIsSkipped(String row) {
        assertEquals(List.of(), RouteTables.windows("Rotas ativas:\r\n" + row + "\r\n"));
    }

    @Test
    void withoutAnyRouteThereIsNoRouter() {
        assertEquals(List.of(), RouteTables.windows(NOTHING));
        assertEquals(
                List.of(),
                RouteTables.windows("A operação solicitada requer elevação.\r\n"),
                "an error instead of a table");
    }

    private static DefaultRoute route(String gateway, long metric) {
        return Optional.of(gateway)
                .flatMap(IpAddress::parseIpv4)
                .map(address -> new DefaultRoute(address, "", metric))
                .orElseThrow();
    }
}
