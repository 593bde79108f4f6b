package pingmonitor.echo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import pingmonitor.host.IpAddress;

/** Finds out whether a UDP port is free, usually on every address at once. */
final class PortProbe {
    static final int MAX_PROPOSALS_TRIED = 200;

    private static final int FIRST_USER_PORT = 1_024;
    private static final int LAST_PORT = 65_535;

    private PortProbe() {}

    /**
     * Makes sure that a port is free.
     *
     * @param wanted port 0 for any
     * @return the port
     * @throws PortInUseException when another program has it
     */
    static int free(InetSocketAddress wanted) throws IOException {
        int port = wanted.getPort();
        try (DatagramChannel probe = open(wanted.getAddress())) {
            probe.bind(wanted);
            return ((InetSocketAddress) probe.getLocalAddress()).getPort();
        } catch (BindException e) {
            if (port >= FIRST_USER_PORT || meansInUse(e)) {
                throw inUse(port);
            }
            // A port below 1024 that only the administrator may use.
            throw e;
        }
    }

    static PortInUseException inUse(int port) {
        return new PortInUseException(port, nextAbove(port, PortProbe::isFree));
    }

    /**
     * Whether the port was taken, and not the address unknown or the port forbidden. Java tells these apart only in a
     * text that depends on the system's language, so it is compared with the text of a port that surely is in use.
     */
    static boolean meansInUse(BindException error) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (DatagramChannel holder = open(loopback);
                DatagramChannel second = open(loopback)) {
            holder.bind(new InetSocketAddress(loopback, 0));
            second.bind(holder.getLocalAddress());
            return false;
        } catch (BindException inUse) {
            return String.valueOf(inUse.getMessage()).equals(error.getMessage());
        }
    }

    /**
     * The first port above this one that will do, if there is one among the next {@value #MAX_PROPOSALS_TRIED}. After
     * the last it looks on from the first that anybody may use.
     */
    static OptionalInt nextAbove(int port, IntPredicate willDo) {
        int candidate = Math.max(port + 1, FIRST_USER_PORT);
        for (int i = 0; i < MAX_PROPOSALS_TRIED; i++, candidate++) {
            if (candidate > LAST_PORT) {
                candidate = FIRST_USER_PORT;
            }
            if (willDo.test(candidate)) {
                return OptionalInt.of(candidate);
            }
        }
        return OptionalInt.empty();
    }

    /** One for all addresses takes those of IPv4 and IPv6. */
    private static DatagramChannel open(InetAddress address) throws IOException {
        return address.isAnyLocalAddress()
                ? DatagramChannel.open()
                : DatagramChannel.open(IpAddress.family(address));
    }

    private static boolean isFree(int port) {
        try (DatagramChannel probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
