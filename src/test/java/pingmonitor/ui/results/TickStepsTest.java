package pingmonitor.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickStepsTest {
    private static List<Double> values(TickSteps ticks) {
        return ticks.values().stream().map(Number::doubleValue).toList();
    }

    @Test
    void rttAxisBeginsAtZeroAndEndsOnAMark() {
        TickSteps ticks = TickSteps.fromZero(0.43, 6);

        assertEquals(List.of(0.0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5), values(ticks));
        assertEquals(1, ticks.decimals());
    }

    @Test
    void pingNumbersAreWholeHoweverFewAreInView() {
        assertEquals(List.of(1.0, 2.0, 3.0), values(TickSteps.wholeNumbers(0.5, 3.5, 20)));
        assertEquals(List.of(40.0, 60.0, 80.0), values(TickSteps.wholeNumbers(37.5, 87.5, 3)));
        assertEquals(0, TickSteps.wholeNumbers(0.5, 3.5, 20).decimals());
    }

    @Test
    void everyScaleIsCoveredWithFewMarks() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double highest = Math.pow(10, random.nextDouble() * 12 - 6);
            int most = 1 + random.nextInt(10);
            TickSteps ticks = TickSteps.fromZero(highest, most);
            int marks = ticks.values().size();

            assertTrue(ticks.high() >= highest * (1 - 1e-6), () -> highest + " " + ticks);
            assertTrue(marks >= 2 && marks <= most + 2, () -> highest + " " + most + " " + ticks);
        }
    }
}
