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
record TickSteps(double low, double high, double step) {
    private static final double TOLERANCE = 1e-9;

    /** An axis from 0 to the first mark at or above {@code highest}, with about {@code maxSteps} steps at most. */
    static TickSteps fromZero(double highest, int maxSteps) {
        double step = niceStep(highest, maxSteps);
        return new TickSteps(0, Math.ceil(highest / step - TOLERANCE) * step, step);
    }

    /** An axis with given ends and marks at whole numbers. */
    static TickSteps wholeNumbers(double low, double high, int maxSteps) {
        return new TickSteps(low, high, Math.max(1, niceStep(high - low, maxSteps)));
    }

    /** The values of the marks. */
    List<Number> values() {
        List<Number> values = new ArrayList<>();
        long last = (long) Math.floor(high / step + TOLERANCE);
        for (long k = (long) Math.ceil(low / step - TOLERANCE); k <= last; k++) {
            values.add(k * step);
        }
        return values;
    }

    /** The number of decimals that distinguishes the marks. */
    int decimals() {
        return Math.max(0, -(int) Math.floor(Math.log10(step) + TOLERANCE));
    }

    private static double niceStep(double span, int maxSteps) {
        double raw = span / Math.max(1, maxSteps);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= raw * (1 - TOLERANCE)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
