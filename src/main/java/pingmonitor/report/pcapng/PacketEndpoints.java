package pingmonitor.report.pcapng;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.SessionView;

/**
 * Between which addresses the packets of a run go. The own one is known only if the server said under which address it
 * sees this machine; else one is chosen: loopback for a server on loopback, a documentation address (RFC 5737, RFC 3849)
 * for any other.
 *
 * @param remote the server; empty when the run never got that far
 * @param known the own address and port, as they were last
 */
record PacketEndpoints(Optional<InetSocketAddress> remote, Optional<InetSocketAddress> known) {
    /** The first of the ports that systems take by themselves (RFC 6335). */
    private static final int CHOSEN_PORT = 49_152;

    private static final InetAddress DOCUMENTATION_IPV4 = address(192, 0, 2, 1);
    private static final InetAddress DOCUMENTATION_IPV6 =
            address(0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    private static final InetAddress LOOPBACK_IPV4 = address(127, 0, 0, 1);
    private static final InetAddress LOOPBACK_IPV6 =
            address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    static PacketEndpoints of(SessionView session) {
        return new PacketEndpoints(
                session.remote().filter(remote -> !remote.isUnresolved()),
                session.latestMappedAddress()
                        .map(PingEvent.MappedAddress::local)
                        .filter(local -> !local.isUnresolved()));
    }

    /** The own address and port to talk with another: of the same family as that. */
    InetSocketAddress local(InetSocketAddress other) {
        boolean six = other.getAddress() instanceof Inet6Address;
        return known.filter(local -> local.getAddress() instanceof Inet6Address == six)
                .orElseGet(
                        () -> new InetSocketAddress(chosen(other.getAddress(), six), CHOSEN_PORT));
    }

    /** The own address and port that most packets have. */
    Optional<InetSocketAddress> anyLocal() {
        return remote.map(this::local);
    }

    /** Whether that is the one that the run had. */
    boolean isLocalKnown() {
        return known.isPresent() && known.equals(anyLocal());
    }

    private static InetAddress chosen(InetAddress other, boolean six) {
        if (other.isLoopbackAddress()) {
            return six ? LOOPBACK_IPV6 : LOOPBACK_IPV4;
        }
        return six ? DOCUMENTATION_IPV6 : DOCUMENTATION_IPV4;
    }

    private static InetAddress address(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
