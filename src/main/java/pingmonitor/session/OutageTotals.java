package pingmonitor.session;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Adds up outages, of which none has to be kept. Not thread-safe. */
final class OutageTotals {
    private long count;
    private long lost;
    private long downNanos;
    private long offlineNanos;
    private long longestNanos;
    private long standstillNanos;
    private long standstillAtChainNanos;
    private long gaps;
    private long gapNanos;

    /** The end of the outage before, moved by the standstills since the run began. */
    private OptionalLong beforeEndNanos = OptionalLong.empty();

    void stoodStill(long nanos) {
        standstillNanos += nanos;
    }

    /** The first loss came of what may become an outage. */
    void chainBegan() {
        standstillAtChainNanos = standstillNanos;
    }

    void add(LossChain outage, long endNanos) {
        long length = endNanos - outage.startNanos();
        count++;
        lost += outage.lost();
        longestNanos = Math.max(longestNanos, length);
        if (outage.isOffline()) {
            offlineNanos += length;
        } else {
            downNanos += length;
        }
        long awakeStart = outage.startNanos() - standstillAtChainNanos;
        beforeEndNanos.ifPresent(
                end -> {
                    gaps++;
                    gapNanos += awakeStart - end;
                });
        beforeEndNanos = OptionalLong.of(endNanos - standstillNanos);
    }

    OutageFigures figures(long firstNanos, long latestNanos, Optional<LossChain> current) {
        if (current.isPresent()) {
            OutageTotals withCurrent = copy();
            withCurrent.add(current.get(), latestNanos);
            return withCurrent.figures(firstNanos, latestNanos, Optional.empty());
        }
        return new OutageFigures(
                count,
                lost,
                latestNanos - firstNanos - standstillNanos,
                downNanos,
                offlineNanos,
                standstillNanos,
                count == 0 ? OptionalLong.empty() : OptionalLong.of(longestNanos),
                gaps == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) gapNanos / gaps));
    }

    private OutageTotals copy() {
        OutageTotals copy = new OutageTotals();
        copy.count = count;
        copy.lost = lost;
        copy.downNanos = downNanos;
        copy.offlineNanos = offlineNanos;
        copy.longestNanos = longestNanos;
        copy.standstillNanos = standstillNanos;
        copy.standstillAtChainNanos = standstillAtChainNanos;
        copy.gaps = gaps;
        copy.gapNanos = gapNanos;
        copy.beforeEndNanos = beforeEndNanos;
        return copy;
    }
}
