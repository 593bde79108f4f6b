package pingmonitor.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import pingmonitor.ping.LossLocation;
import pingmonitor.session.LossLocations;
import pingmonitor.session.PingState;
import pingmonitor.session.StretchFigures;

/** Figures of rows, each made by itself from all rows in the plainest way. */
final class BatchFigures {
    private BatchFigures() {}

    static StretchFigures of(RowColumns rows) {
        List<Long> rtts = rttsOnTime(rows);
        List<Long> ipdvs = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            if (rows.sequence(row) == rows.sequence(row - 1) + 1
                    && rows.state(row) == PingState.REPLIED
                    && rows.state(row - 1) == PingState.REPLIED) {
                ipdvs.add(Math.abs(rows.rttNanos(row) - rows.rttNanos(row - 1)));
            }
        }
        OptionalDouble mean = rtts.stream().mapToLong(Long::longValue).average();
        double squares = rtts.stream().mapToDouble(rtt -> Math.pow(rtt - mean.orElse(0), 2)).sum();
        int end = rows.size();
        return new StretchFigures(
                end == 0 ? 0 : rows.sequence(0),
                end == 0 ? 0 : rows.sequence(end - 1),
                count(rows, row -> rows.state(row) != PingState.SEND_FAILED),
                rtts.size(),
                count(rows, PingState.TIMED_OUT),
                count(rows, PingState.LATE),
                count(rows, PingState.UNREACHABLE),
                count(rows, PingState.CANCELLED),
                count(rows, PingState.WAITING),
                count(rows, PingState.SEND_FAILED),
                count(rows, rows::heldUp),
                sumOfDuplicates(rows),
                count(rows, row -> rows.state(row) == PingState.REPLIED && !rows.verified(row)),
                rtts.stream().mapToLong(Long::longValue).min(),
                mean,
                rtts.stream().mapToLong(Long::longValue).max(),
                rtts.size() > 1
                        ? OptionalDouble.of(Math.sqrt(squares / (rtts.size() - 1)))
                        : OptionalDouble.empty(),
                ipdvs.stream().mapToLong(Long::longValue).average(),
                new LossLocations(
                        lost(rows, LossLocation.FORWARD_PATH),
                        lost(rows, LossLocation.SERVER),
                        lost(rows, LossLocation.LIMITED),
                        lost(rows, LossLocation.RETURN_PATH)));
    }

    /** By nearest rank: the value at rank ⌈p/100 · n⌉ of all in order, counted from 1. */
    static OptionalLong percentile(RowColumns rows, double percent) {
        List<Long> rtts = rttsOnTime(rows);
        Collections.sort(rtts);
        int rank = (int) Math.ceil(percent * rtts.size() / 100);
        return rtts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rtts.get(Math.max(1, rank) - 1));
    }

    /** Number of runs of losses by length, among the settled pings. */
    static SortedMap<Long, Long> lossRuns(RowColumns rows) {
        StringBuilder fates = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.state(row).settled()) {
                fates.append(rows.state(row).lost() ? 'x' : ' ');
            }
        }
        SortedMap<Long, Long> runs = new TreeMap<>();
        for (String run : fates.toString().trim().split(" +")) {
            if (!run.isEmpty()) {
                runs.merge((long) run.length(), 1L, Long::sum);
            }
        }
        return runs;
    }

    /** RFC 3550 on RTT: of all replies on time in order of their arrival. */
    static OptionalDouble jitter(RowColumns rows) {
        List<Integer> arrived = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.state(row) == PingState.REPLIED) {
                arrived.add(row);
            }
        }
        arrived.sort(Comparator.comparingLong(row -> rows.sentNanos(row) + rows.rttNanos(row)));
        double jitter = 0;
        for (int each = 1; each < arrived.size(); each++) {
            long before = rows.rttNanos(arrived.get(each - 1));
            jitter += (Math.abs(rows.rttNanos(arrived.get(each)) - before) - jitter) / 16;
        }
        return arrived.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(jitter);
    }

    static List<Long> rttsOnTime(RowColumns rows) {
        List<Long> rtts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.state(row) == PingState.REPLIED) {
                rtts.add(rows.rttNanos(row));
            }
        }
        return rtts;
    }

    private static long lost(RowColumns rows, LossLocation place) {
        return count(rows, row -> rows.lostWhere(row).equals(Optional.of(place)));
    }

    private static long count(RowColumns rows, PingState state) {
        return count(rows, row -> rows.state(row) == state);
    }

    private static long count(RowColumns rows, IntPredicate matches) {
        long count = 0;
        for (int row = 0; row < rows.size(); row++) {
            count += matches.test(row) ? 1 : 0;
        }
        return count;
    }

    private static long sumOfDuplicates(RowColumns rows) {
        long sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += rows.duplicates(row);
        }
        return sum;
    }
}
