package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.host.HostAddress;
import pingmonitor.ping.Problem.Kind;

class TargetCheckTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "0.0.0.0, HOST_UNSPECIFIED",
                "0.255.255.255, HOST_UNSPECIFIED",
                "::, HOST_UNSPECIFIED",
                "224.0.0.0, HOST_MULTICAST",
                "239.255.255.255, HOST_MULTICAST",
                "ff02::1, HOST_MULTICAST",
                "fe80::1, HOST_NEEDS_ZONE",
                "255.255.255.255, HOST_BROADCAST"
            })
    void addressOfNoSingleMachineIsUnfit(String address, Kind kind) throws UnknownHostException {
        assertEquals(Optional.of(kind), TargetCheck.unfit(InetAddress.getByName(address)));
        assertEquals(Optional.of(kind), TargetCheck.unfitHere(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "127.0.0.1",
                "223.255.255.255",
                "240.0.0.0",
                "::1",
                "2001:db8::1"
            })
    void addressOfOneMachineIsFit(String address) throws UnknownHostException {
        assertEquals(Optional.empty(), TargetCheck.unfit(InetAddress.getByName(address)));
    }

    @Test
    void broadcastAddressOfAnOwnNetworkIsUnfit() throws UnknownHostException {
        assertEquals(Optional.of(Kind.HOST_BROADCAST), among("192.0.2.255"));
        assertEquals(Optional.empty(), among("192.0.2.2"));
        assertEquals(Optional.empty(), among("198.51.100.255"));
    }

    /** With a network mask of 32 bits the system calls its own address the broadcast address. */
    @Test
    void ownAddressInANetworkOfOneMachineIsFit() throws UnknownHostException {
        assertEquals(Optional.empty(), among("203.0.113.9"));
    }

    @Test
    void multicastAddressIsUnfitWithoutALookAtTheNetworks() throws UnknownHostException {
        assertEquals(Optional.of(Kind.HOST_MULTICAST), among("224.0.0.1"));
    }

    @Test
    void broadcastAddressesOfTheSystemAreUnfit() throws SocketException {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            for (InterfaceAddress own :
                    interfaces.flatMap(each -> each.getInterfaceAddresses().stream()).toList()) {
                assertEquals(Optional.empty(), TargetCheck.unfitHere(own.getAddress()));
                boolean shared =
                        own.getBroadcast() != null && !own.getBroadcast().equals(own.getAddress());
                if (shared) {
                    assertEquals(
                            Optional.of(Kind.HOST_BROADCAST),
                            TargetCheck.unfitHere(own.getBroadcast()));
                }
            }
        }
    }

    private static Optional<Kind> among(String address) throws UnknownHostException {
        InetAddress alone = InetAddress.getByName("203.0.113.9");
        List<HostAddress> addresses =
                List.of(
                        new HostAddress(InetAddress.getByName("::1"), 128),
                        new HostAddress(
                                InetAddress.getByName("192.0.2.2"),
                                24,
                                Optional.of(InetAddress.getByName("192.0.2.255"))),
                        new HostAddress(alone, 32, Optional.of(alone)));
        return TargetCheck.unfitAmong(addresses.stream(), InetAddress.getByName(address));
    }
}
