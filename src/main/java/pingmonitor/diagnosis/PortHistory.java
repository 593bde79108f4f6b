package pingmonitor.diagnosis;

import java.util.List;
import pingmonitor.ping.Pacing;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.PlainFold;
import pingmonitor.session.RowFold;
import pingmonitor.session.SessionView;

/**
 * Whether the pinged port was open or closed at each ping of a run, as far as the pings show it. A refused ping found
 * it closed, an answered one open. A ping without a reply found it open only where a closed port says so every time.
 *
 * @param changes how often the port went from open to closed or back
 * @param changesOnceOpen the same, from when it was open first
 * @param closedFrom the number of the first refused ping, where the port was open once of the first after that; 0
 *     without any
 * @param before the number of the settled ping before that; 0 if there is none
 * @param beforeAnswered whether that ping was answered
 * @param answeredBefore answered pings before {@code closedFrom}
 * @param silentBefore pings without any reply before {@code closedFrom}
 * @param openedAt the number of the first ping that found the port open after another had found it closed; 0 without
 *     any
 * @param refusedInARow settled pings from {@code closedFrom} on that were refused one after the other
 */
record PortHistory(
        long changes,
        long changesOnceOpen,
        long closedFrom,
        long before,
        boolean beforeAnswered,
        long answeredBefore,
        long silentBefore,
        long openedAt,
        long refusedInARow) {

    /** Of a run without any refused ping. */
    static final PortHistory NONE = new PortHistory(0, 0, 0, 0, false, 0, 0, 0, 0);

    /** In a run that goes on the latest pings are enough, and it is not to wait for the copy of more. */
    private static final int MAX_WHILE_RUNNING = 1_000;

    /**
     * Reads a run, one that goes on only in part; never holds a copy of a whole one.
     *
     * @param refusalIsCertain whether every ping to a closed port is refused, as on Linux where the pings go to this
     *     machine itself: elsewhere the refusals are limited in number (RFC 1812, 4.3.2.8) and are lost as pings are
     */
    static PortHistory of(SessionView session, boolean refusalIsCertain) {
        Fold fold = new Fold(session.plan(), refusalIsCertain);
        if (session.outcome().isPresent()) {
            return ((Fold) session.fold(fold)).history();
        }
        long count = session.rowCount();
        session.rows(count - MAX_WHILE_RUNNING, count).forEach(fold::add);
        return fold.history();
    }

    /** One where refusals are certain and one where they are not, which take the rows of a run of that plan. */
    static List<RowFold> folds(PingPlan plan) {
        return List.of(new Fold(plan, false), new Fold(plan, true));
    }

    private static final class Fold extends PlainFold {
        private enum Port {
            UNKNOWN,
            OPEN,
            CLOSED
        }

        private final boolean silenceIsOpen;
        private Port port = Port.UNKNOWN;
        private long changesOnceOpen;
        private boolean openOnce;
        private long changes;
        private long closedFrom;
        private long before;
        private boolean beforeAnswered;
        private long answered;
        private long silent;
        private long openedAt;
        private long refusedInARow;
        private boolean rowIsOver;

        Fold(PingPlan plan, boolean refusalIsCertain) {
            // Of two pings under way the refusal of one may hide that of the other.
            boolean oneUnderWay = plan.pacing() instanceof Pacing.StopAndWait;
            this.silenceIsOpen = refusalIsCertain && oneUnderWay;
        }

        @Override
        public boolean isLike(RowFold other) {
            return other instanceof Fold fold && fold.silenceIsOpen == silenceIsOpen;
        }

        @Override
        public void add(PingRow row) {
            PingState state = row.state();
            if (!state.settled()) {
                return;
            }
            boolean refused = state == PingState.UNREACHABLE;
            boolean isAnswered = state == PingState.REPLIED || state == PingState.LATE;
            if (refused) {
                closedFrom = closedFrom == 0 ? row.sequence() : closedFrom;
                refusedInARow += rowIsOver ? 0 : 1;
                become(Port.CLOSED);
                return;
            }
            if (isAnswered || silenceIsOpen) {
                open(row.sequence());
            }
            if (closedFrom == 0) {
                before = row.sequence();
                beforeAnswered = isAnswered;
                answered += isAnswered ? 1 : 0;
                silent += isAnswered ? 0 : 1;
            } else {
                rowIsOver = true;
            }
        }

        private void open(long sequence) {
            if (port == Port.CLOSED && openedAt == 0) {
                openedAt = sequence;
            }
            if (!openOnce) {
                // That a server was started says nothing of how it ended.
                closedFrom = 0;
                refusedInARow = 0;
                rowIsOver = false;
            }
            become(Port.OPEN);
            openOnce = true;
        }

        private void become(Port now) {
            boolean changed = port != Port.UNKNOWN && port != now;
            changes += changed ? 1 : 0;
            changesOnceOpen += changed && openOnce ? 1 : 0;
            port = now;
        }

        PortHistory history() {
            return closedFrom == 0 && openedAt == 0
                    ? NONE
                    : new PortHistory(
                            changes,
                            changesOnceOpen,
                            closedFrom,
                            before,
                            beforeAnswered,
                            answered,
                            silent,
                            openedAt,
                            refusedInARow);
        }
    }
}
