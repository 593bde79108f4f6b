package pingmonitor.diagnosis;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import pingmonitor.echo.UdpSocketList;

/** The sockets that programs of this machine have bound, where the system lists them. */
record UdpSocketTable(UdpSocketList list) {

    static UdpSocketTable ofThisMachine() {
        return new UdpSocketTable(UdpSocketList.ofThisMachine());
    }

    /** Where programs take datagrams at a port; unknown where there is no such list, or none that can be read. */
    PortBindings at(int port) {
        try {
            List<InetAddress> addresses =
                    list.read().stream()
                            .filter(each -> each.local().getPort() == port)
                            // One that is connected takes nothing from anybody else.
                            .filter(each -> each.remote().getPort() == 0)
                            .map(each -> each.local().getAddress())
                            .distinct()
                            .toList();
            return new PortBindings(true, addresses);
        } catch (IOException unreadable) {
            return PortBindings.UNKNOWN;
        }
    }
}
