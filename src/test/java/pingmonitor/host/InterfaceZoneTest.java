package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfaceZoneTest {
    private static final byte[] LINK_LOCAL = {
        (byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7
    };

    @Test
    void onWindowsAnInterfaceIsNumberedAsItsOwnToolsDo() throws Exception {
        for (NetworkInterface each : withLinkLocal()) {
            InetAddress shown = InterfaceZone.shown(named(each), OperatingSystem.WINDOWS);

            assertEquals("fe80:0:0:0:0:0:0:7%" + each.getIndex(), shown.getHostAddress());
            assertEquals(each.getIndex(), ((Inet6Address) shown).getScopeId());
        }
    }

    @Test
    void elsewhereItHasItsName() throws Exception {
        for (NetworkInterface each : withLinkLocal()) {
            InetAddress named = named(each);

            assertSame(named, InterfaceZone.shown(named, OperatingSystem.LINUX));
            assertSame(named, InterfaceZone.shown(named, OperatingSystem.MACOS));
        }
    }

    @Test
    void anAddressWithoutAZoneStaysWithoutOne() throws Exception {
        for (String each : new String[] {"192.168.1.7", "2001:db8::7", "::1"}) {
            InetAddress address = InetAddress.getByName(each);

            assertSame(address, InterfaceZone.shown(address, OperatingSystem.WINDOWS), each);
        }
    }

    private static InetAddress named(NetworkInterface zone) throws UnknownHostException {
        return Inet6Address.getByAddress(null, LINK_LOCAL, zone);
    }

    /** Java makes no such address for an interface without one of its own; a machine without IPv6 has none at all. */
    private static List<NetworkInterface> withLinkLocal() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .filter(
                        each ->
                                each.inetAddresses()
                                        .anyMatch(
                                                address ->
                                                        address instanceof Inet6Address
                                                                && address.isLinkLocalAddress()))
                .toList();
    }
}
