package pingmonitor.series;

/**
 * The shape of the pyramid over a run. A node of level 1 stands for 16 pings, one of each further level for four nodes
 * of the level below. Nodes are numbered from 0 and cover fixed numbers of pings, whether those were sent or not.
 */
public final class Pyramid {
    /** Pings of a node of level 1. */
    public static final int LEAF_PINGS = 16;

    /** Nodes that a node of the next level stands for. */
    public static final int FANOUT = 4;

    /** Nodes of the highest level have 4 million pings. */
    public static final int LEVELS = 10;

    private Pyramid() {}

    /** Number of pings of a node. */
    public static long pingsOf(int level) {
        return LEAF_PINGS * (1L << 2 * (level - 1));
    }

    /** The node that a ping belongs to. */
    public static long nodeOf(int level, long sequence) {
        return (sequence - 1) / pingsOf(level);
    }

    /** The first ping of a node. */
    public static long firstSequence(int level, long node) {
        return node * pingsOf(level) + 1;
    }
}
