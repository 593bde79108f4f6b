package pingmonitor.store;

import pingmonitor.series.NodeColumns;

/**
 * A block as the index has it: what must be known of it, and which nodes of the pyramid stand behind it.
 *
 * @param nodeFirst by level less one: index of the first node behind this block
 * @param nodeCount by level less one: their number
 * @param nodesAt where in the file they begin, level after level
 */
record BlockEntry(BlockSummary summary, long[] nodeFirst, int[] nodeCount, long nodesAt) {
    private static final int RANGE_BYTES = Long.BYTES + Integer.BYTES;

    /** One without nodes. */
    static BlockEntry of(BlockSummary summary) {
        return new BlockEntry(
                summary,
                new long[RunFileFormat.BLOCK_LEVELS],
                new int[RunFileFormat.BLOCK_LEVELS],
                0);
    }

    /** Its bytes, which are what stands before the nodes. */
    byte[] encode() {
        byte[] known = summary.encode();
        FileBytes to = new FileBytes();
        to.putInt(known.length).putAll(known);
        for (int level = 0; level < RunFileFormat.BLOCK_LEVELS; level++) {
            to.putLong(nodeFirst[level]).putInt(nodeCount[level]);
        }
        return to.written();
    }

    /** Reads what {@link #encode} made. */
    static BlockEntry decode(FileBytes from) throws DamagedFileException {
        int length = from.getInt();
        int before = from.remaining();
        BlockSummary summary = BlockSummary.decode(from);
        if (before - from.remaining() != length) {
            throw new DamagedFileException("a summary of " + length + " bytes");
        }
        long[] first = new long[RunFileFormat.BLOCK_LEVELS];
        int[] count = new int[RunFileFormat.BLOCK_LEVELS];
        for (int level = 0; level < RunFileFormat.BLOCK_LEVELS; level++) {
            first[level] = from.getLong();
            count[level] = from.getInt();
            if (first[level] < 0 || count[level] < 0 || count[level] > RunFileFormat.MAX_NODES) {
                throw new DamagedFileException(count[level] + " nodes");
            }
        }
        // Behind the foot, which is one slot.
        long footEnd = (summary.firstSlot() + summary.slots() + 1) * Slot.BYTES;
        long bytes = Integer.BYTES + length + (long) RANGE_BYTES * RunFileFormat.BLOCK_LEVELS;
        return new BlockEntry(summary, first, count, footEnd + bytes);
    }

    /** Length of all nodes behind the block. */
    long nodeBytes() {
        return nodesAt(RunFileFormat.BLOCK_LEVELS + 1) - nodesAt;
    }

    /** Number of slots of its foot, without the first and the last. */
    long payloadSlots() {
        long footEnd = (summary.firstSlot() + summary.slots() + 1) * Slot.BYTES;
        return (nodesAt - footEnd + nodeBytes() + Slot.BYTES - 1) / Slot.BYTES;
    }

    /** Where the nodes of a level begin in the file. */
    long nodesAt(int level) {
        long at = nodesAt;
        for (int below = 1; below < level; below++) {
            at += (long) nodeCount[below - 1] * NodeColumns.BYTES;
        }
        return at;
    }
}
