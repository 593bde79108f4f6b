package pingmonitor.session;

/**
 * Takes the rows of a run one after the other, in order of number, and keeps of them what it is about in constant
 * space.
 */
public interface RowFold {
    /** Takes the next row. */
    void add(PingRow row);

    /** A reply to a lost ping came when its row was taken and forgotten long ago. */
    default void late(long rttNanos) {}

    /** Whether the other is of the same kind and has the same settings: it makes the same of the same rows. */
    boolean isLike(RowFold other);

    /** A fold that has taken the same rows and goes on alone. */
    RowFold copy();
}
