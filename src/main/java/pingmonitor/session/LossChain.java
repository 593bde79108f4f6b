package pingmonitor.session;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Losses one after the other: an outage, once there are enough of them. Not thread-safe. */
final class LossChain {
    private static final OutageCause[] CAUSES = OutageCause.values();

    /** Of the losses whose cause is known, this share has to agree, in tenths. */
    private static final long AGREEING_TENTHS = 9;

    private final long firstSequence;
    private final Instant startedAt;
    private final long startNanos;
    private final long[] byCause = new long[CAUSES.length];
    private long lastSequence;
    private long lost;
    private Optional<Instant> endedAt = Optional.empty();
    private OptionalLong endNanos = OptionalLong.empty();

    LossChain(PingRow first) {
        firstSequence = first.sequence();
        startedAt = first.sentAt();
        startNanos = first.sentNanos();
    }

    void add(PingRow row) {
        lastSequence = row.sequence();
        lost++;
        byCause[OutageCause.of(row).ordinal()]++;
    }

    /** More became known of one of the losses. */
    void revise(OutageCause before, OutageCause after) {
        if (byCause[before.ordinal()] > 0) {
            byCause[before.ordinal()]--;
            byCause[after.ordinal()]++;
        }
    }

    void end(Instant at, long runNanos) {
        endedAt = Optional.of(at);
        endNanos = OptionalLong.of(runNanos);
    }

    long lost() {
        return lost;
    }

    long startNanos() {
        return startNanos;
    }

    long firstSequence() {
        return firstSequence;
    }

    long lastSequence() {
        return lastSequence;
    }

    boolean contains(long sequence) {
        return sequence >= firstSequence && sequence <= lastSequence;
    }

    /** Whether most of the pings could not be sent. */
    boolean isOffline() {
        return 2 * byCause[OutageCause.OFFLINE.ordinal()] > lost;
    }

    Outage outage() {
        return outage(endedAt, endNanos);
    }

    /** As if it had ended at that moment. */
    Outage outageUntil(Instant at, long runNanos) {
        return outage(Optional.of(at), OptionalLong.of(runNanos));
    }

    private Outage outage(Optional<Instant> at, OptionalLong nanos) {
        return new Outage(
                firstSequence, lastSequence, lost, startedAt, startNanos, at, nanos, cause());
    }

    private OutageCause cause() {
        if (isOffline()) {
            return OutageCause.OFFLINE;
        }
        OutageCause commonest = OutageCause.UNKNOWN;
        long known = 0;
        long most = 0;
        for (OutageCause cause : CAUSES) {
            long count = cause == OutageCause.UNKNOWN ? 0 : byCause[cause.ordinal()];
            known += count;
            if (count > most) {
                most = count;
                commonest = cause;
            }
        }
        boolean agree = 10 * most >= AGREEING_TENTHS * known && commonest != OutageCause.OFFLINE;
        return agree ? commonest : OutageCause.MIXED;
    }
}
