package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Pings that this machine could not attend to. */
class PingRunDelayTest {
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
        assertEquals("start, sent 1, reply 1 2ms, sent 2", net.story());
        net.echo(2);
        assertEquals(
                "start, sent 1, reply 1 2ms, sent 2, reply 2 3ms, heldup 2 3000us", net.story());
    }

    @Test
    void onePingThatTimesOutLaterIsToldOfItToo() {
        ScriptedNet net = net(1, 100);
        net.passMillis(500);
        heldUp(net, 400_000);
        assertEquals("start, sent 1", net.story());
        net.passMillis(510);
        assertEquals("start, sent 1, timeout 1, heldup 1 400000us", net.story());
    }

    @Test
    void whatWasSettledBeforeItIsNotMeant() {
        ScriptedNet net = net(10, 100);
        net.passMillis(20);
        net.echo(1);
        net.passMillis(30);
        heldUp(net, 30_000);
        assertEquals("start, sent 1, reply 1 20ms", net.story());
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
    void everyPingUnderWayIsMeantAndTheOneThatTimedOutMeanwhile() {
        ScriptedNet net = net(3, 10);
        net.passMillis(21);
        net.echo(2);
        net.standStill(Duration.ofMillis(980));
        int before = net.events.size();
        heldUp(net, 980_000);
        net.echo(3);
        assertEquals(
                "heldup 1 979000us, reply 3 981ms, heldup 3 980000us",
                net.storySince(before),
                "the second had its reply before, the first its whole time");
    }

    @Test
    void whoseReplyWasThereButNotYetToldIsHeldUpForItsTimeOnly() {
        ScriptedNet net = net(2, 100);
        net.passMillis(1);
        long stamp = net.nowNanos;
        net.standStill(Duration.ofMillis(50));
        heldUp(net, 50_500);
        net.run.onDatagram(
                net.links.get(0),
                ByteBuffer.wrap(net.sent.get(0).getBytes(StandardCharsets.US_ASCII)),
                stamp);
        assertEquals("start, sent 1, reply 1 1ms, heldup 1 500us", net.story());
    }

    @Test
    void aLateReplyIsJudgedByItsOwnTime() {
        ScriptedNet net = net(1, 100);
        net.passMillis(990);
        net.standStill(Duration.ofMillis(110));
        heldUp(net, 110_000);
        net.echo(1);
        assertEquals(
                "start, sent 1, timeout 1, heldup 1 10000us, late 1 1100ms, heldup 1 110000us",
                net.story());
    }

    @Test
    void newsThatWasThereBeforeItCouldBeReadIsToldOf() {
        ScriptedNet net = net(1, 100);
        net.passMillis(4);
        heldUp(net, 2_000);
        net.refuse();
        assertEquals("start, sent 1, unreachable 1 PORT, heldup 1 2000us", net.story());
    }

    @Test
    void theSameMomentIsToldAgainOnlyIfItWasLonger() {
        ScriptedNet net = net(1, 100);
        net.passMillis(4);
        heldUp(net, 2_000);
        net.echo(1);
        heldUp(net, 2_000);
        heldUp(net, 1_500);
        heldUp(net, 3_000);
        assertEquals("start, sent 1, reply 1 4ms, heldup 1 2000us, heldup 1 3000us", net.story());
    }

    @Test
    void ofThousandsThatWaitNothingIsToldUntilTheirReplies() {
        ScriptedNet net = net(2_000, 1);
        net.passMillis(990);
        int before = net.events.size();
        heldUp(net, 500_000);
        heldUp(net, 400_000);
        assertEquals("", net.storySince(before));
        net.echo(1);
        assertEquals("reply 1 990ms, heldup 1 500000us", net.storySince(before));
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
                                0,
                                false));
        net.pass(Duration.ofNanos(net.run.sendNanos().orElse(net.nowNanos) - net.nowNanos));
        return net;
    }
}
