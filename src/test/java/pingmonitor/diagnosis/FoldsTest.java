package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.session.Session;

/** A long run in the terminal is judged as one in the window, which keeps all rows. */
class FoldsTest {
    private static final int PINGS = 40_000;
    private static final InetSocketAddress SERVER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000);
    private static final Reply REPLY = new Reply("PING", 4, SERVER, ReplyMatch.VERIFIED);

    private final PingPlan plan = PingPlan.lab("127.0.0.1", 12_000);
    private final Session whole = new Session(plan);
    private final Session bounded = Session.withoutHistory(plan, Diagnosis.folds(plan));

    private void apply(PingEvent event) {
        whole.apply(event);
        bounded.apply(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void lossesAndRefusalsAreSeenAsByASessionWithAllRows(int seed) {
        Random random = new Random(seed);
        int kind = 0;
        for (long ping = 1; ping <= PINGS; ping++) {
            apply(new PingEvent.Sent(ping, Instant.EPOCH, 24));
            kind = random.nextInt(500) == 0 ? random.nextInt(3) : kind;
            switch (kind) {
                case 0 -> apply(new PingEvent.Replied(ping, 1_000, REPLY));
                case 1 -> {
                    apply(new PingEvent.TimedOut(ping));
                    if (random.nextInt(5) == 0) {
                        apply(new PingEvent.Late(ping, 1_000_000 + ping, REPLY));
                    }
                }
                default -> apply(new PingEvent.Unreachable(ping, 300));
            }
            if (random.nextInt(5) == 0) {
                apply(new PingEvent.HeldUp(ping, 600_000_000));
            }
        }
        assertTrue(bounded.rows(0, PINGS).size() < PINGS / 2);
        assertEquals(
                PortHistory.of(whole, true), PortHistory.of(bounded, true), "while it goes on");
        apply(new PingEvent.Finished(PingEvent.Outcome.STOPPED, Instant.EPOCH));

        assertEquals(LossPattern.of(whole), LossPattern.of(bounded));
        assertEquals(PortHistory.of(whole, true), PortHistory.of(bounded, true));
        assertEquals(PortHistory.of(whole, false), PortHistory.of(bounded, false));
    }
}
