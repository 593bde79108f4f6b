package pingmonitor.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The outages of a run.
 *
 * @param latest in order, not more than the latest {@link #MAX_KEPT}
 * @param figures of all
 */
public record Outages(List<Outage> latest, OutageFigures figures) {
    /** Number of outages kept in a list; beyond that the oldest is forgotten, but not in the figures. */
    public static final int MAX_KEPT = 1_000;

    public Outages {
        latest = List.copyOf(latest);
    }

    /** How many outages are not in the list. */
    public long leftOut() {
        return figures.count() - latest.size();
    }

    /**
     * Finds the outages in the kept rows of a run, which may go on. Takes a while for a long run.
     *
     * @param minLosses how many losses in a row are an outage, 1 to {@link OutageDetector#MAX_MIN_LOSSES}
     */
    public static Outages of(SessionView session, int minLosses) {
        Deque<Outage> latest = new ArrayDeque<>();
        OutageDetector detector =
                new OutageDetector(
                        session.plan().timeout(),
                        minLosses,
                        outage -> {
                            if (latest.size() == MAX_KEPT) {
                                latest.removeFirst();
                            }
                            latest.addLast(outage);
                        });
        session.standstills().forEach(detector::standstill);
        addSettled(session, detector);
        session.finishedAt().ifPresent(detector::finish);
        detector.current().ifPresent(latest::addLast);
        return new Outages(List.copyOf(latest), detector.figures());
    }

    /**
     * Up to the first ping that is still under way: what comes behind it is not decided. In a run that is over it never
     * will be.
     */
    private static void addSettled(SessionView session, OutageDetector detector) {
        boolean isOver = session.outcome().isPresent();
        long end = session.rowCount();
        for (long page = 0; page < end; page += SessionView.PAGE_ROWS) {
            for (PingRow row : session.rows(page, Math.min(end, page + SessionView.PAGE_ROWS))) {
                boolean waits = row.state() == PingState.WAITING;
                if (waits && !isOver) {
                    return;
                } else if (!waits) {
                    detector.add(row);
                }
            }
        }
    }
}
