package pingmonitor.ping;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * Something that happened in a run. A run's events come one after the other, never two at a time:
 * {@link Started} (unless it failed before), then the pings' events, then {@link Finished} as the last one. Times
 * ending in {@code Nanos} are of a monotonic clock; {@link Instant}s are wall time, for display only.
 */
public sealed interface PingEvent {
    /** Has the visitor handle this event; its answer. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Handles each kind of event: a new kind does not compile before every visitor handles it. Whoever means to ignore
     * all kinds but a few is a {@link SelectivePingVisitor}.
     */
    interface Visitor<R> {
        R started(Started event);

        R sent(Sent event);

        R replied(Replied event);

        R timedOut(TimedOut event);

        R late(Late event);

        R duplicate(Duplicate event);

        R unreachable(Unreachable event);

        R sendFailed(SendFailed event);

        R cancelled(Cancelled event);

        R missed(Missed event);

        R stalled(Stalled event);

        R heldUp(HeldUp event);

        R verdict(Verdict event);

        R mappedAddress(MappedAddress event);

        R receiveFailed(ReceiveFailed event);

        R foreign(Foreign event);

        R failed(Failed event);

        R finished(Finished event);
    }

    /** An event about one ping. */
    sealed interface OfPing extends PingEvent {
        /** The ping's number, from 1. */
        long sequence();
    }

    /** The name is resolved and the socket open; the first ping follows. */
    record Started(InetSocketAddress remote, Instant at) implements PingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /**
     * A ping went out.
     *
     * @param runNanos time since the run began, as {@link RunTimeline} counts it
     */
    record Sent(long sequence, Instant at, long runNanos, int bytes) implements OfPing {
        /** One of which the wall time alone is known; it stands for the time of the run, too. */
        public Sent(long sequence, Instant at, int bytes) {
            this(sequence, at, RunTimeline.nanosOf(at), bytes);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sent(this);
        }
    }

    /** The reply came within the time-out, possibly after the ping was taken for unreachable. */
    record Replied(long sequence, long rttNanos, Reply reply) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replied(this);
        }
    }

    /** The time-out passed without a reply. */
    record TimedOut(long sequence) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timedOut(this);
        }
    }

    /** The first reply to a ping that had timed out. The ping stays lost (RFC 6673). */
    record Late(long sequence, long rttNanos, Reply reply) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.late(this);
        }
    }

    /** A further reply to a ping that already has one (RFC 5560). */
    record Duplicate(long sequence, long rttNanos, Reply reply) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.duplicate(this);
        }
    }

    /**
     * The network said that the ping cannot be delivered (ICMP destination unreachable, RFC 792 and RFC 4443).
     *
     * @param afterNanos from the sending to the news
     */
    record Unreachable(long sequence, long afterNanos, Refusal refusal) implements OfPing {
        /** A refused port. */
        public Unreachable(long sequence, long afterNanos) {
            this(sequence, afterNanos, Refusal.PORT);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unreachable(this);
        }
    }

    /** What cannot be reached. */
    enum Refusal {
        /** The machine was reached, but nothing takes datagrams at that port. */
        PORT,
        /** The machine, or the network it is in, was not reached. */
        HOST
    }

    /**
     * The ping never left this machine.
     *
     * @param runNanos time since the run began, as {@link RunTimeline} counts it
     */
    record SendFailed(long sequence, Instant at, long runNanos, Problem problem) implements OfPing {
        /** One of which the wall time alone is known; it stands for the time of the run, too. */
        public SendFailed(long sequence, Instant at, Problem problem) {
            this(sequence, at, RunTimeline.nanosOf(at), problem);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sendFailed(this);
        }
    }

    /** The run was stopped while the ping was under way; it is neither answered nor lost. */
    record Cancelled(long sequence) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }

    /**
     * At a fixed rate, moments passed at which a ping should have left, because this machine was busy or stood still.
     * They are not made up for.
     *
     * @param beforeSequence the ping that leaves after them
     * @param slots how many moments
     * @param runNanos time since the run began, as {@link RunTimeline} counts it
     */
    record Missed(long beforeSequence, long slots, Instant at, long runNanos) implements PingEvent {
        /** One of which the wall time alone is known; it stands for the time of the run, too. */
        public Missed(long beforeSequence, long slots, Instant at) {
            this(beforeSequence, slots, at, RunTimeline.nanosOf(at));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.missed(this);
        }
    }

    /**
     * This machine, or this program, stood still until now: it was suspended, stopped, or had no processor. What was
     * under way meanwhile is judged by its stamps like everything else, but the machine's own waiting is in them.
     *
     * @param runNanos time since the run began, as {@link RunTimeline} counts it
     * @param leastNanos how long, at least
     */
    record Stalled(Instant at, long runNanos, long leastNanos) implements PingEvent {
        /** One of which the wall time alone is known; it stands for the time of the run, too. */
        public Stalled(Instant at, long leastNanos) {
            this(at, RunTimeline.nanosOf(at), leastNanos);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stalled(this);
        }
    }

    /**
     * While the ping was under way this machine could not attend to it: a thread of the run waited for a processor or
     * did something else, or the whole program stood still, as it does when memory is cleared up. Its RTT may be too
     * long by that much. Told after the reply, the time-out or the news that ended its time; again only for a longer
     * time, which may become known later.
     *
     * @param heldUpNanos for how long at a stretch; at most the RTT
     */
    record HeldUp(long sequence, long heldUpNanos) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heldUp(this);
        }
    }

    /**
     * A server of this program said where a lost ping was lost. Told after the ping was lost, and again if the server
     * comes to know better. A reply that comes later all the same takes it back.
     *
     * @param where anything but {@link LossLocation#ANSWERED}: that a reply came needs no server to be known
     */
    record Verdict(long sequence, LossLocation where) implements OfPing {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.verdict(this);
        }
    }

    /**
     * A server of this program said under which address and port it sees this machine (the mapped address of RFC 8489).
     * It differs from this machine's own where a NAT (RFC 3022) is on the way. Told the first time, and when one of the
     * two has changed.
     *
     * @param endpoint as the server sees it
     * @param local as this machine sees it
     */
    record MappedAddress(InetSocketAddress endpoint, InetSocketAddress local, Instant at)
            implements PingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mappedAddress(this);
        }
    }

    /** Nothing can be received for the moment, or at the present port; told once until something is. */
    record ReceiveFailed(Instant at, Problem problem) implements PingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.receiveFailed(this);
        }
    }

    /** A datagram from the server's address that answers no ping of this run. */
    record Foreign(Reply datagram) implements PingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreign(this);
        }
    }

    /** The run cannot begin or go on; {@link Finished} follows. */
    record Failed(Problem problem) implements PingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /** The run is over; nothing follows. Its time is counted from that of {@link Started} by the monotonic clock. */
    record Finished(Outcome outcome, Instant at) implements PingEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finished(this);
        }
    }

    /** How a run ended. */
    enum Outcome {
        COMPLETED,
        STOPPED,
        FAILED
    }
}
