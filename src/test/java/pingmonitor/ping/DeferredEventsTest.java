package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeferredEventsTest {
    private static final PingEvent STARTED =
            new PingEvent.Started(InetSocketAddress.createUnresolved("h", 1), Instant.EPOCH);

    private final List<PingEvent> told = new ArrayList<>();
    private long clock = Long.MAX_VALUE - DeferredEvents.AFTER_NANOS;
    private final DeferredEvents later = new DeferredEvents(told::add, () -> clock);

    @Test
    void theBeginningAndThePingAreToldWithTheReply() {
        later.accept(STARTED);
        later.accept(sent(1));
        assertEquals(List.of(), told);
        PingEvent fate = new PingEvent.TimedOut(1);
        later.accept(fate);
        assertEquals(List.of(STARTED, sent(1), fate), told);
        assertEquals(OptionalLong.empty(), later.dueNanos());
    }

    @Test
    void whoeverHasTimeTellsThemEarlier() {
        later.accept(sent(1));
        assertTrue(later.dueNanos().isPresent());
        later.tell();
        later.tell();
        assertEquals(List.of(sent(1)), told);
        assertEquals(OptionalLong.empty(), later.dueNanos());
    }

    @Test
    void ofSeveralUnderWayOnlyTheLatestIsHeld() {
        later.accept(sent(1));
        later.accept(sent(2));
        later.accept(sent(3));
        assertEquals(List.of(sent(1), sent(2)), told);
        assertTrue(later.dueNanos().isPresent());
    }

    @Test
    void afterTheBeginningTheSecondPingIsHeldAsTheFirstWas() {
        later.accept(STARTED);
        later.accept(sent(1));
        later.accept(sent(2));
        assertEquals(List.of(STARTED, sent(1)), told);
    }

    @Test
    void theyAreToldWhenTheLastOfThemIsOldEnough() {
        later.accept(STARTED);
        clock += DeferredEvents.AFTER_NANOS / 2;
        later.accept(sent(1));
        assertEquals(OptionalLong.of(clock + DeferredEvents.AFTER_NANOS), later.dueNanos());
        clock += DeferredEvents.AFTER_NANOS - 1;
        later.tellDue();
        assertEquals(List.of(), told);
        clock++;
        later.tellDue();
        assertEquals(List.of(STARTED, sent(1)), told);
    }

    private static PingEvent sent(long sequence) {
        return new PingEvent.Sent(sequence, Instant.EPOCH, 26);
    }
}
