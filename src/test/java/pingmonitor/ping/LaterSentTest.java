package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaterSentTest {
    private static final PingEvent STARTED =
            new PingEvent.Started(InetSocketAddress.createUnresolved("h", 1), Instant.EPOCH);

    private final List<PingEvent> told = new ArrayList<>();
    private final LaterSent later = new LaterSent(told::add);

    @Test
    void theBeginningAndThePingAreToldWithTheReply() {
        later.accept(STARTED);
        later.accept(sent(1));
        assertEquals(List.of(), told);
        PingEvent fate = new PingEvent.TimedOut(1);
        later.accept(fate);
        assertEquals(List.of(STARTED, sent(1), fate), told);
        assertFalse(later.holds());
    }

    @Test
    void whoeverHasTimeTellsThemEarlier() {
        later.accept(sent(1));
        assertTrue(later.holds());
        later.tell();
        later.tell();
        assertEquals(List.of(sent(1)), told);
        assertFalse(later.holds());
    }

    @Test
    void ofSeveralUnderWayOnlyTheLatestIsHeld() {
        later.accept(sent(1));
        later.accept(sent(2));
        later.accept(sent(3));
        assertEquals(List.of(sent(1), sent(2)), told);
        assertTrue(later.holds());
    }

    @Test
    void afterTheBeginningTheSecondPingIsHeldAsTheFirstWas() {
        later.accept(STARTED);
        later.accept(sent(1));
        later.accept(sent(2));
        assertEquals(List.of(STARTED, sent(1)), told);
    }

    private static PingEvent sent(long sequence) {
        return new PingEvent.Sent(sequence, Instant.EPOCH, 26);
    }
}
