package pingmonitor.ping;

import java.util.Optional;

/** A port we ping from, and what its pings tell about a reply that names none of them. */
final class Link {
    final Transport transport;
    private Optional<InFlight> last = Optional.empty();
    private boolean ambiguous;
    private int pings;
    private int waiting;

    Link(Transport transport) {
        this.transport = transport;
    }

    /** Notes a ping that left from here. */
    void sent(InFlight ping) {
        ambiguous |= last.filter(Link::mayStillBeAnswered).isPresent();
        last = Optional.of(ping);
        pings++;
        waiting++;
    }

    /** Notes that a ping from here waits no longer. */
    void settled() {
        waiting--;
    }

    /** Whether a ping from here waits for its reply. */
    boolean busy() {
        return waiting > 0;
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
        return ambiguous
                ? Optional.empty()
                : last.filter(ping -> ping.state != InFlight.State.ANSWERED);
    }

    private static boolean mayStillBeAnswered(InFlight ping) {
        return ping.waiting() || ping.state == InFlight.State.TIMED_OUT;
    }
}
