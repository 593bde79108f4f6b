package pingmonitor.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pingmonitor.ping.PingEvent;

/** What is made of very many words of the server on where this machine is. */
@Timeout(60)
class MappedAddressHistoryTest {
    private static final int MANY = 100_000;

    private final MappedAddressHistory sightings = new MappedAddressHistory();

    @Test
    void askingAfterEachOfVeryManyGoesThroughNoneOfThem() {
        for (int i = 0; i < MANY; i++) {
            sightings.add(seen(i, 1 + i % 60_000));
            assertFalse(sightings.changed(), "each time another port of this machine");
        }
        assertEquals(0, sightings.remembered());
        sightings.add(seen(MANY, 1 + (MANY - 1) % 60_000));
        assertTrue(sightings.changed());
    }

    @Test
    void ofVeryManyChangesTheLatestAreRemembered() {
        for (int i = 0; i < MANY; i++) {
            sightings.add(seen(i, 12_000));
        }
        assertEquals(MappedAddressHistory.MAX_CHANGES, sightings.remembered());
        assertTrue(sightings.changed());
        assertEquals(Optional.of(outside(MANY - 2)), sightings.before(seen(MANY - 1, 12_000)));
        int first = MANY - MappedAddressHistory.MAX_CHANGES;
        assertEquals(Optional.of(outside(first - 1)), sightings.before(seen(first, 12_000)));
        assertEquals(Optional.empty(), sightings.before(seen(first - 1, 12_000)));
    }

    @Test
    void whatIsSaidAgainIsNoChange() {
        sightings.add(seen(7, 12_000));
        sightings.add(seen(7, 12_000));
        assertFalse(sightings.changed());
        assertEquals(Optional.empty(), sightings.before(seen(7, 12_000)));
    }

    private static PingEvent.MappedAddress seen(int number, int localPort) {
        return new PingEvent.MappedAddress(
                outside(number),
                new InetSocketAddress("192.168.1.20", localPort),
                Instant.EPOCH.plusSeconds(number));
    }

    private static InetSocketAddress outside(int number) {
        return new InetSocketAddress("203.0.113." + number / 60_000, 1 + number % 60_000);
    }
}
