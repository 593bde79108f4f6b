package pingmonitor.diagnosis;

import java.util.OptionalLong;
import pingmonitor.ping.PingPlan;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;
import pingmonitor.session.PlainFold;
import pingmonitor.session.RowFold;
import pingmonitor.session.SessionView;

/**
 * How the losses of a run lie among its pings.
 *
 * @param lost lost pings
 * @param answered pings answered on time
 * @param stretches how many stretches of only lost or only answered pings the run falls into
 * @param longest lost pings at a stretch, at most
 * @param endsLost whether the last stretch is one of lost pings
 * @param lastFrom the number of the ping with which the last stretch begins; 0 without any
 * @param lostHeldUp lost pings during most of whose time-out this machine, or the program, stood still
 * @param slowestLateNanos the longest RTT of the replies that came too late
 */
public record LossPattern(
        long lost,
        long answered,
        long stretches,
        long longest,
        boolean endsLost,
        long lastFrom,
        long lostHeldUp,
        OptionalLong slowestLateNanos) {
    /** With fewer lost or answered pings, almost any order comes about by chance. */
    private static final int MIN_OF_EACH = 5;

    /** Fewer losses at one end are not reported. */
    private static final int MIN_AT_AN_END = 3;

    /** With this many random losses in a short run, the replies are hardly ever all at one end. */
    private static final int MANY_LOST = 7;

    /** A single reply at the end of a run proves nothing. */
    private static final int MIN_ANSWERED_LAST = 2;

    /** By chance, all losses lie at the end in one of this many runs. */
    private static final double MIN_ORDERS = 200;

    /** Three standard deviations below what is expected: by chance in one run of about 700. */
    private static final double SIGMAS = 3;

    /** Of a run without any settled ping. */
    public static final LossPattern NONE =
            new LossPattern(0, 0, 0, 0, false, 0, 0, OptionalLong.empty());

    /** Reads a whole run, which takes a while for a long one; never holds a copy of it. */
    public static LossPattern of(SessionView session) {
        Fold fold = (Fold) session.fold(fold(session.plan()));
        return new LossPattern(
                fold.lost,
                fold.answered,
                fold.stretches,
                fold.longest,
                fold.lastLost,
                fold.lastFrom,
                fold.lostHeldUp,
                fold.slowestLate > 0 ? OptionalLong.of(fold.slowestLate) : OptionalLong.empty());
    }

    /**
     * Whether the losses come in bursts, more than chance brings about: the run falls into far fewer stretches than
     * independent losses make (runs test of Wald and Wolfowitz, 1940).
     */
    boolean inBursts() {
        if (lost < MIN_OF_EACH || answered < MIN_OF_EACH) {
            return false;
        }
        double all = lost + answered;
        double expected = 2.0 * lost * answered / all + 1;
        double deviation = Math.sqrt((expected - 1) * (expected - 2) / (all - 1));
        return stretches < expected - SIGMAS * deviation;
    }

    /** Whether all answers came first and none after them, more than chance brings about. */
    boolean wentSilent() {
        return oneOfEach() && endsLost && (rare() || lost >= MANY_LOST);
    }

    /** Whether all losses came first and none after them, more than chance brings about. */
    boolean silentAtFirst() {
        boolean some = answered >= MIN_ANSWERED_LAST;
        return oneOfEach() && !endsLost && (rare() || lost >= MANY_LOST && some);
    }

    private boolean oneOfEach() {
        return stretches == 2 && lost >= MIN_AT_AN_END;
    }

    private boolean rare() {
        return orders() >= MIN_ORDERS;
    }

    /** Number of possible orders of the losses and answers; not counted beyond {@link #MIN_ORDERS}. */
    private double orders() {
        double orders = 1;
        long fewer = Math.min(lost, answered);
        for (long each = 1; each <= fewer && orders < MIN_ORDERS; each++) {
            orders = orders * (lost + answered - fewer + each) / each;
        }
        return orders;
    }

    /** A fold for the rows of a run of that plan. */
    static RowFold fold(PingPlan plan) {
        return new Fold(plan);
    }

    private static final class Fold extends PlainFold {
        private final long longHeldUpNanos;
        private long lost;
        private long answered;
        private long stretches;
        private long longest;
        private long slowestLate;
        private long atAStretch;
        private boolean lastLost;
        private long lastFrom;
        private long lostHeldUp;

        Fold(PingPlan plan) {
            this.longHeldUpNanos = plan.timeout().toNanos() / 2;
        }

        @Override
        public void late(long rttNanos) {
            slowestLate = Math.max(slowestLate, rttNanos);
        }

        @Override
        public boolean isLike(RowFold other) {
            return other instanceof Fold fold && fold.longHeldUpNanos == longHeldUpNanos;
        }

        @Override
        public void add(PingRow row) {
            if (!row.state().settled()) {
                return;
            }
            boolean isLost = row.state().lost();
            boolean first = lost + answered == 0;
            if (first || isLost != lastLost) {
                stretches++;
                lastFrom = row.sequence();
                atAStretch = 0;
            }
            lastLost = isLost;
            if (isLost) {
                lost++;
                lostHeldUp += row.heldUpNanos().orElse(0) >= longHeldUpNanos ? 1 : 0;
                longest = Math.max(longest, ++atAStretch);
            } else {
                answered++;
            }
            if (row.state() == PingState.LATE) {
                slowestLate = Math.max(slowestLate, row.rttNanos().orElse(0));
            }
        }
    }
}
