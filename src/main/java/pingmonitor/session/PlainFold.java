package pingmonitor.session;

/** A fold whose fields hold plain values, no collection: they are copied as a whole, so that none is forgotten. */
public abstract class PlainFold implements RowFold, Cloneable {
    @Override
    public final RowFold copy() {
        try {
            return (RowFold) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
