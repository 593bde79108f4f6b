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
record Surroundings(
        LocalAddresses addresses,
        Duration rescanPeriod,
        Clocks clocks,
        List<InetAddress> aliases,
        SocketTable sockets,
        boolean catchAll) {

    /** Nothing but the addresses. */
    Surroundings(LocalAddresses addresses, Duration rescanPeriod, Clocks clocks) {
        this(addresses, rescanPeriod, clocks, List.of(), SocketTable.UNKNOWN, false);
    }
}
