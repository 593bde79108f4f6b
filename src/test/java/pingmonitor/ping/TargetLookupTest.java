package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static Checked<InetSocketAddress> find(AddressFamily family, String... addresses) {
        TargetLookup.Names names =
                host -> {
                    InetAddress[] all = new InetAddress[addresses.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = InetAddress.getByName(addresses[i]);
                    }
                    return all;
                };
        return new TargetLookup(names).find(plan(family));
    }

    private static void assertProblem(Problem.Kind kind, Checked<InetSocketAddress> found) {
        assertEquals(Optional.of(Problem.of(kind, "lab.example")), found.problemIfInvalid());
    }

    private static PingPlan plan(AddressFamily family) {
        return new PingPlan(
                "lab.example", 12_000, family, 1, Duration.ofSeconds(1), Pacing.DEFAULT, 0);
    }
}
