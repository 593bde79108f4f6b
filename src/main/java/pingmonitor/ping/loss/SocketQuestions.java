package pingmonitor.ping.loss;

import java.util.Map;
import java.util.WeakHashMap;
import pingmonitor.ping.PingSocket;

/** What was asked by each socket of a run, and what was heard of it. */
final class SocketQuestions {
    /** By socket; those that the run has forgotten go by themselves. */
    private final Map<PingSocket, Tally> tallies = new WeakHashMap<>();

    private static final class Tally {
        private int unheard;
        private boolean latestUnheard;
        private long pingsBefore;
    }

    /** Notes that a question left by a socket. */
    void asked(PingSocket socket) {
        Tally tally = tallies.computeIfAbsent(socket, key -> new Tally());
        tally.unheard++;
        tally.latestUnheard = true;
        tally.pingsBefore = socket.pings();
    }

    /** Notes that something came of a question that left by a socket. */
    void heard(PingSocket socket) {
        Tally tally = tallies.get(socket);
        if (tally != null) {
            tally.unheard = Math.max(0, tally.unheard - 1);
            tally.latestUnheard = false;
        }
    }

    /** Whether any question ever left by a socket. */
    boolean wasAsked(PingSocket socket) {
        return tallies.containsKey(socket);
    }

    /** Whether the latest that left by a socket is a question of which nothing was heard. */
    boolean askedLast(PingSocket socket) {
        Tally tally = tallies.get(socket);
        return tally != null && tally.latestUnheard && tally.pingsBefore == socket.pings();
    }

    /** Whether there is a question by a socket of which nothing was heard. */
    boolean isUnheard(PingSocket socket) {
        Tally tally = tallies.get(socket);
        return tally != null && tally.unheard > 0;
    }

    /** Whether whatever comes in by a socket can only be about a question. */
    boolean onlyAsked(PingSocket socket) {
        return wasAsked(socket) && socket.pings() == 0;
    }
}
