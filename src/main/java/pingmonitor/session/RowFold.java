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

    /**
     * Takes over what another fold has, if that is one of the same kind with the same settings.
     *
     * @return whether it is
     */
    boolean resume(RowFold other);
}
