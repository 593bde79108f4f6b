package pingmonitor.ping.loss;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.ScriptedNet;
import pingmonitor.wire.PingIdentity;
import pingmonitor.wire.RememberedFate;

/** Runs in which pings were lost, and what tests read of them. */
final class LossScenarios {
    static final InetSocketAddress NAT = ScriptedNet.address((byte) 9, 40_001);
    static final long TIMEOUT_MILLIS = 300;

    /** The first of five is answered; the others are lost; the last one just was. */
    static ScriptedNet lastFourLost() {
        ScriptedNet net = ScriptedNet.withKnownServer(plan(5, 200, TIMEOUT_MILLIS, true));
        net.echo(1);
        while (net.questions.isEmpty()) {
            net.passMillis(1);
        }
        assertTrue(net.story().endsWith("sent 5, timeout 5"), net.story());
        return net;
    }

    static void untilAsked(ScriptedNet net, int questions) {
        untilAsked(net, questions, 5_000);
    }

    static void untilAsked(ScriptedNet net, int questions, int mostMillis) {
        for (int millis = 0; net.questions.size() < questions; millis++) {
            assertTrue(millis < mostMillis, net.questions.size() + " questions");
            net.passMillis(1);
        }
    }

    /** From the moment the last ping was settled. */
    static long millisToEnd(ScriptedNet net) {
        PingEvent.Started start = (PingEvent.Started) net.events.get(0);
        PingEvent.Finished end = (PingEvent.Finished) net.events.get(net.events.size() - 1);
        long first = net.askedNanos.get(0) - net.beganNanos;
        return Duration.between(start.at(), end.at()).minusNanos(first).toMillis();
    }

    static List<Long> identities(ScriptedNet net, int... pings) {
        return IntStream.of(pings)
                .mapToObj(ping -> net.sent.get(ping - 1).getBytes(StandardCharsets.US_ASCII))
                .map(bytes -> PingIdentity.of(ByteBuffer.wrap(bytes)))
                .toList();
    }

    static RememberedFate[] allOf(RememberedFate fate, int count) {
        RememberedFate[] all = new RememberedFate[count];
        Arrays.fill(all, fate);
        return all;
    }

    static <T extends PingEvent> List<T> of(ScriptedNet net, Class<T> kind) {
        return net.events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static PingPlan plan(long count, long pauseMillis, long timeoutMillis, boolean verdicts) {
        return plan(
                count,
                new Pacing.StopAndWait(Duration.ofMillis(pauseMillis)),
                timeoutMillis,
                verdicts);
    }

    static PingPlan fixedRate(long count, long intervalMillis, long timeoutMillis) {
        return plan(
                count,
                new Pacing.FixedRate(Duration.ofMillis(intervalMillis)),
                timeoutMillis,
                true);
    }

    static PingPlan plan(long count, Pacing pacing, long timeoutMillis, boolean verdicts) {
        return new PingPlan(
                "127.0.0.1",
                12_000,
                AddressFamily.ANY,
                count,
                Duration.ofMillis(timeoutMillis),
                pacing,
                0,
                verdicts);
    }

    private LossScenarios() {}
}
