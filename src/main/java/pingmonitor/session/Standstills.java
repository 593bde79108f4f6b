package pingmonitor.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pingmonitor.ping.PingEvent;

/** When this machine, or this program, stood still during a run. Not thread-safe. */
final class Standstills {
    /** Number of standstills kept; beyond that the oldest is forgotten. */
    static final int MAX_KEPT = 10_000;

    private final Deque<PingEvent.Stalled> events = new ArrayDeque<>();

    /** Those in the journal of a session. */
    static List<PingEvent.Stalled> of(SessionView session) {
        Standstills found = new Standstills();
        long end = session.journalSize();
        for (long page = 0; page < end; page += SessionView.PAGE_ROWS) {
            for (PingEvent event : session.journal(page, page + SessionView.PAGE_ROWS)) {
                if (event instanceof PingEvent.Stalled stalled) {
                    found.add(stalled);
                }
            }
        }
        return found.all();
    }

    void add(PingEvent.Stalled event) {
        if (events.size() == MAX_KEPT) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    /** All that are kept, in order. */
    List<PingEvent.Stalled> all() {
        return List.copyOf(events);
    }
}
