package pingmonitor.ping;

import pingmonitor.wire.PingRequest;

/** A ping that was sent, and how it stands; remembered after its settling so that late replies and duplicates are known. */
final class InFlight {
    enum State {
        WAITING,
        ANSWERED,
        TIMED_OUT,
        UNREACHABLE
    }

    final PingRequest request;
    final Link link;

    /** Read last of all before the system is asked to send, when everything else is ready. */
    long sentNanos;

    State state = State.WAITING;

    InFlight(PingRequest request, Link link) {
        this.request = request;
        this.link = link;
    }

    long sequence() {
        return request.sequence();
    }

    boolean waiting() {
        return state == State.WAITING;
    }
}
