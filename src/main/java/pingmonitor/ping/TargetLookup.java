package pingmonitor.ping;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import pingmonitor.ping.Problem.Kind;

/** Finds the address of a plan's host. */
final class TargetLookup {
    /** A name server, or whatever the system uses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private final Names names;

    TargetLookup(Names names) {
        this.names = names;
    }

    /** The address to ping, which may take as long as the system's resolver takes. */
    Checked<InetSocketAddress> find(PingPlan plan) {
        try {
            List<InetAddress> all = Arrays.asList(names.addressesOf(plan.host()));
            Optional<InetAddress> chosen = choose(all, plan.family());
            if (chosen.isEmpty()) {
                return Checked.invalid(Kind.NO_ADDRESS_OF_FAMILY, plan.host());
            }
            InetAddress address = chosen.get();
            Optional<Kind> unfit = TargetCheck.unfitHere(address);
            return unfit.<Checked<InetSocketAddress>>map(kind -> Checked.invalid(kind, plan.host()))
                    .orElseGet(() -> Checked.valid(new InetSocketAddress(address, plan.port())));
        } catch (UnknownHostException e) {
            return Checked.invalid(Kind.NAME_NOT_FOUND, plan.host());
        }
    }

    private static Optional<InetAddress> choose(List<InetAddress> all, AddressFamily family) {
        Predicate<InetAddress> ipv4 = Inet4Address.class::isInstance;
        Predicate<InetAddress> ipv6 = Inet6Address.class::isInstance;
        Optional<InetAddress> firstIpv4 = all.stream().filter(ipv4).findFirst();
        Optional<InetAddress> firstIpv6 = all.stream().filter(ipv6).findFirst();
        switch (family) {
            case IPV4:
                return firstIpv4;
            case IPV6:
                return firstIpv6;
            default:
                return firstIpv4.or(() -> firstIpv6);
        }
    }
}
