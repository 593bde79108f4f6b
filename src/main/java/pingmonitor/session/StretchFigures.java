package pingmonitor.session;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.Reply;

/**
 * The figures of a stretch of a run, as its rows tell them: nothing of what belongs to no ping (foreign datagrams,
 * missed slots) or depends on the order of arrival (reordering, jitter). A figure that is undefined is empty, never 0.
 *
 * @param first number of the first ping whose row is kept; 0 without any
 * @param last number of the last ping
 * @param sent pings that left this machine
 * @param received replies on time
 * @param timedOut lost pings without any reply yet
 * @param late lost pings whose reply came after the time-out
 * @param unreachable lost pings that the network called unreachable
 * @param cancelled pings under way when the run was stopped
 * @param inFlight pings under way now; {@code sent = received + timedOut + late + unreachable + cancelled + inFlight}
 * @param sendFailed pings that never left; not in {@code sent}
 * @param heldUp pings whose time is in doubt because this machine could not attend to them
 * @param duplicates further replies to these pings (RFC 5560)
 * @param unverified replies on time whose content did not name the ping
 * @param minNanos smallest RTT of the replies on time
 * @param meanNanos arithmetic mean of those RTTs
 * @param maxNanos largest of those RTTs
 * @param stddevNanos sample standard deviation (n − 1); needs two replies
 * @param meanAbsIpdvNanos mean |RTTᵢ − RTTᵢ₋₁| over neighbours in the stretch, both answered on time (RFC 3393)
 * @param lossPlaces where the lost pings were lost, as far as the server said so
 */
public record StretchFigures(
        long first,
        long last,
        long sent,
        long received,
        long timedOut,
        long late,
        long unreachable,
        long cancelled,
        long inFlight,
        long sendFailed,
        long heldUp,
        long duplicates,
        long unverified,
        OptionalLong minNanos,
        OptionalDouble meanNanos,
        OptionalLong maxNanos,
        OptionalDouble stddevNanos,
        OptionalDouble meanAbsIpdvNanos,
        LossLocations lossPlaces)
        implements PingCounts {

    static StretchFigures of(SessionView session, long first, long last) {
        Fold fold = new Fold();
        long end = last == Long.MAX_VALUE ? session.rowCount() : session.indexOf(last + 1);
        session.forEachRow(session.indexOf(first), end, fold::add);
        return fold.figures();
    }

    private static final class Fold {
        private final long[] byState = new long[PingState.values().length];
        private final long[] lostWhere = new long[LossLocation.values().length];
        private final RttAccumulator rtts = new RttAccumulator();
        private long heldUp;
        private long duplicates;
        private long unverified;
        private Optional<PingRow> first = Optional.empty();
        private Optional<PingRow> latest = Optional.empty();

        void add(PingRow row) {
            byState[row.state().ordinal()]++;
            row.lostWhere().ifPresent(where -> lostWhere[where.ordinal()]++);
            heldUp += row.heldUpNanos().isPresent() ? 1 : 0;
            duplicates += row.duplicates();
            if (row.state() == PingState.REPLIED) {
                addOnTime(row, row.rttNanos().orElseThrow());
            }
            first = first.or(() -> Optional.of(row));
            latest = Optional.of(row);
        }

        private void addOnTime(PingRow row, long rttNanos) {
            rtts.add(rttNanos);
            latest.filter(before -> before.sequence() == row.sequence() - 1)
                    .filter(before -> before.state() == PingState.REPLIED)
                    .ifPresent(
                            before ->
                                    rtts.addNeighbours(before.rttNanos().orElseThrow(), rttNanos));
            unverified += row.reply().filter(Reply::verified).isPresent() ? 0 : 1;
        }

        private long count(PingState... states) {
            long count = 0;
            for (PingState state : states) {
                count += byState[state.ordinal()];
            }
            return count;
        }

        StretchFigures figures() {
            long sendFailed = count(PingState.SEND_FAILED);
            return new StretchFigures(
                    first.map(PingRow::sequence).orElse(0L),
                    latest.map(PingRow::sequence).orElse(0L),
                    count(PingState.values()) - sendFailed,
                    count(PingState.REPLIED),
                    count(PingState.TIMED_OUT),
                    count(PingState.LATE),
                    count(PingState.UNREACHABLE),
                    count(PingState.CANCELLED),
                    count(PingState.WAITING),
                    sendFailed,
                    heldUp,
                    duplicates,
                    unverified,
                    rtts.minNanos(),
                    rtts.meanNanos(),
                    rtts.maxNanos(),
                    rtts.stddevNanos(),
                    rtts.meanAbsIpdvNanos(),
                    LossLocations.of(lostWhere));
        }
    }
}
