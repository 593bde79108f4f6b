package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pingmonitor.session.PingState;

class ReducedColumnsTest {
    private final ReducedColumns columns = new ReducedColumns(new ColumnScale(0, 100, 10));

    @Test
    void theMedianOfRowsIsByNearestRank() {
        RowColumns rows = new RowColumns();
        long[] rtts = {70, 10, 40, 30, 20, 90, 60};
        for (int row = 0; row < rtts.length; row++) {
            rows.add(row + 1, row, PingState.REPLIED, rtts[row]);
            columns.add(row < 4 ? 2 : 5, rows, row);
        }
        columns.finish();

        assertEquals(30, columns.medianRttNanos(2), "the lower of two in the middle");
        assertEquals(60, columns.medianRttNanos(5));
        assertTrue(Float.isNaN(columns.medianRttNanos(3)));
    }

    @Test
    void aNodeCountsInTheMedianAsOftenAsItHasReplies() {
        NodeColumns nodes = new NodeColumns();
        nodes.add(0, 1, 5, 10, 15, 2, 1, 0);
        nodes.add(2, 3, 1, 30, 90, 3, 0, 2);
        nodes.add(4, 5, 0, 0, 0, 0, 16, 0);
        for (int node = 0; node < 3; node++) {
            columns.add(9, nodes, node);
        }
        columns.finish();

        assertEquals(30, columns.medianRttNanos(9));
        assertEquals(1, columns.minRttNanos(9));
        assertEquals(90, columns.maxRttNanos(9));
        assertEquals(5, columns.onTime(9));
        assertEquals(17, columns.lost(9));
        assertEquals(2, columns.other(9));
        assertEquals(90, columns.startNanos(9));
    }

    @Test
    void whatComesForAnEarlierColumnStaysWhereTheOthersAre() {
        RowColumns rows = new RowColumns();
        rows.add(1, 50, PingState.REPLIED, 7);
        rows.add(2, 20, PingState.REPLIED, 9);
        columns.add(5, rows, 0);
        columns.add(2, rows, 1);
        columns.finish();

        assertTrue(columns.isEmpty(2));
        assertEquals(2, columns.onTime(5));
        assertEquals(7, columns.medianRttNanos(5));
    }
}
