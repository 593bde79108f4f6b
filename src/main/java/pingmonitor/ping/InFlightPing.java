package pingmonitor.ping;

import pingmonitor.wire.PingRequest;

/**
 * A ping that was sent, and how it stands; remembered after its settling so that late replies and duplicates are known.
 */
public final class InFlightPing {
    enum State {
        WAITING,
        ANSWERED,
        TIMED_OUT,
        UNREACHABLE,
        CANCELLED
    }

    final PingRequest request;
    final PingSocket link;

    /** Read last of all before the system is asked to send, when everything else is ready. */
    long sentNanos;

    State state = State.WAITING;

    /**
     * When its time was over: the stamp of the reply or of the news, or the end of the time-out. Nothing while it
     * waits.
     */
    long settledNanos;

    /** The longest hold-up told of it; 0 for none. */
    long heldUpNanos;

    InFlightPing(PingRequest request, PingSocket link) {
        this.request = request;
        this.link = link;
    }

    /** The ping's number, from 1. */
    public long sequence() {
        return request.sequence();
    }

    public PingRequest request() {
        return request;
    }

    /** The port that it left from. */
    public PingSocket socket() {
        return link;
    }

    public long sentNanos() {
        return sentNanos;
    }

    boolean waiting() {
        return state == State.WAITING;
    }

    boolean answered() {
        return state == State.ANSWERED;
    }

    /** How long it was under way until it was settled. */
    long underWayNanos() {
        return settledNanos - sentNanos;
    }
}
