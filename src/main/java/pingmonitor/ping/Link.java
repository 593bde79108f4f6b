package pingmonitor.ping;

import java.util.Optional;

/** A port we ping from, and what its pings tell about a reply that names none of them. */
final class Link {
    final Transport transport;
    private Optional<InFlight> last = Optional.empty();
    private boolean unansweredBeforeLast;
    private int pings;

    Link(Transport transport) {
        this.transport = transport;
    }

    void sent(InFlight ping) {
        unansweredBeforeLast |=
                last.filter(before -> before.state == InFlight.State.TIMED_OUT).isPresent();
        last = Optional.of(ping);
        pings++;
    }

    /** The latest ping from here. */
    Optional<InFlight> last() {
        return last;
    }

    /** The ping from here, if there was no other: whatever comes in can only be about it. */
    Optional<InFlight> only() {
        return pings == 1 ? last : Optional.empty();
    }

    /**
     * The one ping that a reply without number and time can answer: the latest from this port, if it has no reply yet and
     * no reply to one before it can still come.
     */
    Optional<InFlight> onlyUnanswered() {
        return unansweredBeforeLast
                ? Optional.empty()
                : last.filter(ping -> ping.state != InFlight.State.ANSWERED);
    }
}
