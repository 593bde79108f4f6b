package pingmonitor.network.diagnosis;

import java.util.OptionalLong;
import pingmonitor.session.LossStretches;
import pingmonitor.session.Session;

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
    /** Below so many of each, chance alone brings about almost any order. */
    private static final int LEAST_OF_EACH = 5;

    /** Fewer at one end are hardly worth a word. */
    private static final int LEAST_AT_AN_END = 3;

    /** Whoever loses so many of few at random hardly ever has all replies at one end. */
    private static final int MANY_LOST = 7;

    /** One reply at the end of a run may be anybody's. */
    private static final int LEAST_ANSWERED_LAST = 2;

    /** Chance puts all losses at the end of a run in one of so many. */
    private static final double LEAST_ORDERS = 200;

    /** Three standard deviations below what is expected: by chance in one run of about 700. */
    private static final double SIGMAS = 3;

    /** Of a run without any settled ping. */
    public static final LossPattern NONE =
            new LossPattern(0, 0, 0, 0, false, 0, 0, OptionalLong.empty());

    /** Of a run that is over; takes a while for a long one. */
    public static LossPattern of(Session session) {
        LossStretches stretches = session.lossStretches();
        return new LossPattern(
                stretches.lost(),
                stretches.answered(),
                stretches.count(),
                stretches.longest(),
                stretches.endsLost(),
                stretches.lastFrom(),
                stretches.lostHeldUp(),
                stretches.slowestLateNanos());
    }

    /**
     * Whether the losses come in bursts, more than chance brings about: the run falls into far fewer stretches than independent
     * losses make (runs test of Wald and Wolfowitz, 1940).
     */
    boolean inBursts() {
        if (lost < LEAST_OF_EACH || answered < LEAST_OF_EACH) {
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
        boolean some = answered >= LEAST_ANSWERED_LAST;
        return oneOfEach() && !endsLost && (rare() || lost >= MANY_LOST && some);
    }

    private boolean oneOfEach() {
        return stretches == 2 && lost >= LEAST_AT_AN_END;
    }

    private boolean rare() {
        return orders() >= LEAST_ORDERS;
    }

    /** In how many orders so many losses and answers can come; not counted on once they are enough. */
    private double orders() {
        double orders = 1;
        long fewer = Math.min(lost, answered);
        for (long each = 1; each <= fewer && orders < LEAST_ORDERS; each++) {
            orders = orders * (lost + answered - fewer + each) / each;
        }
        return orders;
    }
}
