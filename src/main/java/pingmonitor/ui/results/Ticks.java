package pingmonitor.ui.results;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low where the axis begins
 * @param high where it ends
 * @param step from mark to mark
 */
record Ticks(double low, double high, double step) {
    private static final double TOLERANCE = 1e-9;

    /** An axis from 0 to the first mark at or above {@code highest}, with about so many steps at most. */
    static Ticks fromZero(double highest, int mostSteps) {
        double step = niceStep(highest, mostSteps);
        return new Ticks(0, Math.ceil(highest / step - TOLERANCE) * step, step);
    }

    /** Whole-number marks inside given ends. */
    static Ticks wholeNumbers(double low, double high, int mostSteps) {
        return new Ticks(low, high, Math.max(1, niceStep(high - low, mostSteps)));
    }

    /** Where the marks are. */
    List<Number> values() {
        List<Number> values = new ArrayList<>();
        long last = (long) Math.floor(high / step + TOLERANCE);
        for (long k = (long) Math.ceil(low / step - TOLERANCE); k <= last; k++) {
            values.add(k * step);
        }
        return values;
    }

    /** How many decimals tell the marks apart. */
    int decimals() {
        return Math.max(0, -(int) Math.floor(Math.log10(step) + TOLERANCE));
    }

    private static double niceStep(double span, int mostSteps) {
        double raw = span / Math.max(1, mostSteps);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= raw * (1 - TOLERANCE)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
