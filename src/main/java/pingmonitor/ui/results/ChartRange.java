package pingmonitor.ui.results;

/**
 * The pings a chart shows. Ping {@code n} takes the place from {@code n − ½} to {@code n + ½}, so a run of ten fills the
 * axis from 0.5 to 10.5.
 *
 * @param low left end
 * @param high right end
 * @param span how many pings to show while following; infinite for all there are
 * @param following whether the newest ping stays in view as pings are added
 */
record ChartRange(double low, double high, double span, boolean following) {
    /** How many of a long run's newest pings are shown at first, and up to which count a run is shown whole. */
    static final int NEWEST = 300;

    /** A run of unknown length begins with this much room. */
    static final int ROOM = 30;

    private static final double FEWEST = 5;
    private static final double EDGE = 0.5;

    /** How a new run is shown. */
    static ChartRange newest() {
        return new ChartRange(EDGE, ROOM + EDGE, NEWEST, true);
    }

    /**
     * How many places the whole axis has.
     *
     * @param count pings the run is to have, 0 for no limit
     * @param size pings it has
     */
    static long places(long count, long size) {
        return count > 0 && count <= NEWEST ? Math.max(count, size) : Math.max(size, ROOM);
    }

    /** Whether less is shown than {@link #newest} would show, or something else. */
    boolean isPart(long places) {
        ChartRange newest = newest().at(places);
        return !following || high - low < newest.high - newest.low;
    }

    /** The same view of an axis with so many places: moved on where it follows. */
    ChartRange at(long places) {
        if (!following) {
            return this;
        }
        double end = places + EDGE;
        return new ChartRange(end - Math.min(span, places), end, span, true);
    }

    /** Shows everything, and goes on doing so. */
    ChartRange whole(long places) {
        return new ChartRange(low, high, Double.POSITIVE_INFINITY, true).at(places);
    }

    /** Shows {@code factor} times as many pings, keeping the one at {@code pivot} where it is. */
    ChartRange zoomed(double factor, double pivot, long places) {
        double width = high - low;
        double wider = Math.max(Math.min(FEWEST, places), Math.min(places, width * factor));
        return placed(pivot - (pivot - low) * wider / width, wider, places);
    }

    /** Moves the view by so many pings, to the right where positive. */
    ChartRange moved(double pings, long places) {
        return placed(low + pings, high - low, places);
    }

    /** Moves the view by as little as brings a ping into it. */
    ChartRange withPing(long sequence, long places) {
        if (sequence - EDGE < low) {
            return moved(sequence - EDGE - low, places);
        }
        return sequence + EDGE > high ? moved(sequence + EDGE - high, places) : this;
    }

    private ChartRange placed(double wishedLow, double width, long places) {
        double end = places + EDGE;
        double newLow = Math.max(EDGE, Math.min(wishedLow, end - width));
        boolean atEnd = newLow + width >= end - 1e-6;
        // Whoever sees everything wants to go on seeing everything.
        double newSpan = width >= places ? Math.max(span, width) : width;
        return new ChartRange(newLow, newLow + width, newSpan, atEnd);
    }
}
