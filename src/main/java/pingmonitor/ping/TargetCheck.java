package pingmonitor.ping;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.ping.Problem.Kind;

/** Tells addresses that no single machine answers at. */
final class TargetCheck {
    private static final byte[] LIMITED_BROADCAST = {-1, -1, -1, -1};

    private TargetCheck() {}

    /** Why an address cannot be pinged, as far as the address alone tells. */
    static Optional<Kind> unfit(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress() || bytes.length == 4 && bytes[0] == 0) {
            return Optional.of(Kind.HOST_UNSPECIFIED);
        }
        if (address.isMulticastAddress()) {
            return Optional.of(Kind.HOST_MULTICAST);
        }
        if (address instanceof Inet6Address six
                && six.isLinkLocalAddress()
                && six.getScopeId() == 0) {
            return Optional.of(Kind.HOST_NEEDS_ZONE);
        }
        return Arrays.equals(bytes, LIMITED_BROADCAST)
                ? Optional.of(Kind.HOST_BROADCAST)
                : Optional.empty();
    }

    /** The same, also for the broadcast addresses of this machine's networks; asks the system, so not on the UI thread. */
    static Optional<Kind> unfitHere(InetAddress address) {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return unfitAmong(
                    interfaces
                            .flatMap(network -> network.getInterfaceAddresses().stream())
                            .map(Own::of),
                    address);
        } catch (SocketException e) {
            // Without interfaces there is no broadcast; connecting will say what is wrong.
            return unfit(address);
        }
    }

    /** The same, on a machine with these addresses. */
    static Optional<Kind> unfitAmong(Stream<Own> addresses, InetAddress address) {
        return unfit(address)
                .or(
                        () ->
                                addresses.anyMatch(own -> own.isBroadcast(address))
                                        ? Optional.of(Kind.HOST_BROADCAST)
                                        : Optional.empty());
    }

    /** An address of this machine, and the one that all machines of its network take for theirs, if there is one. */
    record Own(InetAddress address, Optional<InetAddress> broadcast) {
        private static Own of(InterfaceAddress own) {
            return new Own(own.getAddress(), Optional.ofNullable(own.getBroadcast()));
        }

        /** In a network of one machine both are the same, and that one can be pinged. */
        private boolean isBroadcast(InetAddress other) {
            return broadcast.filter(other::equals).isPresent() && !other.equals(address);
        }
    }
}
