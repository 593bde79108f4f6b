package pingmonitor.ping;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.host.HostAddress;
import pingmonitor.host.NetworkInterfaces;
import pingmonitor.ping.Problem.Kind;

/** Tells addresses that no single machine answers at. */
public final class TargetCheck {
    private static final byte[] LIMITED_BROADCAST = {-1, -1, -1, -1};

    private TargetCheck() {}

    /** Why an address cannot be pinged, as far as the address alone tells. */
    public static Optional<Kind> unfit(InetAddress address) {
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

    /**
     * The same, also for the broadcast addresses of this machine's networks; asks the system, so not on the UI thread.
     */
    static Optional<Kind> unfitHere(InetAddress address) {
        return unfitAmong(
                NetworkInterfaces.listOrEmpty().stream().flatMap(each -> each.addresses().stream()),
                address);
    }

    /** The same, on a machine with these addresses. */
    static Optional<Kind> unfitAmong(Stream<HostAddress> addresses, InetAddress address) {
        return unfit(address)
                .or(
                        () ->
                                addresses.anyMatch(own -> own.isBroadcast(address))
                                        ? Optional.of(Kind.HOST_BROADCAST)
                                        : Optional.empty());
    }
}
