package pingmonitor.ui.results;

/**
 * The pings that a chart shows. Ping {@code n} takes the place from {@code n − ½} to {@code n + ½}, so a run of ten
 * fills the axis from 0.5 to 10.5.
 *
 * @param low left end
 * @param high right end
 * @param span how many pings to show while following; infinite for all there are
 * @param following whether the newest ping stays in view as pings are added
 */
record ChartRange(double low, double high, double span, boolean following) {
    /** Number of the newest pings that are shown at first. A run of at most so many is shown whole. */
    static final int NEWEST = 300;

    /** Number of places at the start of a run of unknown length. */
    static final int ROOM = 30;

    private static final double MIN_PINGS = 5;
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

    /** Whether it shows fewer or other pings than {@link #newest}. */
    boolean isPart(long places) {
        ChartRange newest = newest().at(places);
        return !following || high - low < newest.high - newest.low;
    }

    /** The same range on an axis with another number of places. It moves on where it follows. */
    ChartRange at(long places) {
        if (!following) {
            return this;
        }
        double end = places + EDGE;
        return new ChartRange(end - Math.min(span, places), end, span, true);
    }

    /** Shows everything from now on. */
    ChartRange whole(long places) {
        return new ChartRange(low, high, Double.POSITIVE_INFINITY, true).at(places);
    }

    /** Shows {@code factor} times as many pings; the one at {@code pivot} stays in place. */
    ChartRange zoomed(double factor, double pivot, long places) {
        double width = high - low;
        double wider = Math.max(Math.min(MIN_PINGS, places), Math.min(places, width * factor));
        return placed(pivot - (pivot - low) * wider / width, wider, places);
    }

    /** Moves by a number of pings, to the right where positive. */
    ChartRange moved(double pings, long places) {
        return placed(low + pings, high - low, places);
    }

    /** Moves by as little as brings a ping into view. */
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
        // Who sees everything keeps seeing everything as pings are added.
        double newSpan = width >= places ? Math.max(span, width) : width;
        return new ChartRange(newLow, newLow + width, newSpan, atEnd);
    }
}
