package pingmonitor.store;

/** Sizes and signs of the file of a run. Described in src/docs/run-file.md. */
final class RunFileFormat {
    /** Ends the name of a file. */
    static final String SUFFIX = ".pingrun";

    /** A block ends behind the event that fills this many slots. */
    static final int BLOCK_SLOTS = 1_024;

    /** No block is longer: the event that fills it has half a megabyte at most. */
    static final int MAX_BLOCK_SLOTS = 1 << 17;

    /** Nodes of a level that stand behind one block at most: after a long time-out they are many. */
    static final int MAX_NODES = 1 << 9;

    /** A group ends behind this many blocks. */
    static final int GROUP_BLOCKS = 256;

    /** Levels of the pyramid whose nodes stand behind each block. */
    static final int BLOCK_LEVELS = 4;

    /** The level whose nodes stand before each group once more, all together, to be read in one go. */
    static final int GATHERED_LEVEL = 2;

    /** The lowest level whose nodes stand in the group, too, and are in memory while a file is open. */
    static final int FIRST_GROUP_LEVEL = 3;

    private RunFileFormat() {}
}
