package pingmonitor.series;

/**
 * A stretch of time cut into columns of equal length. Column {@code i} of {@code n} has the moments from {@code from +
 * i · (until − from) / n} on, up to the next one's.
 */
final class ColumnScale {
    private final long fromNanos;
    private final int columns;

    /** Long times are cut to units of more than a nanosecond, so that the product with the columns fits into a long. */
    private final int shift;

    private final long span;

    ColumnScale(long fromNanos, long untilNanos, int columns) {
        if (untilNanos <= fromNanos || columns < 1) {
            throw new IllegalArgumentException(
                    fromNanos + " to " + untilNanos + " in " + columns + " columns");
        }
        this.fromNanos = fromNanos;
        this.columns = columns;
        long nanos = untilNanos - fromNanos;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(nanos);
        int bitsOfColumns = Integer.SIZE - Integer.numberOfLeadingZeros(columns);
        this.shift = Math.max(0, bits + bitsOfColumns - (Long.SIZE - 1));
        this.span = nanos >> shift;
    }

    int columns() {
        return columns;
    }

    /** The column of a moment; of one outside the nearest. */
    int columnOf(long nanos) {
        if (nanos <= fromNanos) {
            return 0;
        }
        long units = Math.min(span - 1, nanos - fromNanos >> shift);
        return (int) (units * columns / span);
    }

    /** The first moment of a column; of the number of columns the end. */
    long startNanos(int column) {
        long start = (column * span + columns - 1) / columns;
        return fromNanos + (start << shift);
    }

    /** How long a column is, rounded down. */
    long widthNanos() {
        return (span << shift) / columns;
    }
}
