package pingmonitor.ui.results;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEngine;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.PingPlan;
import pingmonitor.ping.Reply;
import pingmonitor.ping.ReplyMatch;

/** An engine that plays the events that a test feeds to it, on the thread of the run. */
final class FedEngine implements PingEngine.Factory {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private BlockingQueue<PingEvent> fed = new LinkedBlockingQueue<>();

    @Override
    public PingEngine create(PingPlan plan, Consumer<PingEvent> sink) {
        BlockingQueue<PingEvent> queue = new LinkedBlockingQueue<>();
        fed = queue;
        return new PingEngine() {
            @Override
            public PingEvent.Outcome run() {
                try {
                    while (true) {
                        PingEvent event = queue.take();
                        sink.accept(event);
                        if (event instanceof PingEvent.Finished finished) {
                            return finished.outcome();
                        }
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void stop() {
                queue.add(new PingEvent.Finished(PingEvent.Outcome.STOPPED, at(9)));
            }
        };
    }

    /** Feeds the run that was started last. */
    FedEngine feed(PingEvent... events) {
        fed.addAll(List.of(events));
        return this;
    }

    FedEngine started() {
        return feed(new PingEvent.Started(server(), NOON));
    }

    FedEngine sent(long sequence) {
        return feed(new PingEvent.Sent(sequence, at(sequence * 0.2), 24));
    }

    FedEngine replied(long sequence, double millis) {
        return feed(new PingEvent.Replied(sequence, nanos(millis), reply(sequence)));
    }

    FedEngine timedOut(long sequence) {
        return feed(new PingEvent.TimedOut(sequence));
    }

    FedEngine late(long sequence, double millis) {
        return feed(new PingEvent.Late(sequence, nanos(millis), reply(sequence)));
    }

    FedEngine verdict(long sequence, LossLocation where) {
        return feed(new PingEvent.Verdict(sequence, where));
    }

    FedEngine mappedAddress(InetSocketAddress endpoint, InetSocketAddress local) {
        return feed(new PingEvent.MappedAddress(endpoint, local, NOON));
    }

    FedEngine finished(PingEvent.Outcome outcome) {
        return feed(new PingEvent.Finished(outcome, at(5.1)));
    }

    static Reply reply(long sequence) {
        return new Reply(
                "PING " + sequence + " 1795342927.102331", 24, server(), ReplyMatch.VERIFIED);
    }

    static InetSocketAddress server() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 12_000);
    }

    static Instant at(double seconds) {
        return NOON.plusNanos((long) (seconds * 1e9));
    }

    static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }
}
