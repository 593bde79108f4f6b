package pingmonitor.ui.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/** An engine whose events the test hands in one by one. */
final class ScriptedEngine implements PingEngine {
    static final InetSocketAddress SERVER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000);
    static final Instant AT = Instant.ofEpochSecond(1_795_342_927L);

    final PingPlan plan;
    private final Consumer<PingEvent> sink;
    private final LinkedBlockingQueue<PingEvent> script = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean begun;

    ScriptedEngine(PingPlan plan, Consumer<PingEvent> sink) {
        this.plan = plan;
        this.sink = sink;
        tell(new PingEvent.Started(SERVER, AT));
    }

    void tell(PingEvent event) {
        script.add(event);
    }

    void sent(long sequence) {
        tell(new PingEvent.Sent(sequence, AT, 24));
    }

    void replied(long sequence, long rttNanos) {
        tell(
                new PingEvent.Replied(
                        sequence,
                        rttNanos,
                        new Reply(
                                "PING " + sequence + " 1795342927.000000",
                                24,
                                SERVER,
                                ReplyMatch.VERIFIED)));
    }

    void timedOut(long sequence) {
        tell(new PingEvent.TimedOut(sequence));
    }

    void finished(PingEvent.Outcome outcome) {
        tell(new PingEvent.Finished(outcome, AT.plusSeconds(5)));
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    @Override
    public PingEvent.Outcome run() {
        begun = true;
        try {
            while (true) {
                PingEvent event = script.take();
                sink.accept(event);
                if (event instanceof PingEvent.Finished finished) {
                    return finished.outcome();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            over.countDown();
        }
    }

    @Override
    public void stop() {
        finished(PingEvent.Outcome.STOPPED);
        if (!begun) {
            // A task that is cancelled before its thread starts never runs.
            over.countDown();
        }
    }
}
