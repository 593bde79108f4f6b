package pingmonitor.echo;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * What the server finds around it; other than the real one in tests.
 *
 * @param rescanPeriod how often the addresses are looked for
 * @param aliases addresses that no interface lists and that are listened on where the system lets it
 * @param catchAll whether to answer at every other IPv4 address of this machine as well
 */
record EchoEnvironment(
        LocalAddressSource addresses,
        Duration rescanPeriod,
        EchoClocks clocks,
        List<InetAddress> aliases,
        ClientSockets sockets,
        boolean catchAll) {

    /** Nothing but the addresses. */
    EchoEnvironment(LocalAddressSource addresses, Duration rescanPeriod, EchoClocks clocks) {
        this(addresses, rescanPeriod, clocks, List.of(), ClientSockets.UNKNOWN, false);
    }
}
