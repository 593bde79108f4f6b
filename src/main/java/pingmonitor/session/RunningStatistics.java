package pingmonitor.session;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pingmonitor.ping.LossLocation;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.ReplyMatch;

/**
 * The figures of a run, folded ping by ping in constant space. Knows no rows: the caller says from which state a ping
 * comes and what its neighbours' RTTs are. Not thread-safe.
 */
final class RunningStatistics {
    /** If this machine was busy for this part of the timeout, it may have caused the loss itself. */
    private static final int PART_OF_TIMEOUT = 4;

    /** A delay of this part of the sum of all RTTs is visible in their mean. */
    private static final int PART_OF_RTTS = 10;

    private long sent;
    private long received;
    private long timedOut;
    private long late;
    private long unreachable;
    private long hostUnreachable;
    private long cancelled;
    private long inFlight;
    private long sendFailed;
    private long missed;
    private long heldUp;
    private long heldUpOfRttsNanos;
    private boolean heldUpAtLoss;
    private long duplicates;
    private long foreign;
    private long unverified;
    private long reordered;

    /** By {@link LossLocation}: how many pings were lost there. */
    private final long[] lostWhere = new long[LossLocation.values().length];

    /** By {@link ReplyMatch}: how many first replies named their ping so. */
    private final long[] matches = new long[ReplyMatch.values().length];

    private final RttAccumulator rtts = new RttAccumulator();
    private double jitter;
    private long latestRttNanos;
    private long highestReceived = Long.MIN_VALUE;

    RunningStatistics() {}

    /** Goes on where another stood. */
    RunningStatistics(StatisticsState state) {
        sent = state.counts[0];
        received = state.counts[1];
        timedOut = state.counts[2];
        late = state.counts[3];
        unreachable = state.counts[4];
        hostUnreachable = state.counts[5];
        cancelled = state.counts[6];
        inFlight = state.counts[7];
        sendFailed = state.counts[8];
        missed = state.counts[9];
        heldUp = state.counts[10];
        heldUpOfRttsNanos = state.counts[11];
        duplicates = state.counts[12];
        foreign = state.counts[13];
        unverified = state.counts[14];
        reordered = state.counts[15];
        latestRttNanos = state.counts[16];
        highestReceived = state.counts[17];
        heldUpAtLoss = state.counts[18] != 0;
        System.arraycopy(state.lostWhere, 0, lostWhere, 0, lostWhere.length);
        System.arraycopy(state.matches, 0, matches, 0, matches.length);
        jitter = state.means[0];
        rtts.goOn(state, 19);
    }

    /** How it stands. */
    StatisticsState state() {
        StatisticsState state = new StatisticsState();
        state.counts[0] = sent;
        state.counts[1] = received;
        state.counts[2] = timedOut;
        state.counts[3] = late;
        state.counts[4] = unreachable;
        state.counts[5] = hostUnreachable;
        state.counts[6] = cancelled;
        state.counts[7] = inFlight;
        state.counts[8] = sendFailed;
        state.counts[9] = missed;
        state.counts[10] = heldUp;
        state.counts[11] = heldUpOfRttsNanos;
        state.counts[12] = duplicates;
        state.counts[13] = foreign;
        state.counts[14] = unverified;
        state.counts[15] = reordered;
        state.counts[16] = latestRttNanos;
        state.counts[17] = highestReceived;
        state.counts[18] = heldUpAtLoss ? 1 : 0;
        state.put(lostWhere, matches);
        state.means[0] = jitter;
        rtts.put(state, 19);
        return state;
    }

    void sent() {
        sent++;
        inFlight++;
    }

    /** Pings of which nothing is known but that they were sent are not counted any more. */
    void forgetUnderWay(long number) {
        sent -= number;
        inFlight -= number;
    }

    void sendFailed() {
        sendFailed++;
    }

    /**
     * This machine could not attend to a ping.
     *
     * @param state of the ping
     * @param beforeNanos the time told of the same ping before; 0 at first
     * @param nanos how long it was
     */
    void heldUp(PingState state, long beforeNanos, long nanos, long timeoutNanos) {
        if (beforeNanos == 0) {
            heldUp++;
        }
        if (state == PingState.REPLIED) {
            heldUpOfRttsNanos += Math.max(0, nanos - beforeNanos);
        } else if (state == PingState.TIMED_OUT || state == PingState.LATE) {
            heldUpAtLoss |= nanos >= timeoutNanos / PART_OF_TIMEOUT;
        }
    }

    private boolean heldUpMatters() {
        return heldUpAtLoss
                || heldUpOfRttsNanos > 0 && heldUpOfRttsNanos * PART_OF_RTTS >= rtts.sumNanos();
    }

    void missed(long slots) {
        missed += slots;
    }

    /**
     * @param from the state the ping was in; unreachable when the news was about another one
     * @param refusal what the network had said of it
     * @param before RTT of the ping one number below, if that was answered on time already
     * @param after RTT of the ping one number above, if that was answered on time already
     */
    void replied(
            PingState from,
            Optional<PingEvent.Refusal> refusal,
            long sequence,
            long rttNanos,
            ReplyMatch match,
            OptionalLong before,
            OptionalLong after) {
        leave(from, refusal);
        received++;
        matches[match.ordinal()]++;
        if (!match.verified()) {
            unverified++;
        }
        arrived(sequence);
        rtts.add(rttNanos);
        // Of two neighbours the one that is answered last finds the other, so each pair counts
        // once.
        before.ifPresent(neighbour -> rtts.addNeighbours(rttNanos, neighbour));
        after.ifPresent(neighbour -> rtts.addNeighbours(rttNanos, neighbour));
        jitter(rttNanos);
    }

    void timedOut() {
        inFlight--;
        timedOut++;
    }

    /** The first reply to a ping that was lost as {@code from} says. */
    void late(
            long sequence, PingState from, Optional<PingEvent.Refusal> refusal, ReplyMatch match) {
        leave(from, refusal);
        matches[match.ordinal()]++;
        late++;
        arrived(sequence);
    }

    /** The network called the target of a ping unreachable, for the first time for this ping. */
    void unreachable(PingState from, PingEvent.Refusal refusal) {
        leave(from, Optional.empty());
        unreachable++;
        hostUnreachable += ofHost(Optional.of(refusal));
    }

    void cancelled() {
        inFlight--;
        cancelled++;
    }

    /**
     * It became known where a ping was lost, or that it was not.
     *
     * @param before what was known of it
     * @param after what is known now
     */
    void lostWhere(Optional<LossLocation> before, Optional<LossLocation> after) {
        before.ifPresent(place -> lostWhere[place.ordinal()]--);
        after.ifPresent(place -> lostWhere[place.ordinal()]++);
    }

    long lostAt(LossLocation where) {
        return lostWhere[where.ordinal()];
    }

    void duplicate() {
        duplicates(1);
    }

    void duplicates(long number) {
        duplicates += number;
    }

    void foreign() {
        foreign(1);
    }

    void foreign(long number) {
        foreign += number;
    }

    Statistics now() {
        return new Statistics(
                sent,
                received,
                timedOut,
                late,
                unreachable,
                hostUnreachable,
                cancelled,
                inFlight,
                sendFailed,
                missed,
                heldUp,
                heldUpMatters(),
                duplicates,
                foreign,
                unverified,
                reordered,
                rtts.minNanos(),
                rtts.meanNanos(),
                rtts.maxNanos(),
                rtts.stddevNanos(),
                rtts.meanAbsIpdvNanos(),
                received > 1 ? OptionalDouble.of(jitter) : OptionalDouble.empty(),
                ReplyMatches.of(matches),
                LossLocations.of(lostWhere));
    }

    private void leave(PingState from, Optional<PingEvent.Refusal> refusal) {
        switch (from) {
            case WAITING -> inFlight--;
            case TIMED_OUT -> timedOut--;
            case UNREACHABLE -> {
                unreachable--;
                hostUnreachable -= ofHost(refusal);
            }
            default -> throw new IllegalStateException("from " + from);
        }
    }

    private static int ofHost(Optional<PingEvent.Refusal> refusal) {
        return refusal.filter(PingEvent.Refusal.HOST::equals).isPresent() ? 1 : 0;
    }

    private void arrived(long sequence) {
        if (sequence < highestReceived) {
            reordered++;
        } else {
            highestReceived = sequence;
        }
    }

    private void jitter(long rttNanos) {
        // The first sample has nothing to differ from.
        if (received > 1) {
            jitter += (Math.abs(rttNanos - latestRttNanos) - jitter) / 16;
        }
        latestRttNanos = rttNanos;
    }
}
