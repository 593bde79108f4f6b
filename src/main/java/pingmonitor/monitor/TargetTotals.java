package pingmonitor.monitor;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import pingmonitor.session.Statistics;

/** The counters of a target's runs, added up. */
record TargetTotals(
        long sent,
        long received,
        long lost,
        long sendFailed,
        double rttSumNanos,
        long minNanos,
        long maxNanos) {

    static final TargetTotals NONE = new TargetTotals(0, 0, 0, 0, 0, Long.MAX_VALUE, 0);

    /** With the pings of one more run. */
    TargetTotals plus(Statistics run) {
        return new TargetTotals(
                sent + run.sent(),
                received + run.received(),
                lost + run.lost(),
                sendFailed + run.sendFailed(),
                rttSumNanos + run.meanNanos().orElse(0) * run.received(),
                Math.min(minNanos, run.minNanos().orElse(Long.MAX_VALUE)),
                Math.max(maxNanos, run.maxNanos().orElse(0)));
    }

    TargetFigures figures() {
        boolean none = received == 0;
        return new TargetFigures(
                sent,
                received,
                lost,
                sendFailed,
                none ? OptionalLong.empty() : OptionalLong.of(minNanos),
                none ? OptionalDouble.empty() : OptionalDouble.of(rttSumNanos / received),
                none ? OptionalLong.empty() : OptionalLong.of(maxNanos));
    }
}
