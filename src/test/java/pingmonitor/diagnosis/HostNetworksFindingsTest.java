package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pingmonitor.diagnosis.Story.ALL_LOST;
import static pingmonitor.diagnosis.Story.FAR;
import static pingmonitor.diagnosis.Story.near;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pingmonitor.ping.Problem.Kind;

/** What the networks of this machine add to a diagnosis. */
class HostNetworksFindingsTest {
    @Test
    void aMissingNetworkIsTheFirstCause() {
        HostNetworks unplugged = Story.here("127.0.0.1/8", "::1/128", "fe80::7/64");

        assertEquals(
                List.of(Cause.NO_NETWORK, Cause.NAME_NOT_FOUND),
                Story.causes(
                        Story.toName("nobody.example")
                                .failed(Kind.NAME_NOT_FOUND)
                                .findings(unplugged)));
        assertEquals(
                List.of(Cause.NO_NETWORK),
                Story.causes(Story.toName(FAR).failed(Kind.NO_ROUTE).findings(unplugged)));
    }

    @Test
    void aHostWithoutIpv6CannotReachAnIpv6Address() {
        HostNetworks four = Story.here("127.0.0.1/8", "192.168.1.7/24", "fe80::7/64");
        Story story = Story.toName("2001:db8::5").failed(Kind.NO_ROUTE);

        assertEquals(List.of(Cause.NO_IPV6), Story.causes(story.findings(four)));
        assertEquals(List.of(Cause.NO_ROUTE), story.causes());
    }

    @Test
    void unknownNetworksLeadToNoClaimAboutAnAddress() {
        assertEquals(
                List.of(Cause.SILENCE_FAR),
                Story.causes(
                        Story.to("10.77.1.2")
                                .pings(ALL_LOST)
                                .over()
                                .findings(HostNetworks.UNKNOWN)));
        assertEquals(
                List.of(Cause.NO_ROUTE),
                Story.causes(
                        Story.toName(FAR).failed(Kind.NO_ROUTE).findings(HostNetworks.UNKNOWN)));
    }

    @Test
    void aNetworkWithoutAValidPrefixLengthProvesNothing() {
        for (String odd : List.of("192.168.1.7/0", "192.168.1.7/-1", "192.168.1.7/33")) {
            HostNetworks here = Story.here("127.0.0.1/8", odd);
            assertEquals(
                    List.of(Cause.SILENCE_FAR),
                    Story.causes(near().pings(ALL_LOST).over().findings(here)),
                    odd);
            assertEquals(
                    List.of(Cause.SILENCE_FAR),
                    Story.causes(Story.to("10.77.1.2").pings(ALL_LOST).over().findings(here)),
                    odd);
        }
    }

    @Test
    void insideACarriersNetworkItsAddressesAreNotForeign() {
        HostNetworks inside = Story.here("127.0.0.1/8", "100.100.1.2/32");

        assertEquals(
                List.of(Cause.SILENCE_FAR),
                Story.causes(Story.to("100.64.3.4").pings(ALL_LOST).over().findings(inside)));
    }

    @Test
    void theOwnPublicAddressIsNamedOnlyIfAServerSawIt() {
        HostNetworks seen =
                Story.networks(
                        Story.HOME.own(),
                        Set.of(Story.address("203.0.113.9")),
                        new OwnServer.None());
        Story story = Story.to("203.0.113.9").pings(ALL_LOST).over();

        assertEquals(List.of(Cause.SILENCE_FAR), story.causes());
        assertEquals(
                List.of(Cause.OWN_PUBLIC_ADDRESS, Cause.SILENCE_FAR),
                Story.causes(story.findings(seen)));
    }

    /** The diagnosis does not look the name up again: that takes time and tells nothing new. */
    @Test
    void theEvidenceOfAnUnknownNameHasNoAddress() {
        Story story = Story.toName("localhost").failed(Kind.NAME_NOT_FOUND);

        assertTrue(story.evidence(Story.HOME).target().isEmpty());
        assertTrue(Story.toName(FAR).evidence(Story.HOME).target().isPresent());
    }
}
