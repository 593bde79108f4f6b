package pingmonitor.ping;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pingmonitor.ping.delay.LocalDelay;
import pingmonitor.ping.delay.LocalDelayLog;

/**
 * Settles pings: decides what a reply, a refusal or the end of the time-out makes of a ping, and tells it. Each method
 * returns whether the ping waited until then.
 */
final class PingSettlement {
    /** How closely a duplicate follows the reply that it copies. */
    static final long DUPLICATE_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final long timeoutNanos;
    private final PingRegister register;
    private final SocketPool sockets;
    private final ReplyStyle style;
    private final RunExtension extension;
    private final Consumer<PingEvent> sink;
    private final LocalDelayLog localDelays = new LocalDelayLog();
    private boolean anyTimedOut;

    /**
     * @param extension hears of each ping before the sink does
     */
    PingSettlement(
            long timeoutNanos,
            PingRegister register,
            SocketPool sockets,
            ReplyStyle style,
            RunExtension extension,
            Consumer<PingEvent> sink) {
        this.timeoutNanos = timeoutNanos;
        this.register = register;
        this.sockets = sockets;
        this.style = style;
        this.extension = extension;
        this.sink = sink;
    }

    /** How long after the last ping's settling something may still come: late replies only after a time-out. */
    long stragglerNanos() {
        return anyTimedOut ? timeoutNanos : Math.min(timeoutNanos, DUPLICATE_WAIT_NANOS);
    }

    boolean answer(InFlightPing ping, Reply reply, long stampNanos) {
        style.sawReply(reply.verified());
        if (ping.state == InFlightPing.State.CANCELLED) {
            return false;
        }
        long rttNanos = stampNanos - ping.sentNanos;
        if (ping.answered()) {
            style.sawCopy(reply.verified());
            sink.accept(new PingEvent.Duplicate(ping.sequence(), rttNanos, reply));
            return false;
        }
        boolean waited = ping.waiting();
        // A refusal of an earlier ping may have been taken for this one's; a reply in time proves
        // better.
        boolean open = waited || ping.state == InFlightPing.State.UNREACHABLE;
        boolean onTime = open && rttNanos <= timeoutNanos;
        if (waited && !onTime) {
            timeOut(ping);
        }
        settle(ping, InFlightPing.State.ANSWERED, stampNanos);
        extension.answered(ping, reply.verified());
        style.sawFirst(reply.verified(), stampNanos);
        sink.accept(
                onTime
                        ? new PingEvent.Replied(ping.sequence(), rttNanos, reply)
                        : new PingEvent.Late(ping.sequence(), rttNanos, reply));
        tellLongestDelay(ping);
        return waited;
    }

    boolean refuse(InFlightPing ping, long stampNanos, PingEvent.Refusal refusal) {
        boolean waited = settle(ping, InFlightPing.State.UNREACHABLE, stampNanos);
        if (waited) {
            extension.lost(ping);
        }
        sink.accept(
                new PingEvent.Unreachable(ping.sequence(), stampNanos - ping.sentNanos, refusal));
        tellLongestDelay(ping);
        return waited;
    }

    void timeOut(InFlightPing ping) {
        // A delay of this machine after the time-out has nothing to do with the ping.
        settle(ping, InFlightPing.State.TIMED_OUT, ping.sentNanos + timeoutNanos);
        anyTimedOut = true;
        extension.lost(ping);
        if (!style.namesPings()) {
            // Its reply may still come. Without number and time it could be taken for the next
            // ping's, unless that one
            // leaves from another port.
            sockets.wantFresh();
        }
        sink.accept(new PingEvent.TimedOut(ping.sequence()));
        tellLongestDelay(ping);
    }

    /** Cancels all pings that wait. */
    void cancelAll(long nowNanos) {
        for (InFlightPing ping : register.waiting()) {
            settle(ping, InFlightPing.State.CANCELLED, nowNanos);
            sink.accept(new PingEvent.Cancelled(ping.sequence()));
        }
    }

    /**
     * Notes a time that is just over in which this machine could not attend to the run. Pings that wait are judged by
     * it when they are settled, those settled last at once.
     */
    void addDelay(long fromNanos, long untilNanos) {
        localDelays.add(fromNanos, untilNanos);
        for (InFlightPing ping : register.settledSince(fromNanos)) {
            tellDelay(
                    ping,
                    LocalDelayLog.overlapNanos(
                            ping.sentNanos, ping.settledNanos, fromNanos, untilNanos));
        }
    }

    private boolean settle(InFlightPing ping, InFlightPing.State state, long atNanos) {
        boolean waited = register.settle(ping, state, atNanos);
        if (waited) {
            ping.link.settled();
        }
        return waited;
    }

    private void tellLongestDelay(InFlightPing settled) {
        tellDelay(settled, localDelays.longestNanos(settled.sentNanos, settled.settledNanos));
    }

    private void tellDelay(InFlightPing settled, long delayNanos) {
        if (settled.state != InFlightPing.State.CANCELLED
                && delayNanos > settled.heldUpNanos
                && LocalDelay.matters(delayNanos, settled.underWayNanos())) {
            settled.heldUpNanos = delayNanos;
            sink.accept(new PingEvent.HeldUp(settled.sequence(), delayNanos));
        }
    }
}
