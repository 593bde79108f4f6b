package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;

class InterfaceZoneTest {
    private static final byte[] LINK_LOCAL = {
        (byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7
    };

    @Test
    void onWindowsAnInterfaceIsNumberedAsItsOwnToolsDo() throws Exception {
        InetAddress named = named();
        int index = NetworkInterface.networkInterfaces().findFirst().orElseThrow().getIndex();

        InetAddress shown = InterfaceZone.shown(named, OperatingSystem.WINDOWS);

        assertEquals("fe80:0:0:0:0:0:0:7%" + index, shown.getHostAddress());
        assertEquals(index, ((Inet6Address) shown).getScopeId());
    }

    @Test
    void elsewhereItHasItsName() throws Exception {
        InetAddress named = named();

        assertSame(named, InterfaceZone.shown(named, OperatingSystem.LINUX));
        assertSame(named, InterfaceZone.shown(named, OperatingSystem.MACOS));
    }

    @Test
    void anAddressWithoutAZoneStaysWithoutOne() throws Exception {
        for (String each : new String[] {"192.168.1.7", "2001:db8::7", "::1"}) {
            InetAddress address = InetAddress.getByName(each);

            assertSame(address, InterfaceZone.shown(address, OperatingSystem.WINDOWS), each);
        }
    }

    /** With the first interface of this machine, whatever it is. */
    private static InetAddress named() throws Exception {
        NetworkInterface first = NetworkInterface.networkInterfaces().findFirst().orElseThrow();
        return Inet6Address.getByAddress(null, LINK_LOCAL, first);
    }
}
