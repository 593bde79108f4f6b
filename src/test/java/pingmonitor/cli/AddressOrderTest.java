package pingmonitor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingmonitor.echo.ServerEvent;
import pingmonitor.host.LanAddress;
import pingmonitor.host.Medium;

class AddressOrderTest {
    @Test
    void addressesForOthersComeFirstAndBridgesBehindThem() {
        List<LanAddress> best =
                Stream.of("192.168.1.20", "10.0.0.7", "2001:db8::20")
                        .map(each -> new LanAddress(address(each), "eth0", Medium.ETHERNET))
                        .toList();
        ServerEvent sorted =
                AddressOrder.bestFirst(
                        listening(
                                "127.0.0.1",
                                "172.17.0.1",
                                "fe80::1",
                                "::1",
                                "fd00::1",
                                "2001:db8::20",
                                "10.0.0.7",
                                "192.168.1.20"),
                        best);
        assertEquals(
                listening(
                        "192.168.1.20",
                        "10.0.0.7",
                        "2001:db8::20",
                        "172.17.0.1",
                        "fd00::1",
                        "fe80::1",
                        "127.0.0.1",
                        "::1"),
                sorted);
    }

    @Test
    void otherEventsStayUnchanged() {
        ServerEvent stopped = new ServerEvent.Stopped(Instant.EPOCH);
        assertSame(stopped, AddressOrder.bestFirst(stopped, List.of()));
    }

    private static ServerEvent.Listening listening(String... addresses) {
        return new ServerEvent.Listening(
                12_000,
                Stream.of(addresses).map(AddressOrderTest::address).toList(),
                0,
                Instant.EPOCH);
    }

    private static InetAddress address(String literal) {
        return new InetSocketAddress(literal, 0).getAddress();
    }
}
