package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingmonitor.wire.PingRequest;

/** Whom a reply that names no ping can be for. */
class LinkTest {
    private final Link link = new Link(null);

    @Test
    void nobodyBeforeAnythingWasSent() {
        assertEquals(Optional.empty(), link.meant());
        assertFalse(link.busy());
    }

    @Test
    void theOnlyPingWhileItWaits() {
        InFlight ping = sent(1);
        assertEquals(Optional.of(ping), link.meant());
        assertTrue(link.busy());
    }

    @Test
    void aPingThatTimedOutStill() {
        InFlight ping = sent(1);
        settle(ping, InFlight.State.TIMED_OUT);
        assertEquals(Optional.of(ping), link.meant());
        assertFalse(link.busy());
    }

    @Test
    void theLatestThatHasItsReplyForASecondCopy() {
        InFlight ping = sent(1);
        settle(ping, InFlight.State.ANSWERED);
        assertEquals(Optional.of(ping), link.meant());
    }

    @Test
    void theLatestWhenAllBeforeItHaveTheirReplies() {
        settle(sent(1), InFlight.State.ANSWERED);
        InFlight second = sent(2);
        assertEquals(Optional.of(second), link.meant());
    }

    @Test
    void theLatestWhenTheOneBeforeWasRefusedAndGetsNoReply() {
        settle(sent(1), InFlight.State.UNREACHABLE);
        InFlight second = sent(2);
        assertEquals(Optional.of(second), link.meant());
    }

    @Test
    void nobodyOnceAReplyToAnEarlierOneMayStillCome() {
        settle(sent(1), InFlight.State.TIMED_OUT);
        settle(sent(2), InFlight.State.ANSWERED);
        InFlight third = sent(3);
        assertEquals(Optional.empty(), link.meant());
        assertEquals(Optional.of(third), link.last());
    }

    @Test
    void nobodyWithTwoUnderWay() {
        sent(1);
        sent(2);
        assertEquals(Optional.empty(), link.meant());
    }

    private InFlight sent(long sequence) {
        InFlight ping = new InFlight(PingRequest.of(sequence, Instant.EPOCH, 0), link);
        link.sent(ping);
        return ping;
    }

    private void settle(InFlight ping, InFlight.State state) {
        ping.state = state;
        link.settled();
    }
}
