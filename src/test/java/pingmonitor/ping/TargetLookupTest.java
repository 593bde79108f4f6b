package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingmonitor.text.AddressText;

class TargetLookupTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "ANY, 192.0.2.7",
                "IPV4, 192.0.2.7",
                "IPV6, 2001:db8::7",
            })
    void ofTheAddressesOfANameTheFirstOfTheFamilyIsTaken(AddressFamily family, String chosen)
            throws UnknownHostException {
        assertEquals(
                Optional.of(new InetSocketAddress(InetAddress.getByName(chosen), 12_000)),
                find(family, "2001:db8::7", "192.0.2.7", "2001:db8::8", "192.0.2.8")
                        .valueIfValid());
    }

    /** As on a machine with IPv6 only, where a name has A and AAAA. */
    @Test
    void firstAddressWithARouteIsTaken() throws UnknownHostException {
        String[] name = {"192.0.2.7", "2001:db8::7", "2001:db8::8", "192.0.2.8"};
        assertFound("2001:db8::7", ways("2001:db8::7", "2001:db8::8"), AddressFamily.ANY, name);
        assertFound("2001:db8::8", ways("2001:db8::8"), AddressFamily.ANY, name);
        assertFound("192.0.2.8", ways("2001:db8::7", "192.0.2.8"), AddressFamily.ANY, name);
        assertFound("192.0.2.8", ways("2001:db8::7", "192.0.2.8"), AddressFamily.IPV4, name);
    }

    /** Connecting says what is wrong. */
    @Test
    void withoutAnyRouteTheFirstAddressIsTaken() throws UnknownHostException {
        assertFound("192.0.2.7", ways(), AddressFamily.ANY, "2001:db8::7", "192.0.2.7");
        assertFound("2001:db8::7", ways(), AddressFamily.IPV6, "2001:db8::7", "192.0.2.7");
    }

    @Test
    void familyWithoutARouteIsToldWhereTheOtherHasOne() {
        assertProblem(
                Problem.Kind.NO_ROUTE_BUT_IPV6,
                find(ways("2001:db8::7"), AddressFamily.IPV4, "192.0.2.7", "2001:db8::7"));
        assertProblem(
                Problem.Kind.NO_ROUTE_BUT_IPV4,
                find(ways("192.0.2.7"), AddressFamily.IPV6, "192.0.2.7", "2001:db8::7"));
    }

    @Test
    void nameWithHundredsOfAddressesIsLookedUpInBoundedTime() throws UnknownHostException {
        String[] many = new String[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = "198.51." + (i / 250) + "." + (i % 250 + 1);
        }
        List<InetSocketAddress> tried = new ArrayList<>();
        RouteLookup none =
                scripted(
                        address -> {
                            tried.add(address);
                            return RouteLookup.Route.NONE;
                        },
                        List.of());
        assertFound("198.51.0.1", none, AddressFamily.ANY, many);
        assertTrue(tried.size() <= 70, tried.size() + " tried");
    }

    @Test
    void unfitAddressIsPassedOverForAnother() throws UnknownHostException {
        assertFound(
                "192.0.2.7",
                ways("0.0.0.0", "224.0.0.251", "192.0.2.7"),
                AddressFamily.ANY,
                "0.0.0.0",
                "224.0.0.251",
                "192.0.2.7");
    }

    /** Of a network of this machine, also where only the system's routes tell so. */
    @Test
    void broadcastAddressIsToldAsOne() {
        RouteLookup broadcast = routes(RouteLookup.Route.BROADCAST);
        assertProblem(
                Problem.Kind.HOST_BROADCAST, find(broadcast, AddressFamily.ANY, "192.0.2.255"));
    }

    @Test
    void linkLocalAddressOfANameIsTakenOnTheOnlyLink() throws UnknownHostException {
        InetAddress on = onLink(3);
        Validated<InetSocketAddress> found = find(linkLocal(on), AddressFamily.ANY, "fe80::7");
        assertEquals(
                3, ((Inet6Address) found.valueIfValid().orElseThrow().getAddress()).getScopeId());
    }

    /** The name with a zone would be refused: it is the address that takes one. */
    @Test
    void linkLocalAddressOfANameIsToldWithItsLinksWhereThereAreSeveral()
            throws UnknownHostException {
        assertEquals(
                Optional.of(
                        new Problem(
                                Problem.Kind.NAME_NEEDS_ZONE,
                                "lab.example",
                                "fe80:0:0:0:0:0:0:7%3")),
                find(linkLocal(onLink(3), onLink(4)), AddressFamily.ANY, "fe80::7")
                        .problemIfInvalid());
    }

    @Test
    void linkLocalAddressHasNoWayWithoutALink() {
        assertProblem(Problem.Kind.NO_ROUTE, find(ways(), AddressFamily.ANY, "fe80::7"));
    }

    @Test
    void aNameWithIpv6AloneIsFoundWhereAnyFamilyWillDo() throws UnknownHostException {
        assertEquals(
                Optional.of(new InetSocketAddress(InetAddress.getByName("2001:db8::7"), 12_000)),
                find(AddressFamily.ANY, "2001:db8::7").valueIfValid());
    }

    @Test
    void aNameWithoutTheFamilyAskedForIsAProblem() {
        assertProblem(Problem.Kind.NO_ADDRESS_OF_FAMILY, find(AddressFamily.IPV4, "2001:db8::7"));
        assertProblem(Problem.Kind.NO_ADDRESS_OF_FAMILY, find(AddressFamily.IPV6, "192.0.2.7"));
    }

    @Test
    void anAddressThatNoSingleMachineAnswersAtIsAProblem() {
        assertProblem(Problem.Kind.HOST_MULTICAST, find(AddressFamily.ANY, "224.0.0.251"));
    }

    @Test
    void aNameThatNobodyKnowsIsAProblem() {
        TargetLookup lookup =
                new TargetLookup(
                        host -> {
                            throw new UnknownHostException(host);
                        });
        assertProblem(Problem.Kind.NAME_NOT_FOUND, lookup.find(plan(AddressFamily.ANY)));
    }

    private static void assertFound(
            String chosen, RouteLookup routes, AddressFamily family, String... addresses)
            throws UnknownHostException {
        assertEquals(
                Optional.of(new InetSocketAddress(InetAddress.getByName(chosen), 12_000)),
                find(routes, family, addresses).valueIfValid());
    }

    private static Inet6Address onLink(int link) throws UnknownHostException {
        byte[] bytes = InetAddress.getByName("fe80::7").getAddress();
        return Inet6Address.getByAddress(null, bytes, link);
    }

    /** Routes to these addresses only. */
    private static RouteLookup ways(String... addresses) {
        List<String> all = List.of(addresses);
        return routes(address -> all.contains(AddressText.of(address.getAddress())), List.of());
    }

    private static RouteLookup linkLocal(InetAddress... links) {
        List<Inet6Address> zoned = Stream.of(links).map(Inet6Address.class::cast).toList();
        return routes(address -> zoned.contains(address.getAddress()), zoned);
    }

    private static RouteLookup routes(RouteLookup.Route always) {
        return scripted(address -> always, List.of());
    }

    private static RouteLookup routes(
            Predicate<InetSocketAddress> hasWay, List<Inet6Address> zoned) {
        return scripted(
                address -> hasWay.test(address) ? RouteLookup.Route.FOUND : RouteLookup.Route.NONE,
                zoned);
    }

    private static RouteLookup scripted(
            Function<InetSocketAddress, RouteLookup.Route> script, List<Inet6Address> zoned) {
        return new RouteLookup() {
            @Override
            public Route to(InetSocketAddress address) {
                return script.apply(address);
            }

            @Override
            public List<Inet6Address> zoned(Inet6Address linkLocal) {
                return zoned;
            }
        };
    }

    private static Validated<InetSocketAddress> find(AddressFamily family, String... addresses) {
        return find(routes(RouteLookup.Route.FOUND), family, addresses);
    }

    private static Validated<InetSocketAddress> find(
            RouteLookup routes, AddressFamily family, String... addresses) {
        TargetLookup.Names names =
                host -> {
                    InetAddress[] all = new InetAddress[addresses.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = InetAddress.getByName(addresses[i]);
                    }
                    return all;
                };
        return new TargetLookup(names, routes).find(plan(family));
    }

    private static void assertProblem(Problem.Kind kind, Validated<InetSocketAddress> found) {
        assertEquals(Optional.of(Problem.of(kind, "lab.example")), found.problemIfInvalid());
    }

    private static PingPlan plan(AddressFamily family) {
        return new PingPlan(
                "lab.example", 12_000, family, 1, Duration.ofSeconds(1), Pacing.DEFAULT, 0);
    }
}
