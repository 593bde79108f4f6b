package pingmonitor.ui.results;

/**
 * Maps ping numbers and RTTs to pixels of the chart's canvas, whose y grows downwards.
 *
 * @param width of the surface in pixels
 * @param height of the surface in pixels
 * @param low left end in ping numbers
 * @param high right end in ping numbers
 * @param top RTT at the upper edge, in milliseconds; the lower edge is 0
 */
record PlotScale(double width, double height, double low, double high, double top) {

    /** Pixels from one ping to the next. */
    double spacing() {
        return width / (high - low);
    }

    /** The x of a ping. */
    double x(double sequence) {
        return (sequence - low) * spacing();
    }

    /** The y of an RTT in milliseconds. */
    double y(double millis) {
        return height * (1 - millis / top);
    }

    /** The ping number at an x. */
    double sequenceAt(double x) {
        return low + x / spacing();
    }

    /** The first ping in view. */
    int first() {
        return Math.max(1, (int) Math.ceil(low));
    }

    /** The last ping in view. */
    int last() {
        return (int) Math.floor(high);
    }

    /**
     * The first ping of a pixel column. The column has all pings up to the first one of the next column, so every ping
     * in view is in one column.
     */
    int firstInColumn(int column) {
        return (int) Math.ceil(sequenceAt(column));
    }

    /** The last ping of a pixel column; less than the first one where the column has none. */
    int lastInColumn(int column) {
        return firstInColumn(column + 1) - 1;
    }
}
