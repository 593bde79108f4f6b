package pingmonitor.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;

/**
 * What stands together in a run's file of many blocks, so that a file is opened by reading a small part of it.
 *
 * @param previousSlot number of the slot at which the group before begins; 0 without one
 * @param blocks the blocks since then
 * @param nodes nodes of the higher levels of the pyramid since then
 * @param segments figures of segments since then
 * @param gathered nodes of {@link RunFileFormat#GATHERED_LEVEL} since then, which stand before the group
 */
record Group(
        long previousSlot,
        List<BlockEntry> blocks,
        List<Nodes> nodes,
        List<Segment> segments,
        Gathered gathered) {
    /**
     * Where nodes stand that are not in memory.
     *
     * @param first index of the first one
     * @param slot number of the slot before them
     */
    record Gathered(long first, int count, long slot) {
        /** Number of slots between the one before them and the one behind them. */
        long payloadSlots() {
            return ((long) count * NodeColumns.BYTES + Slot.BYTES - 1) / Slot.BYTES;
        }
    }

    /** Nodes of a level, from an index on. */
    record Nodes(int level, long first, NodeColumns columns) {}

    /** The figures of a segment as {@code StretchSummary} encodes them. */
    record Segment(long index, byte[] bytes) {}

    private static final int MAX_SEGMENT_BYTES = 1 << 20;

    byte[] encode() {
        FileBytes to = new FileBytes();
        to.putLong(previousSlot).putInt(blocks.size());
        blocks.forEach(block -> to.putAll(block.encode()));
        to.putInt(nodes.size());
        for (Nodes each : nodes) {
            to.put(each.level()).putLong(each.first()).putInt(each.columns().size());
            to.putAll(bytes(each.columns()));
        }
        to.putInt(segments.size());
        for (Segment segment : segments) {
            to.putLong(segment.index()).putInt(segment.bytes().length).putAll(segment.bytes());
        }
        to.putLong(gathered.first()).putInt(gathered.count()).putLong(gathered.slot());
        return to.written();
    }

    static Group decode(ByteBuffer bytes) throws DamagedFileException {
        FileBytes from = new FileBytes(bytes);
        long previousSlot = from.getLong();
        if (previousSlot < 0) {
            throw new DamagedFileException("a group at " + previousSlot);
        }
        List<BlockEntry> blocks = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            blocks.add(BlockEntry.decode(from));
        }
        List<Nodes> nodes = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            nodes.add(nodes(from));
        }
        List<Segment> segments = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            long index = from.getLong();
            int length = from.getInt();
            if (length < 0 || length > MAX_SEGMENT_BYTES) {
                throw new DamagedFileException("figures of " + length + " bytes");
            }
            segments.add(new Segment(index, from.getAll(length)));
        }
        Gathered gathered = new Gathered(from.getLong(), from.getInt(), from.getLong());
        if (gathered.count() < 0) {
            throw new DamagedFileException(gathered.count() + " nodes");
        }
        return new Group(previousSlot, blocks, nodes, segments, gathered);
    }

    /** The bytes of nodes, one after the other. */
    static byte[] bytes(NodeColumns nodes) {
        ByteBuffer bytes = Slot.buffer(nodes.size() * NodeColumns.BYTES);
        for (int i = 0; i < nodes.size(); i++) {
            nodes.write(i, bytes);
        }
        return bytes.array();
    }

    /** Takes nodes from the bytes that {@link #bytes} made. */
    static void read(FileBytes from, int count, NodeColumns into) throws DamagedFileException {
        try {
            for (int i = 0; i < count; i++) {
                into.read(from.next(NodeColumns.BYTES));
            }
        } catch (IllegalArgumentException notNodes) {
            throw new DamagedFileException(notNodes);
        }
    }

    private static Nodes nodes(FileBytes from) throws DamagedFileException {
        int level = from.get();
        long first = from.getLong();
        int count = from.getInt();
        if (level < RunFileFormat.FIRST_GROUP_LEVEL || level > Pyramid.LEVELS || first < 0) {
            throw new DamagedFileException(count + " nodes of level " + level);
        }
        NodeColumns columns = new NodeColumns();
        read(from, count, columns);
        return new Nodes(level, first, columns);
    }
}
