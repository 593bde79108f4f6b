package pingmonitor.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** The UDP sockets of this machine, as far as its system lists them. Asking takes about a tenth of a millisecond. */
interface SocketTable {
    /** Of a system that lists none. */
    SocketTable UNKNOWN =
            new SocketTable() {
                @Override
                public Optional<InetAddress> destination(InetSocketAddress sender, int port) {
                    return Optional.empty();
                }

                @Override
                public boolean isClosed(InetSocketAddress local) {
                    return false;
                }
            };

    /**
     * The address that a socket of this machine is connected to.
     *
     * @param sender the socket's own address and port
     * @param port that it is connected to
     * @return empty if it is not connected, of another machine, or not known
     */
    Optional<InetAddress> destination(InetSocketAddress sender, int port);

    /** Whether it is known that no socket has this port now; the address is one of this machine. */
    boolean isClosed(InetSocketAddress local);

    /** That of this machine. */
    static SocketTable ofThisMachine() {
        return ProcSocketTable.exists() ? new ProcSocketTable() : UNKNOWN;
    }
}
