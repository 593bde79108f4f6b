package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortProbeTest {
    private static final String NOT_OURS = "192.0.2.1";

    private final List<Integer> tried = new ArrayList<>();

    @Test
    void theFirstFreePortAboveIsProposed() {
        assertEquals(OptionalInt.of(12_001), nextAbove(12_000, List.of(12_001, 12_002)));
        assertEquals(OptionalInt.of(12_004), nextAbove(12_000, List.of(11_999, 12_004, 12_006)));
        assertEquals(List.of(12_001, 12_001, 12_002, 12_003, 12_004), tried);
    }

    @Test
    void theFirstUnprivilegedPortFollowsTheLastPort() {
        assertEquals(OptionalInt.of(1_025), nextAbove(65_533, List.of(65_533, 1_025)));
        assertEquals(List.of(65_534, 65_535, 1_024, 1_025), tried);
        assertEquals(OptionalInt.of(1_024), nextAbove(65_535, List.of(1_024, 1_025)));
    }

    @Test
    void proposesNoSystemPort() {
        assertEquals(OptionalInt.of(1_024), nextAbove(53, List.of(52, 54, 1_023, 1_024, 1_025)));
        assertEquals(OptionalInt.of(1_024), nextAbove(1_023, List.of(1_024, 1_025)));
        assertEquals(OptionalInt.of(1_025), nextAbove(1_024, List.of(1_024, 1_025)));
    }

    @Test
    void noPortIsProposedWhenAllAreTaken() {
        assertEquals(OptionalInt.empty(), nextAbove(12_000, List.of()));
        assertEquals(
                IntStream.rangeClosed(1, PortProbe.MAX_PROPOSALS_TRIED)
                        .mapToObj(i -> 12_000 + i)
                        .toList(),
                tried);
        assertEquals(
                OptionalInt.empty(),
                new PortInUseException(12_000, OptionalInt.empty()).freePort());
    }

    @Test
    void proposesNoPortThatSomebodyHolds() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, Loopback.FIRST)) {
            int held = other.getLocalPort();
            PortInUseException below = PortProbe.inUse(held - 1);
            assertEquals(held - 1, below.port());
            assertNotEquals(held, below.freePort().orElseThrow());
        }
    }

    @Test
    void aPortInUseIsDistinguishedFromOtherErrors() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, Loopback.FIRST)) {
            BindException held =
                    assertThrows(
                            BindException.class,
                            () -> Endpoint.open(Loopback.FIRST, other.getLocalPort()));
            assertTrue(PortProbe.meansInUse(held));
        }
        BindException notOurs =
                assertThrows(
                        BindException.class, () -> Endpoint.open(Datagrams.address(NOT_OURS), 0));
        assertFalse(PortProbe.meansInUse(notOurs));
        assertFalse(PortProbe.meansInUse(new BindException()));
    }

    /** Here the address is what is refused; it is the port where only the administrator may use it. */
    @Test
    void refusedSystemPortIsNotReportedAsInUse() {
        assertThrowsExactly(
                BindException.class, () -> PortProbe.free(Datagrams.from(NOT_OURS, 1_023)));
    }

    /** The words for a port that somebody holds are not the same for each way to hold it on every system. */
    @Test
    void refusedUnprivilegedPortIsReportedAsInUse() {
        PortInUseException refused =
                assertThrows(
                        PortInUseException.class,
                        () -> PortProbe.free(Datagrams.from(NOT_OURS, 1_024)));
        assertEquals(1_024, refused.port());
        assertTrue(refused.freePort().orElseThrow() > 1_024);
    }

    private OptionalInt nextAbove(int port, List<Integer> free) {
        return PortProbe.nextAbove(
                port,
                candidate -> {
                    tried.add(candidate);
                    assertTrue(tried.size() <= 1_000, "it tries on and on");
                    return free.contains(candidate);
                });
    }
}
