package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {
    @TempDir private Path folder;

    @Test
    void loopbackAddressesOfTheOwnNameAreFound() throws IOException {
        assertEquals(
                addresses("127.0.0.2", "127.0.1.1", "127.1.2.3"),
                read(
                        "127.0.0.1 localhost",
                        "127.0.1.1\tmylaptop mylaptop.example # added",
                        "  127.1.2.3 other",
                        "127.0.1.1 again",
                        "#127.0.3.3 commented",
                        "::1 ip6-localhost",
                        "192.168.1.20 neighbour",
                        "127.0.0.256 wrong",
                        "127.0.0 short",
                        "",
                        "M\u00fcll"));
    }

    @Test
    void numberOfAddressesReadIsLimited() throws IOException {
        String[] many =
                Stream.iterate(3, n -> n + 1)
                        .limit(100)
                        .map(n -> "127.0.0." + n + " n" + n)
                        .toArray(String[]::new);
        assertEquals(HostsFile.MAX_ADDRESSES, read(many).size());
    }

    @Test
    void withoutTheFileTheAddressUsedBySystemdRemains() {
        assertEquals(
                addresses("127.0.0.2"), new HostsFile(folder.resolve("none")).ownNameAddresses());
    }

    private List<InetAddress> read(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("hosts"), List.of(lines));
        return new HostsFile(file).ownNameAddresses();
    }

    private static List<InetAddress> addresses(String... texts) {
        return Stream.of(texts).map(Datagrams::address).toList();
    }
}
