package pingmonitor.ui.results;

/**
 * Where a ping and an RTT lie on the drawing surface; y grows downwards.
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

    /** Where a ping lies. */
    double x(double sequence) {
        return (sequence - low) * spacing();
    }

    /** Where an RTT in milliseconds lies. */
    double y(double millis) {
        return height * (1 - millis / top);
    }

    /** Which place of the axis lies there. */
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
     * The first ping of a pixel column; it takes all up to the first one of the next column, so every ping in view is in
     * just one.
     */
    int firstInColumn(int column) {
        return (int) Math.ceil(sequenceAt(column));
    }

    /** The last ping of a pixel column; less than the first one where the column has none. */
    int lastInColumn(int column) {
        return firstInColumn(column + 1) - 1;
    }
}
