package pingmonitor.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pingmonitor.series.RowColumns;
import pingmonitor.series.StretchSummary;
import pingmonitor.session.PingRow;

/** Adds up rows, which come in order of time, by slices of local time and as a whole. */
final class SliceFold {
    private static final int MAX_SLICES = 48;
    private static final int MIN_SLICES = 3;
    private static final List<Duration> LENGTHS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(7),
                    Duration.ofDays(30));

    private final ReportPeriod period;
    private final Duration length;
    private final List<Instant> starts = new ArrayList<>();
    private final List<ReportSlice> slices = new ArrayList<>();
    private final RowColumns rows = new RowColumns();
    private StretchSummary slice = StretchSummary.of(new RowColumns());
    private StretchSummary whole = slice;

    SliceFold(ReportPeriod period, ZoneId zone) {
        this.period = period;
        this.length =
                LENGTHS.stream()
                        .filter(
                                each ->
                                        each.multipliedBy(MAX_SLICES).compareTo(period.length())
                                                >= 0)
                        .findFirst()
                        .orElse(LENGTHS.get(LENGTHS.size() - 1));
        starts.add(LocalTimeSteps.before(period.start(), length, zone));
        LocalTimeSteps.between(period.start(), period.end(), length, zone).stream()
                .filter(start -> start.isAfter(starts.get(0)) && start.isBefore(period.end()))
                .forEach(starts::add);
    }

    void add(PingRow row) {
        Instant at = period.at(row.sentNanos());
        while (slices.size() + 1 < starts.size() && !at.isBefore(starts.get(slices.size() + 1))) {
            closeSlice();
        }
        rows.add(row);
        if (rows.size() == StretchSummary.SEGMENT_PINGS) {
            sumUp();
        }
    }

    /** The figures of all rows. */
    StretchSummary whole() {
        sumUp();
        return slices.isEmpty() ? slice : whole.plus(slice);
    }

    Duration sliceLength() {
        return length;
    }

    /** The slices; none where they are too few to tell more than the whole. */
    List<ReportSlice> slices() {
        while (slices.size() < starts.size()) {
            closeSlice();
        }
        return slices.size() < MIN_SLICES ? List.of() : List.copyOf(slices);
    }

    private void closeSlice() {
        sumUp();
        slices.add(
                new ReportSlice(
                        starts.get(slices.size()),
                        slice.settled(),
                        slice.lost(),
                        slice.percentileNanos(50),
                        slice.percentileNanos(95),
                        slice.figures().maxNanos()));
        whole = whole.plus(slice);
        slice = StretchSummary.of(new RowColumns());
    }

    private void sumUp() {
        slice = slice.plus(StretchSummary.of(rows));
        rows.clear();
    }
}
