package pingmonitor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

/** Reduces rows, which come in order of time, to the columns of a chart. Of one column at a time all RTTs are kept. */
final class ColumnFold {
    private static final int FIRST_CAPACITY = 256;

    private final ReportPeriod period;
    private final int count;
    private final List<ReportColumn> columns = new ArrayList<>();
    private long[] rtts = new long[FIRST_CAPACITY];
    private int replies;
    private long lost;

    ColumnFold(ReportPeriod period, int count) {
        this.period = period;
        this.count = count;
    }

    /** How many columns suit so many pings: a multiple of three where there are many. */
    static int columnsFor(long pings) {
        if (pings >= 1_800) {
            return 900;
        }
        return pings >= 600 ? 300 : (int) Math.min(120, Math.max(3, 3 * pings));
    }

    void add(PingRow row) {
        int column =
                Math.max(0, Math.min(count - 1, (int) (period.share(row.sentNanos()) * count)));
        while (columns.size() < column) {
            close();
        }
        if (row.state() == PingState.REPLIED) {
            if (replies == rtts.length) {
                rtts = Arrays.copyOf(rtts, 2 * replies);
            }
            rtts[replies++] = row.rttNanos().orElseThrow();
        } else if (row.state().lost()) {
            lost++;
        }
    }

    List<ReportColumn> columns() {
        while (columns.size() < count) {
            close();
        }
        return List.copyOf(columns);
    }

    private void close() {
        Arrays.sort(rtts, 0, replies);
        columns.add(
                replies == 0
                        ? new ReportColumn(lost, lost, 0, 0, 0)
                        : new ReportColumn(
                                replies + lost,
                                lost,
                                rtts[0],
                                rtts[(replies - 1) / 2],
                                rtts[replies - 1]));
        replies = 0;
        lost = 0;
    }
}
