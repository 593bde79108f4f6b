package pingmonitor.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnScaleTest {
    @Test
    void aColumnBeginsAtItsStartAndEndsBeforeTheNext() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            long from = random.nextLong() >>> 3 + random.nextInt(60);
            int columns = 1 + random.nextInt(3_000);
            long until = from + columns + (random.nextLong() >>> 14 + random.nextInt(50));
            ColumnScale scale = new ColumnScale(from, until, columns);
            int column = random.nextInt(columns);

            assertEquals(column, scale.columnOf(scale.startNanos(column)));
            assertEquals(column, scale.columnOf(scale.startNanos(column + 1) - 1));
            assertEquals(until, scale.startNanos(columns));
        }
    }

    @Test
    void aMomentOutsideHasTheNearestColumn() {
        ColumnScale scale = new ColumnScale(1_000, 2_000, 10);

        assertEquals(0, scale.columnOf(Long.MIN_VALUE));
        assertEquals(0, scale.columnOf(999));
        assertEquals(9, scale.columnOf(2_000));
        assertEquals(9, scale.columnOf(Long.MAX_VALUE));
        assertEquals(100, scale.widthNanos());
    }

    @Test
    void aTimeWithoutLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ColumnScale(5, 5, 10));
        assertThrows(IllegalArgumentException.class, () -> new ColumnScale(5, 6, 0));
    }
}
