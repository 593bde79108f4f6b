package pingmonitor.ping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import pingmonitor.session.PingState;

/** The figures of a run by their definitions, from the whole list of its events at once; slow and plain on purpose. */
final class BatchOracle {
    private final Map<Long, PingState> states = new TreeMap<>();
    private final Map<Long, Long> onTime = new TreeMap<>();
    private final List<Long> rttsAsTheyCame = new ArrayList<>();
    private final List<Long> firstReplies = new ArrayList<>();
    private long duplicates;
    private long foreign;
    private long missed;

    BatchOracle(List<PingEvent> events) {
        events.forEach(this::note);
    }

    private void note(PingEvent event) {
        if (event instanceof PingEvent.Sent sent) {
            states.put(sent.sequence(), PingState.WAITING);
        } else if (event instanceof PingEvent.SendFailed failed) {
            states.put(failed.sequence(), PingState.SEND_FAILED);
        } else if (event instanceof PingEvent.Replied replied) {
            states.put(replied.sequence(), PingState.REPLIED);
            onTime.put(replied.sequence(), replied.rttNanos());
            rttsAsTheyCame.add(replied.rttNanos());
            firstReplies.add(replied.sequence());
        } else if (event instanceof PingEvent.TimedOut timedOut) {
            states.put(timedOut.sequence(), PingState.TIMED_OUT);
        } else if (event instanceof PingEvent.Late late) {
            states.put(late.sequence(), PingState.LATE);
            firstReplies.add(late.sequence());
        } else if (event instanceof PingEvent.Unreachable unreachable) {
            states.put(unreachable.sequence(), PingState.UNREACHABLE);
        } else if (event instanceof PingEvent.Cancelled cancelled) {
            states.put(cancelled.sequence(), PingState.CANCELLED);
        } else if (event instanceof PingEvent.Duplicate) {
            duplicates++;
        } else if (event instanceof PingEvent.Foreign) {
            foreign++;
        } else if (event instanceof PingEvent.Missed slots) {
            missed += slots.slots();
        }
    }

    long count(PingState state) {
        return states.values().stream().filter(state::equals).count();
    }

    long sent() {
        return states.size() - count(PingState.SEND_FAILED);
    }

    long duplicates() {
        return duplicates;
    }

    long foreign() {
        return foreign;
    }

    long missed() {
        return missed;
    }

    /** First replies with a number below one that was there before. */
    long reordered() {
        long reordered = 0;
        for (int i = 0; i < firstReplies.size(); i++) {
            long sequence = firstReplies.get(i);
            if (firstReplies.subList(0, i).stream().anyMatch(before -> before > sequence)) {
                reordered++;
            }
        }
        return reordered;
    }

    OptionalDouble loss() {
        long lost =
                count(PingState.TIMED_OUT) + count(PingState.LATE) + count(PingState.UNREACHABLE);
        long settled = lost + onTime.size();
        return settled == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) lost / settled);
    }

    OptionalDouble mean() {
        return onTime.values().stream().mapToDouble(rtt -> rtt).average();
    }

    OptionalDouble deviation() {
        if (onTime.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        double squares = onTime.values().stream().mapToDouble(rtt -> Math.pow(rtt - mean, 2)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (onTime.size() - 1)));
    }

    OptionalDouble meanAbsIpdv() {
        return onTime.keySet().stream()
                .filter(sequence -> onTime.containsKey(sequence - 1))
                .mapToDouble(sequence -> Math.abs(onTime.get(sequence) - onTime.get(sequence - 1)))
                .average();
    }

    OptionalDouble jitter() {
        double jitter = 0;
        for (int i = 1; i < rttsAsTheyCame.size(); i++) {
            double difference = Math.abs(rttsAsTheyCame.get(i) - rttsAsTheyCame.get(i - 1));
            jitter += (difference - jitter) / 16;
        }
        return rttsAsTheyCame.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(jitter);
    }
}
