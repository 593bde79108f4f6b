package pingmonitor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.PingEvent;

/** Finds outages the plain way: from each loss it looks at all that follows. */
final class OutageOracle {
    private final SessionView session;
    private final int minLosses;

    /**
     * An outage, as far as this knows it.
     *
     * @param end empty when it goes on
     */
    record Found(long first, long last, long lost, long startNanos, OptionalLong end) {
        static Found of(Outage outage) {
            return new Found(
                    outage.firstSequence(),
                    outage.lastSequence(),
                    outage.lost(),
                    outage.startNanos(),
                    outage.endNanos());
        }
    }

    OutageOracle(SessionView session, int minLosses) {
        this.session = session;
        this.minLosses = minLosses;
    }

    List<Found> outages() {
        List<PingRow> rows = session.rows(0, session.rowCount());
        List<Found> found = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            if (!counts(rows.get(from))) {
                from++;
                continue;
            }
            long start = rows.get(from).sentNanos();
            OptionalLong asleep = sleepAfter(start);
            long last = 0;
            long lost = 0;
            int next = from;
            OptionalLong end = runEnd();
            for (; next < rows.size(); next++) {
                PingRow row = rows.get(next);
                if (asleep.isPresent() && row.sentNanos() >= asleep.getAsLong()) {
                    break;
                }
                if (row.state() == PingState.REPLIED) {
                    end = OptionalLong.of(row.sentNanos());
                    break;
                }
                if (counts(row)) {
                    last = row.sequence();
                    lost++;
                }
            }
            boolean answered = next < rows.size() && end.equals(sent(rows.get(next)));
            if (!answered && asleep.isPresent()) {
                end = asleep;
            }
            if (lost >= minLosses) {
                found.add(new Found(rows.get(from).sequence(), last, lost, start, end));
            }
            from = next;
        }
        return found;
    }

    private static OptionalLong sent(PingRow row) {
        return row.state() == PingState.REPLIED
                ? OptionalLong.of(row.sentNanos())
                : OptionalLong.empty();
    }

    private OptionalLong runEnd() {
        return session.finishedAt()
                .map(
                        at ->
                                OptionalLong.of(
                                        TimeUnit.MILLISECONDS.toNanos(
                                                at.toEpochMilli() - Scene.START.toEpochMilli())))
                .orElse(OptionalLong.empty());
    }

    private boolean counts(PingRow row) {
        boolean known =
                row.state() == PingState.UNREACHABLE || row.state() == PingState.SEND_FAILED;
        long underWay = known ? 0 : session.plan().timeout().toNanos() + 1;
        return (known || row.state().lost())
                && session.standstills().stream()
                        .noneMatch(
                                still ->
                                        row.sentNanos() < still.runNanos()
                                                && row.sentNanos() + underWay >= from(still));
    }

    /** When this machine first fell asleep after a moment. */
    private OptionalLong sleepAfter(long nanos) {
        return session.standstills().stream()
                .mapToLong(OutageOracle::from)
                .filter(from -> from > nanos)
                .findFirst();
    }

    private static long from(PingEvent.Stalled still) {
        return still.runNanos() - still.leastNanos();
    }
}
