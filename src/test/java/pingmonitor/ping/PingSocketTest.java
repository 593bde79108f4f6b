package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.wire.PingRequest;

/** Whom a reply that names no ping can be for. */
class PingSocketTest {
    private final PingSocket link = new PingSocket(null);

    @Test
    void nobodyBeforeAnythingWasSent() {
        assertEquals(Optional.empty(), link.meant());
        assertFalse(link.busy());
    }

    @Test
    void theOnlyPingWhileItWaits() {
        InFlightPing ping = sent(1);
        assertEquals(Optional.of(ping), link.meant());
        assertTrue(link.busy());
    }

    @Test
    void aPingThatTimedOutStill() {
        InFlightPing ping = sent(1);
        settle(ping, InFlightPing.State.TIMED_OUT);
        assertEquals(Optional.of(ping), link.meant());
        assertFalse(link.busy());
    }

    @Test
    void theLatestThatHasItsReplyForASecondCopy() {
        InFlightPing ping = sent(1);
        settle(ping, InFlightPing.State.ANSWERED);
        assertEquals(Optional.of(ping), link.meant());
    }

    @Test
    void theLatestWhenAllBeforeItHaveTheirReplies() {
        settle(sent(1), InFlightPing.State.ANSWERED);
        InFlightPing second = sent(2);
        assertEquals(Optional.of(second), link.meant());
    }

    @Test
    void theLatestWhenTheOneBeforeWasRefusedAndGetsNoReply() {
        settle(sent(1), InFlightPing.State.UNREACHABLE);
        InFlightPing second = sent(2);
        assertEquals(Optional.of(second), link.meant());
    }

    @Test
    void nobodyOnceAReplyToAnEarlierOneMayStillCome() {
        settle(sent(1), InFlightPing.State.TIMED_OUT);
        settle(sent(2), InFlightPing.State.ANSWERED);
        InFlightPing third = sent(3);
        assertEquals(Optional.empty(), link.meant());
        assertEquals(Optional.of(third), link.last());
    }

    @Test
    void nobodyWithTwoUnderWay() {
        sent(1);
        sent(2);
        assertEquals(Optional.empty(), link.meant());
    }

    private InFlightPing sent(long sequence) {
        InFlightPing ping = new InFlightPing(PingRequest.of(sequence, Instant.EPOCH, 0), link);
        link.sent(ping);
        return ping;
    }

    private void settle(InFlightPing ping, InFlightPing.State state) {
        ping.state = state;
        link.settled();
    }
}
