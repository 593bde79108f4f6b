package pingmonitor.report;

import java.time.Instant;
import java.util.Optional;
import pingmonitor.session.SessionView;

/**
 * The part of a run that a report is about: the pings that were sent within it.
 *
 * @param from the earliest moment; empty from the beginning
 * @param to the first moment that is no more in it; empty to the end
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> to) {
    /** The whole run. */
    public static final TimeWindow WHOLE = new TimeWindow(Optional.empty(), Optional.empty());

    public boolean isWhole() {
        return from.isEmpty() && to.isEmpty();
    }

    /** The rows of the pings that were sent in it. */
    public RowRange rows(SessionView session) {
        long first = from.map(session::indexOf).orElse(0L);
        long end = to.map(session::indexOf).orElseGet(session::rowCount);
        return new RowRange(first, Math.max(first, end));
    }
}
