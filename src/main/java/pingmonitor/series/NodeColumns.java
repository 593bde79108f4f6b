package pingmonitor.series;

/** Nodes of one level of the pyramid, in columns, in order. Not thread-safe. */
public final class NodeColumns {
    private int size;

    public int size() {
        return size;
    }
}
