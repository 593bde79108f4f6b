package pingmonitor.report.html;

import java.util.ArrayList;
import java.util.List;
import pingmonitor.report.ReportColumn;

/** The same columns for a chart that is not as wide. */
final class Narrower {
    /** Columns that a narrow chart has room for. */
    private static final int MAX_COLUMNS = 344;

    private static final int TOGETHER = 3;

    private Narrower() {}

    /** The columns as they are if they are few; else each three of them as one. Many come as a multiple of three. */
    static List<ReportColumn> of(List<ReportColumn> columns) {
        if (columns.size() <= MAX_COLUMNS) {
            return columns;
        }
        List<ReportColumn> joined = new ArrayList<>();
        for (int i = 0; i + TOGETHER <= columns.size(); i += TOGETHER) {
            joined.add(joined(columns.subList(i, i + TOGETHER)));
        }
        return joined;
    }

    /** The median of the medians stands for the median. */
    private static ReportColumn joined(List<ReportColumn> columns) {
        long sent = columns.stream().mapToLong(ReportColumn::sent).sum();
        long lost = columns.stream().mapToLong(ReportColumn::lost).sum();
        List<ReportColumn> answered = columns.stream().filter(ReportColumn::hasReply).toList();
        if (answered.isEmpty()) {
            return new ReportColumn(sent, lost, 0, 0, 0);
        }
        long[] medians = answered.stream().mapToLong(ReportColumn::medianNanos).sorted().toArray();
        return new ReportColumn(
                sent,
                lost,
                answered.stream().mapToLong(ReportColumn::minNanos).min().orElseThrow(),
                medians[medians.length / 2],
                answered.stream().mapToLong(ReportColumn::maxNanos).max().orElseThrow());
    }
}
