package pingmonitor.report;

import java.util.OptionalDouble;
import java.util.PriorityQueue;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/**
 * Figures that depend on the order in which replies came in: jitter (RFC 3550, 6.4.1, on RTT) and reordering (RFC
 * 4737). Takes the rows in order of number; a reply waits until no earlier one can come.
 */
final class ArrivalOrder {
    private static final int GAIN = 16;

    private final PriorityQueue<Arrival> waiting = new PriorityQueue<>();
    private double jitter;
    private long onTime;
    private long latestRttNanos;
    private long highest;
    private long reordered;

    private record Arrival(long atNanos, long sequence, long rttNanos, boolean onTime)
            implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            return Long.compare(atNanos, other.atNanos);
        }
    }

    void add(PingRow row) {
        while (!waiting.isEmpty() && waiting.peek().atNanos <= row.sentNanos()) {
            take(waiting.poll());
        }
        row.rttNanos()
                .ifPresent(
                        rtt ->
                                waiting.add(
                                        new Arrival(
                                                row.sentNanos() + rtt,
                                                row.sequence(),
                                                rtt,
                                                row.state() == PingState.REPLIED)));
    }

    /** Notes that no row follows. */
    void finish() {
        while (!waiting.isEmpty()) {
            take(waiting.poll());
        }
    }

    /** Needs two replies on time. */
    OptionalDouble jitterNanos() {
        return onTime < 2 ? OptionalDouble.empty() : OptionalDouble.of(jitter);
    }

    long reordered() {
        return reordered;
    }

    private void take(Arrival arrival) {
        if (arrival.sequence < highest) {
            reordered++;
        }
        highest = Math.max(highest, arrival.sequence);
        if (arrival.onTime) {
            if (onTime > 0) {
                jitter += (Math.abs(arrival.rttNanos - latestRttNanos) - jitter) / GAIN;
            }
            onTime++;
            latestRttNanos = arrival.rttNanos;
        }
    }
}
