package pingmonitor.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import pingmonitor.ping.PingEvent;
import pingmonitor.session.PingRow;

/**
 * The figures of the latest minutes, second by second, by when something became known: a lost ping counts when it is
 * settled. Not thread-safe.
 */
final class RecentFigures {
    /** The longest time that can be asked for. */
    static final Duration MAX_TIME = Duration.ofMinutes(10);

    private static final int SECONDS = (int) MAX_TIME.toSeconds() + 1;

    private final long timeoutNanos;

    /** By the second modulo their number; of one without events an older one may be there. */
    private final Second[] seconds = new Second[SECONDS];

    private static final class Second {
        final long number;
        long sent;
        long received;
        long lost;
        long sendFailed;
        long rttSumNanos;
        long minNanos = Long.MAX_VALUE;
        long maxNanos;

        Second(long number) {
            this.number = number;
        }

        void add(Second other) {
            sent += other.sent;
            received += other.received;
            lost += other.lost;
            sendFailed += other.sendFailed;
            rttSumNanos += other.rttSumNanos;
            minNanos = Math.min(minNanos, other.minNanos);
            maxNanos = Math.max(maxNanos, other.maxNanos);
        }
    }

    RecentFigures(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    /** Takes an event that happened now, with its row. */
    void take(PingEvent event, Optional<PingRow> touched, long nowNanos) {
        if (event instanceof PingEvent.Sent) {
            at(nowNanos).sent++;
        } else if (event instanceof PingEvent.SendFailed) {
            at(nowNanos).sendFailed++;
        } else if (event instanceof PingEvent.TimedOut) {
            at(nowNanos).lost++;
        } else if (event instanceof PingEvent.Unreachable unreachable) {
            // After the time-out it is counted already.
            at(nowNanos).lost += unreachable.afterNanos() <= timeoutNanos ? 1 : 0;
        } else if (event instanceof PingEvent.Replied replied) {
            replied(at(nowNanos), replied, touched);
        }
    }

    private static void replied(Second now, PingEvent.Replied event, Optional<PingRow> touched) {
        now.received++;
        now.rttSumNanos += event.rttNanos();
        now.minNanos = Math.min(now.minNanos, event.rttNanos());
        now.maxNanos = Math.max(now.maxNanos, event.rttNanos());
        if (touched.flatMap(PingRow::refusal).isPresent()) {
            // It was counted as lost.
            now.lost--;
        }
    }

    /** The figures of the time until now, to the second. */
    TargetFigures last(Duration time, long nowNanos) {
        long now = secondOf(nowNanos);
        Second sum = new Second(now);
        long wanted = Math.min(time.toSeconds(), MAX_TIME.toSeconds());
        for (long second = now - wanted + 1; second <= now; second++) {
            Second at = seconds[Math.floorMod(second, SECONDS)];
            if (at != null && at.number == second) {
                sum.add(at);
            }
        }
        boolean none = sum.received == 0;
        return new TargetFigures(
                sum.sent,
                sum.received,
                Math.max(0, sum.lost),
                sum.sendFailed,
                none ? OptionalLong.empty() : OptionalLong.of(sum.minNanos),
                none
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) sum.rttSumNanos / sum.received),
                none ? OptionalLong.empty() : OptionalLong.of(sum.maxNanos));
    }

    private Second at(long nowNanos) {
        long second = secondOf(nowNanos);
        int place = Math.floorMod(second, SECONDS);
        if (seconds[place] == null || seconds[place].number != second) {
            seconds[place] = new Second(second);
        }
        return seconds[place];
    }

    private static long secondOf(long nanos) {
        return Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
