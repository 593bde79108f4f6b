package pingmonitor.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale of round values from one end to the other, in nanoseconds.
 *
 * @param low where it begins
 * @param high where it ends
 * @param step from tick to tick
 */
record ValueAxis(double low, double high, double step) {
    private static final int MAX_TICKS = 50;

    /** One from 0 that has room for a value, with about so many steps. */
    static ValueAxis upTo(double value, int steps) {
        double step = step(Math.max(1, value) / steps);
        return new ValueAxis(0, Math.ceil(Math.max(1, value) / step) * step, step);
    }

    /** One that has room for the values from one to another. */
    static ValueAxis between(double least, double most, int steps) {
        double step = step(Math.max(1, most - least) / steps);
        double low = Math.floor(least / step) * step;
        return new ValueAxis(low, Math.max(low + step, Math.ceil(most / step) * step), step);
    }

    /** Its round values. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i < MAX_TICKS && low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** Where a value lies: 0 at the beginning, 1 at the end, not outside. */
    double share(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double first = rough / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }
}
