package pingmonitor.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import pingmonitor.ping.AddressFamily;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;
import pingmonitor.wire.PingRequest;

/** The events of a long run at a fixed rate, with losses that a server tells of later. */
final class GeneratedRun {
    static final long INTERVAL_NANOS = 10_000_000;
    static final Instant START = Instant.parse("2026-11-23T10:42:07.102331Z");
    static final InetSocketAddress SERVER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000);
    static final PingPlan PLAN =
            new PingPlan(
                    "127.0.0.1",
                    12_000,
                    AddressFamily.ANY,
                    PingPlan.UNTIL_STOPPED,
                    Duration.ofSeconds(1),
                    new Pacing.FixedRate(Duration.ofNanos(INTERVAL_NANOS)),
                    0);

    /** Pings that leave before one is known to be lost, and before the server tells where. */
    private static final int TIMEOUT_PINGS = 100;

    private static final int VERDICT_PINGS = 500;

    private final Random random = new Random(1);
    private final Queue<Long> lost = new ArrayDeque<>();
    private final Queue<Long> untold = new ArrayDeque<>();
    private final double loss;
    private long sequence;

    /**
     * @param loss share of the pings that are lost
     */
    GeneratedRun(double loss) {
        this.loss = loss;
    }

    PingEvent started() {
        return new PingEvent.Started(SERVER, START);
    }

    PingEvent finished() {
        return new PingEvent.Finished(
                PingEvent.Outcome.STOPPED, START.plusNanos(sequence * INTERVAL_NANOS));
    }

    long sequence() {
        return sequence;
    }

    /** Tells what happens at the next slot. */
    void next(Consumer<PingEvent> told) {
        long runNanos = sequence++ * INTERVAL_NANOS;
        Instant at = START.plusNanos(runNanos);
        String request = PingRequest.of(sequence, at, 0).text();
        told.accept(new PingEvent.Sent(sequence, at, runNanos, request.length()));
        if (random.nextDouble() < loss) {
            lost.add(sequence);
        } else {
            long rttNanos = 300_000 + (long) Math.abs(random.nextGaussian() * 100_000);
            Reply reply =
                    new Reply(
                            request.replace("Ping", "PING"),
                            request.length(),
                            SERVER,
                            ReplyMatch.VERIFIED);
            told.accept(new PingEvent.Replied(sequence, rttNanos, reply));
        }
        while (!lost.isEmpty() && lost.element() + TIMEOUT_PINGS < sequence) {
            untold.add(lost.element());
            told.accept(new PingEvent.TimedOut(lost.remove()));
        }
        while (!untold.isEmpty() && untold.element() + VERDICT_PINGS < sequence) {
            told.accept(new PingEvent.Verdict(untold.remove(), LossLocation.FORWARD_PATH));
        }
    }
}
