package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.router.Net.ip;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings by UPnP IGD: whose port it is, leases, and services that the router offers. */
class IgdClientTest extends RouterClientFixture {
    @Test
    void upnpMakesRenewsAndRemovesAMapping() {
        router.withUpnp();
        try (IgdClient client = upnp()) {
            RouterClient.Grant expected =
                    new RouterClient.Grant(
                            router.gateway(),
                            Optional.of(ip("203.0.113.7")),
                            40_000,
                            Duration.ofMinutes(10),
                            OptionalLong.empty());
            assertEquals(expected, client.map(REQUEST, soon()));
            assertEquals(
                    Map.of(40_000, new FakeIgd.Entry("127.0.0.1", 12_000, 600)),
                    router.igd.mappings);
            assertEquals(expected, client.map(RENEWAL, soon()));
            assertTrue(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(), router.igd.mappings);
        }
        assertTrue(
                router.searches.stream()
                        .anyMatch(search -> search.contains("InternetGatewayDevice:2")));
    }

    @Test
    void igdVersion2MayChooseAnotherPort() {
        router.withUpnp().description = FakeIgd.description(":2");
        router.igd.mappings.put(40_000, new FakeIgd.Entry("127.0.0.9", 9, 600));
        try (IgdClient client = upnp()) {
            assertEquals(40_001, granted(client.map(REQUEST, soon())).externalPort());
        }
    }

    @Test
    void aMappingOfAnotherMachineIsNeverOverwritten() {
        router.withUpnp().igd.overwrites = true;
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 9, 600);
        router.igd.mappings.put(40_000, theirs);
        try (IgdClient client = upnp()) {
            assertEquals(
                    MappingRefusal.Kind.PORT_TAKEN, denied(client.map(REQUEST, soon())).kind());
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
            client.unmap(mapping(Protocol.UPNP), soon());
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
        }
    }

    @Test
    void aPortTakenByAnotherMachineIsNotRenewed() {
        router.withUpnp().igd.overwrites = true;
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 9, 600);
        try (IgdClient client = upnp()) {
            granted(client.map(REQUEST, soon()));
            router.igd.mappings.put(40_000, theirs);
            assertEquals(
                    new RouterClient.Denial(
                            MappingRefusal.of(MappingRefusal.Kind.PORT_TAKEN)
                                    .seenWith(Optional.of(ip("203.0.113.7")))),
                    client.map(RENEWAL, soon()));
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
        }
    }

    @Test
    void aPortOfUnknownOwnerIsNeitherMappedNorRemoved() {
        router.withUpnp().igd.overwrites = true;
        FakeIgd.Entry theirs = new FakeIgd.Entry("127.0.0.9", 9, 600);
        router.igd.mappings.put(40_000, theirs);
        router.igd.entryError = 501;
        try (IgdClient client = upnp()) {
            assertEquals(501, denied(client.map(REQUEST, soon())).code().orElseThrow());
            assertEquals(501, denied(client.map(RENEWAL, soon())).code().orElseThrow());
            assertFalse(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(40_000, theirs), router.igd.mappings);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 602, 606})
    void aRouterThatListsNoMappingsIsTrustedToProtectThem(int error) {
        router.withUpnp().igd.entryError = error;
        try (IgdClient client = upnp()) {
            granted(client.map(REQUEST, soon()));
            granted(client.map(RENEWAL, soon()));
            assertTrue(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(), router.igd.mappings);
        }
    }

    @Test
    void anUnansweredRequestMayHaveMadeAMapping() {
        router.withUpnp().igd.silentOnAdd = true;
        try (IgdClient client = upnp()) {
            RouterClient.Denial denial =
                    assertInstanceOf(RouterClient.Denial.class, client.map(REQUEST, soon()));
            assertEquals(OptionalInt.of(40_000), denial.openPort());
            assertTrue(client.unmap(mapping(Protocol.UPNP), soon()));
            assertEquals(Map.of(), router.igd.mappings);
        }
    }

    @Test
    void withoutTimeToReadTheMappingBackTheRequestedLeaseIsAssumed() {
        router.withUpnp().igd.silentOnceMade = true;
        try (IgdClient client = upnp()) {
            RouterClient.Grant granted =
                    granted(client.map(REQUEST, shortlyAfter(router.igd.made)));
            assertEquals(Optional.of(ip("203.0.113.7")), granted.externalAddress());
            assertEquals(Duration.ofMinutes(10), granted.lease());
        }
    }

    @Test
    void aDescriptionThatNobodyServesCountsAsNoAnswer() throws IOException {
        router.withUpnp();
        router.http.close();
        try (IgdClient client = upnp()) {
            assertEquals(
                    MappingRefusal.of(MappingRefusal.Kind.NO_ANSWER),
                    denied(client.map(REQUEST, shortly())));
        }
    }

    @Test
    void aMappingLeftByACrashIsReused() {
        router.withUpnp();
        router.igd.mappings.put(40_000, new FakeIgd.Entry("127.0.0.1", 12_000, 5));
        try (IgdClient client = upnp()) {
            assertEquals(40_000, granted(client.map(REQUEST, soon())).externalPort());
        }
    }

    @Test
    void aRouterThatMakesOnlyPermanentMappingsIsReported() {
        router.withUpnp().igd.onlyPermanent = true;
        try (IgdClient client = upnp()) {
            MappingRefusal refusal = denied(client.map(REQUEST, soon()));
            assertEquals(MappingRefusal.Kind.ONLY_PERMANENT, refusal.kind());
            assertEquals(725, refusal.code().orElseThrow());
            assertEquals(Map.of(), router.igd.mappings);
            RouterClient.Ask permanent = new RouterClient.Ask(12_000, 40_000, Duration.ZERO, false);
            assertEquals(Duration.ZERO, granted(client.map(permanent, soon())).lease());
            assertEquals(
                    Optional.of("uuid:11111111-2222-3333-4444-555555555555"), client.routerName());
        }
    }

    @Test
    void aRouterThatIgnoresTheLeaseIsReported() {
        router.withUpnp().igd.ignoresLeases = true;
        try (IgdClient client = upnp()) {
            assertEquals(
                    new RouterClient.Denial(
                            MappingRefusal.of(MappingRefusal.Kind.ONLY_PERMANENT)
                                    .seenWith(Optional.of(ip("203.0.113.7"))),
                            OptionalInt.of(40_000)),
                    client.map(REQUEST, soon()),
                    "it has to be taken back");
        }
    }

    @Test
    void aServiceWithoutAnExternalAddressIsUsedIfThereIsNoBetterOne() {
        router.withUpnp().igd.external = "0.0.0.0";
        try (IgdClient client = upnp()) {
            assertEquals(Optional.empty(), granted(client.map(REQUEST, soon())).externalAddress());
        }
    }

    @Test
    void withoutAUpnpRouterThereIsNoAnswer() {
        try (IgdClient client = upnp()) {
            assertEquals(
                    MappingRefusal.Kind.NO_ANSWER, denied(client.map(REQUEST, shortly())).kind());
        }
        router.search.close();
        try (IgdClient client = upnp()) {
            assertEquals(
                    MappingRefusal.Kind.NO_ANSWER, denied(client.map(REQUEST, shortly())).kind());
        }
    }

    @Test
    void aRouterWhoseControlUrlChangesIsFoundAgain() {
        router.withUpnp();
        try (IgdClient client = upnp()) {
            router.description =
                    FakeIgd.DESCRIPTION.replace(
                            "/ctl/IPConn",
                            "http://127.0.0.1:" + router.http.getLocalPort() + "/old");
            granted(client.map(REQUEST, soon()));
            router.onHttp = (request, out) -> {};
            denied(client.map(RENEWAL, soon()));
            router.description = FakeIgd.DESCRIPTION;
            router.igd.mappings.clear();
            router.answersAgain();
            granted(client.map(RENEWAL, soon()));
            assertTrue(
                    router.httpRequests.stream()
                            .anyMatch(request -> request.startsWith("POST /ctl/IPConn")));
        }
    }
}
