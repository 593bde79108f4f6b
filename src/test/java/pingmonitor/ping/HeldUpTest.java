package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pings that this machine could not attend to. */
class HeldUpTest {
    private static final long MICRO = 1_000;

    @Test
    void aReplyThatWasThereBeforeItCouldBeReadIsToldOf() {
        ScriptedNet net = net(10, 100);
        net.passMillis(2);
        net.echo(1);
        heldUp(net, 1_500);
        assertEquals("start, sent 1, reply 1 2ms, heldup 1 1500us", net.story());
    }

    @Test
    void onlyWhatWasUnderWayIsMeant() {
        ScriptedNet net = net(10, 100);
        net.passMillis(2);
        net.echo(1);
        net.passMillis(50);
        heldUp(net, 40_000);
        assertEquals("start, sent 1, reply 1 2ms", net.story());
        net.passMillis(51);
        // From before the second was sent.
        heldUp(net, 60_000);
        assertEquals("start, sent 1, reply 1 2ms, sent 2, heldup 2 3000us", net.story());
    }

    @Test
    void aMomentThatIsLittleBesideTheRoundTripIsNotWorthAWord() {
        ScriptedNet net = net(10, 100);
        net.passMillis(20);
        net.echo(1);
        heldUp(net, 4_999);
        assertEquals("start, sent 1, reply 1 20ms", net.story());
        heldUp(net, 5_000);
        assertEquals("start, sent 1, reply 1 20ms, heldup 1 5000us", net.story());
    }

    @Test
    void aLongOneIsHoweverLongTheRoundTripWas() {
        assertTrue(HeldUp.matters(10_000 * MICRO, 900_000 * MICRO));
        assertFalse(HeldUp.matters(9_999 * MICRO, 900_000 * MICRO));
        assertTrue(HeldUp.matters(100 * MICRO, 200 * MICRO));
        assertFalse(HeldUp.matters(99 * MICRO, 100 * MICRO));
    }

    @Test
    void everyPingUnderWayIsMeantAndTheOneThatTimedOutMeanwhile() {
        ScriptedNet net = net(3, 10);
        net.passMillis(21);
        net.echo(2);
        net.standStill(Duration.ofMillis(980));
        int before = net.events.size();
        heldUp(net, 980_000);
        assertEquals(
                "heldup 1 980000us, heldup 3 980000us",
                net.storySince(before),
                "the second had its reply before");
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        ScriptedNet net = net(1, 100);
        net.passMillis(1);
        net.echo(1);
        net.run.stop();
        int end = net.events.size();
        heldUp(net, 1_000);
        assertEquals(end, net.events.size());
    }

    @Test
    void ofManySettledAtOnceTheLatestThousandAreAtHand() {
        ScriptedNet net = net(2_000, 1);
        net.passMillis(1_999);
        long from = net.nowNanos;
        net.nowNanos += 500 * MICRO;
        for (int ping = 900; ping <= 2_000; ping++) {
            net.echo(ping);
        }
        int before = net.events.size();
        net.run.onHeldUp(from - 1_000_000 * MICRO, net.nowNanos);
        assertEquals(1_024, net.events.size() - before);
    }

    private static void heldUp(ScriptedNet net, long micros) {
        net.run.onHeldUp(net.nowNanos - micros * MICRO, net.nowNanos);
    }

    private static ScriptedNet net(long count, long intervalMillis) {
        ScriptedNet net =
                new ScriptedNet(
                        new PingPlan(
                                "127.0.0.1",
                                12_000,
                                AddressFamily.ANY,
                                count,
                                Duration.ofSeconds(1),
                                new Pacing.FixedRate(Duration.ofMillis(intervalMillis)),
                                0));
        net.pass(Duration.ofNanos(net.run.sendNanos().orElse(net.nowNanos) - net.nowNanos));
        return net;
    }
}
