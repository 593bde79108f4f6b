package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pingmonitor.session.PingRow;
import pingmonitor.session.PingState;

class ChartSeriesTest {
    private static final PingState[] STATES = PingState.values();

    private final ChartSeries series = new ChartSeries();

    static PingRow row(long sequence, PingState state, double millis) {
        boolean replied = state == PingState.REPLIED || state == PingState.LATE;
        return new PingRow(
                sequence,
                FedEngine.at(sequence),
                200_000_000L * sequence,
                24,
                state,
                replied ? OptionalLong.of(FedEngine.nanos(millis)) : OptionalLong.empty(),
                replied ? Optional.of(FedEngine.reply(sequence)) : Optional.empty(),
                0,
                OptionalLong.empty(),
                Optional.empty());
    }

    @Test
    void pingWaitsThenIsLostThenItsReplyIsLate() {
        series.put(row(1, PingState.WAITING, 0));
        assertEquals(PingState.WAITING, series.state(1));
        series.put(row(1, PingState.TIMED_OUT, 0));
        assertEquals(1, series.summary(1, 1).timedOut());
        series.put(row(1, PingState.LATE, 1240));

        ChartSeries.Summary summary = series.summary(1, 1);
        assertEquals(0, summary.timedOut());
        assertEquals(1, summary.late());
        assertEquals(1240, summary.lateHigh(), 0.01);
        assertEquals(0, summary.answered());
        assertFalse(series.answered(1));
    }

    @Test
    void pingsOutsideTheSeriesAreNotAnswered() {
        series.put(row(1, PingState.REPLIED, 0.4));

        assertTrue(series.answered(1));
        assertFalse(series.answered(0));
        assertFalse(series.answered(2));
        assertEquals(0.4, series.millis(1), 1e-6);
    }

    @Test
    void sumOverAnyRangeIsTheSumOfItsPings() {
        Random random = new Random(11);
        int size = 5 * ChartSeries.BLOCK + 17;
        for (int i = 1; i <= size; i++) {
            series.put(row(i, PingState.TIMED_OUT, 0));
        }
        for (int i = 1; i <= size; i++) {
            series.put(row(i, STATES[random.nextInt(STATES.length)], 1 + random.nextInt(1000)));
        }
        for (int i = 0; i < 500; i++) {
            int first = 1 + random.nextInt(size);
            int last = first + random.nextInt(size);

            assertEquals(slowly(first, Math.min(last, size)), series.summary(first, last));
        }
    }

    @Test
    void everyPingInViewIsInOnePixelColumn() {
        int size = 10_000;
        for (int i = 1; i <= size; i++) {
            series.put(row(i, i % 7 == 0 ? PingState.TIMED_OUT : PingState.REPLIED, 1));
        }
        PlotScale plot = new PlotScale(613, 200, 0.5, size + 0.5, 2);
        int answered = 0;
        int lost = 0;
        for (int column = 0; column < plot.width(); column++) {
            ChartSeries.Summary sum =
                    series.summary(plot.firstInColumn(column), plot.lastInColumn(column));
            answered += sum.answered();
            lost += sum.lost();
        }

        assertEquals(size / 7, lost);
        assertEquals(size - size / 7, answered);
    }

    private ChartSeries.Summary slowly(int first, int last) {
        float low = Float.POSITIVE_INFINITY;
        float high = 0;
        float lateHigh = 0;
        int[] counts = new int[STATES.length];
        for (int i = first; i <= last; i++) {
            counts[series.state(i).ordinal()]++;
            if (series.answered(i)) {
                low = Math.min(low, series.millis(i));
                high = Math.max(high, series.millis(i));
            }
            if (series.state(i) == PingState.LATE) {
                lateHigh = Math.max(lateHigh, series.millis(i));
            }
        }
        return new ChartSeries.Summary(
                counts[PingState.REPLIED.ordinal()],
                low,
                high,
                counts[PingState.TIMED_OUT.ordinal()],
                counts[PingState.LATE.ordinal()],
                counts[PingState.UNREACHABLE.ordinal()],
                lateHigh);
    }
}
