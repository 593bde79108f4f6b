package pingmonitor.monitor;

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
public final class ScriptedEngine implements PingEngine {
    public static final InetSocketAddress SERVER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000);
    public static final Instant AT = Instant.ofEpochSecond(1_795_342_927L);

    public final PingPlan plan;
    private final Consumer<PingEvent> sink;
    private final LinkedBlockingQueue<PingEvent> script = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean begun;
    private volatile boolean stopsLater;

    public ScriptedEngine(PingPlan plan, Consumer<PingEvent> sink) {
        this.plan = plan;
        this.sink = sink;
        tell(new PingEvent.Started(SERVER, AT));
    }

    public void tell(PingEvent event) {
        script.add(event);
    }

    public void sent(long sequence) {
        tell(new PingEvent.Sent(sequence, AT, 24));
    }

    public void replied(long sequence, long rttNanos) {
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

    public void timedOut(long sequence) {
        tell(new PingEvent.TimedOut(sequence));
    }

    public void finished(PingEvent.Outcome outcome) {
        tell(new PingEvent.Finished(outcome, AT.plusSeconds(5)));
    }

    public boolean isOver() {
        return over.getCount() == 0;
    }

    /** Until it has told its last event. */
    void awaitOver() throws InterruptedException {
        over.await();
    }

    /** Lets the test tell the end after a stop. */
    void stopLater() {
        stopsLater = true;
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
        if (!stopsLater) {
            finished(PingEvent.Outcome.STOPPED);
        }
        if (!begun) {
            // A run that is stopped before it is started never runs.
            over.countDown();
        }
    }
}
