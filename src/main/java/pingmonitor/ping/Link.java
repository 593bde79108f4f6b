package pingmonitor.ping;

import java.util.Optional;

/** A port we ping from, and what its pings tell about a reply that names none of them. */
final class Link {
    final Transport transport;
    private Optional<InFlight> last = Optional.empty();
    private boolean unansweredBeforeLast;

    Link(Transport transport) {
        this.transport = transport;
    }

    void sent(InFlight ping) {
        unansweredBeforeLast |=
                last.filter(before -> before.state == InFlight.State.TIMED_OUT).isPresent();
        last = Optional.of(ping);
    }

    /** The latest ping from here. */
    Optional<InFlight> last() {
        return last;
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
