package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

class PingTableRowsTest {
    private final PingTableRows rows = new PingTableRows();

    private static List<PingRow> waiting(int from, int to) {
        List<PingRow> made = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            made.add(ChartSeriesTest.row(i, PingState.WAITING, 0));
        }
        return made;
    }

    @Test
    void batchOfNewAndChangedRowsIsOneEvent() {
        rows.apply(waiting(1, 3));
        List<Integer> events = new ArrayList<>();
        rows.addListener((ListChangeListener<PingTableItem>) change -> events.add(rows.size()));

        List<PingRow> batch = new ArrayList<>(waiting(4, 6));
        batch.add(0, ChartSeriesTest.row(2, PingState.REPLIED, 0.4));
        rows.apply(batch);

        assertEquals(List.of(6), events);
        assertEquals(PingState.REPLIED, rows.get(1).row().state());
        assertEquals(6, rows.get(5).row().sequence());
    }

    @Test
    void rowsBeyondTheCapAreRemovedAndOthersStillUpdated() {
        rows.apply(waiting(1, PingTableRows.CAP));
        rows.apply(waiting(PingTableRows.CAP + 1, PingTableRows.CAP + 2_500));
        rows.apply(
                List.of(
                        ChartSeriesTest.row(1, PingState.LATE, 9),
                        ChartSeriesTest.row(PingTableRows.CAP, PingState.REPLIED, 0.4)));

        assertEquals(PingTableRows.CAP, rows.size());
        assertEquals(2_501, rows.get(0).row().sequence());
        assertEquals(PingState.WAITING, rows.get(0).row().state());
        assertEquals(PingState.REPLIED, rows.get(PingTableRows.CAP - 2_501).row().state());
    }
}
