package pingmonitor.series;

import java.util.Optional;

/**
 * A run as charts and figures read it: its rows, the nodes of the pyramid over them, and sums of whole segments. A kept
 * run reads them from its file; of any other they are made from its rows. May be read from any thread.
 */
public interface SeriesSource {
    /** Number of the last ping that has a row; 0 without any. Pings are numbered from 1, and numbers may skip. */
    long lastSequence();

    /** The rows of the pings from one number to another, both included. */
    RowColumns rows(long firstSequence, long lastSequence);

    /**
     * The first number of a ping that was sent at or after a moment of the run; one more than the last without any.
     *
     * @param runNanos time since the run began
     */
    long sequenceAt(long runNanos);

    /**
     * Nodes of a level of the pyramid, from index {@code from} (inclusive) to {@code to} (exclusive). Node {@code i} of
     * level {@code n} has the pings from {@code Pyramid.firstSequence(n, i)} on. A node without any ping is in it, too.
     */
    NodeColumns nodes(int level, long from, long to);

    /**
     * The figures of a whole segment of {@link StretchSummary#SEGMENT_PINGS} pings, from number {@code index *
     * SEGMENT_PINGS + 1} on, if they are kept; without they are made from the rows.
     */
    Optional<StretchSummary> segment(long index);
}
