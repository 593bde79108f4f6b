package pingmonitor.ping;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pingmonitor.ping.Problem.Kind;

/**
 * Finds the address of a plan's host. Of several it is the first to which this machine has a way, IPv4 before IPv6
 * where either will do, and in the resolver's order otherwise.
 */
final class TargetLookup {
    /** Addresses of one family that are tried at most: a name can have hundreds. */
    private static final int MAX_TRIED = 64;

    /** A name server, or whatever the system uses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private final Names names;
    private final RouteLookup routes;

    /** With the routes of this machine. */
    TargetLookup(Names names) {
        this(names, new SystemRouteLookup());
    }

    TargetLookup(Names names, RouteLookup routes) {
        this.names = names;
        this.routes = routes;
    }

    /** The address to ping, which may take as long as the system's resolver takes. */
    Validated<InetSocketAddress> find(PingPlan plan) {
        try {
            InetAddress[] all = names.addressesOf(plan.host());
            List<InetAddress> ipv4 = ofFamily(all, Inet4Address.class);
            List<InetAddress> ipv6 = ofFamily(all, Inet6Address.class);
            return switch (plan.family()) {
                case IPV4 -> among(ipv4, ipv6, Kind.NO_ROUTE_BUT_IPV6, plan);
                case IPV6 -> among(ipv6, ipv4, Kind.NO_ROUTE_BUT_IPV4, plan);
                case ANY -> among(Stream.concat(ipv4.stream(), ipv6.stream()).toList(), plan);
            };
        } catch (UnknownHostException e) {
            return Validated.invalid(Kind.NAME_NOT_FOUND, plan.host());
        }
    }

    /** One of the family that was asked for; where that has no way, whether the other one has. */
    private Validated<InetSocketAddress> among(
            List<InetAddress> asked, List<InetAddress> others, Kind otherHasWay, PingPlan plan) {
        boolean onlyOther =
                !asked.isEmpty()
                        && firstWithWay(asked, plan).isEmpty()
                        && firstWithWay(others, plan).isPresent();
        return onlyOther ? Validated.invalid(otherHasWay, plan.host()) : among(asked, plan);
    }

    private Validated<InetSocketAddress> among(List<InetAddress> addresses, PingPlan plan) {
        if (addresses.isEmpty()) {
            return Validated.invalid(Kind.NO_ADDRESS_OF_FAMILY, plan.host());
        }
        Optional<InetSocketAddress> reached = firstWithWay(addresses, plan);
        if (reached.isPresent()) {
            return Validated.valid(reached.get());
        }
        // What is wrong with the first is as wrong with the others, or connecting will say it.
        InetAddress first = addresses.get(0);
        return problem(first, plan)
                .<Validated<InetSocketAddress>>map(Validated.Invalid::new)
                .orElseGet(() -> Validated.valid(new InetSocketAddress(first, plan.port())));
    }

    private Optional<InetSocketAddress> firstWithWay(List<InetAddress> addresses, PingPlan plan) {
        return addresses.stream()
                .flatMap(this::onItsLink)
                .map(address -> new InetSocketAddress(address, plan.port()))
                .filter(address -> routes.to(address) == RouteLookup.Route.FOUND)
                .filter(address -> TargetCheck.unfitHere(address.getAddress()).isEmpty())
                .findFirst();
    }

    /** A name server knows no interfaces: an address of one link is taken for that of the only one there is. */
    private Stream<InetAddress> onItsLink(InetAddress address) {
        List<Inet6Address> zoned = zoned(address);
        return zoned.size() == 1 ? Stream.of(zoned.get(0)) : Stream.of(address);
    }

    private List<Inet6Address> zoned(InetAddress address) {
        return needsZone(address) ? routes.zoned((Inet6Address) address) : List.of();
    }

    private static boolean needsZone(InetAddress address) {
        return TargetCheck.unfit(address).filter(Kind.HOST_NEEDS_ZONE::equals).isPresent();
    }

    private Optional<Problem> problem(InetAddress address, PingPlan plan) {
        String host = plan.host();
        if (needsZone(address)) {
            return Optional.of(
                    zoned(address).stream()
                            .findFirst()
                            .map(Inet6Address::getHostAddress)
                            .map(example -> new Problem(Kind.NAME_NEEDS_ZONE, host, example))
                            .orElseGet(() -> Problem.of(Kind.NO_ROUTE, host)));
        }
        boolean broadcast =
                routes.to(new InetSocketAddress(address, plan.port()))
                        == RouteLookup.Route.BROADCAST;
        return broadcast
                ? Optional.of(Problem.of(Kind.HOST_BROADCAST, host))
                : TargetCheck.unfitHere(address).map(kind -> Problem.of(kind, host));
    }

    private static List<InetAddress> ofFamily(
            InetAddress[] all, Class<? extends InetAddress> family) {
        return Stream.of(all)
                .filter(family::isInstance)
                .limit(MAX_TRIED)
                .map(InetAddress.class::cast)
                .toList();
    }
}
