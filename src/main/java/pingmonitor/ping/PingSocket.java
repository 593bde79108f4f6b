package pingmonitor.ping;

import java.util.Optional;

/** A port we ping from, and what its pings tell about a reply that names none of them. */
final class PingSocket {
    final Transport transport;

    /** Under which address the server saw this port last; nothing as long as nobody knows. */
    Optional<NatConsistencyCheck.Sighting> sighting = Optional.empty();

    private Optional<InFlightPing> last = Optional.empty();
    private boolean ambiguous;
    private int pings;
    private int waiting;
    private boolean asked;
    private boolean askedLast;
    private int questionsUnheard;
    private boolean retired;
    private boolean closed;

    PingSocket(Transport transport) {
        this.transport = transport;
    }

    /** No ping leaves from here any more. */
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    /** Nothing leaves from here any more, nor comes in. */
    void close() {
        closed = true;
        transport.close();
    }

    boolean isOpen() {
        return !closed;
    }

    /** Notes a ping that left from here. */
    void sent(InFlightPing ping) {
        ambiguous |= last.filter(PingSocket::mayStillBeAnswered).isPresent();
        last = Optional.of(ping);
        pings++;
        waiting++;
        askedLast = false;
    }

    /** Notes that a ping from here waits no longer. */
    void settled() {
        waiting--;
    }

    /** Notes that a question left from here. */
    void asked() {
        asked = true;
        askedLast = true;
        questionsUnheard++;
    }

    /** Notes that something came of a question that left from here. */
    void heardOfQuestion() {
        askedLast = false;
        questionsUnheard = Math.max(0, questionsUnheard - 1);
    }

    /** Whether any question ever left from here. */
    boolean wasAsked() {
        return asked;
    }

    /** Whether the latest that left from here is a question of which nothing was heard. */
    boolean askedLast() {
        return askedLast;
    }

    /** Whether there is a question of which nothing was heard. */
    boolean questionUnheard() {
        return questionsUnheard > 0;
    }

    /** Whether whatever comes in can only be about a question. */
    boolean onlyAsked() {
        return asked && pings == 0;
    }

    /** Whether a ping from here waits for its reply. */
    boolean busy() {
        return waiting > 0;
    }

    /** The latest ping from here. */
    Optional<InFlightPing> last() {
        return last;
    }

    /**
     * The one ping that a reply without number and time can answer: the latest from this port, if no reply to one before
     * it can still come.
     */
    Optional<InFlightPing> meant() {
        return ambiguous ? Optional.empty() : last;
    }

    private static boolean mayStillBeAnswered(InFlightPing ping) {
        return ping.waiting() || ping.state == InFlightPing.State.TIMED_OUT;
    }
}
