package pingmonitor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import pingmonitor.series.NodeBuilder;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;
import pingmonitor.series.RowColumns;

/** Reads rows and nodes of a run's file by its index. Not thread-safe. */
final class RowReader {
    private final FileChannel channel;
    private final RunIndex index;

    RowReader(FileChannel channel, RunIndex index) {
        this.channel = channel;
        this.index = index;
    }

    /** The rows of the pings from one number to another, both included. */
    KeptRows rows(long first, long last) throws IOException {
        KeptRows rows = new KeptRows(first, last);
        for (int block : blocksOf(first, last)) {
            rows.beginBlock();
            read(block, rows);
        }
        return rows;
    }

    /** The same for charts and figures. */
    RowColumns columns(long first, long last) throws IOException {
        KeptRows rows = rows(first, last);
        RowColumns columns = new RowColumns();
        for (int i = 0; i < rows.count(); i++) {
            if (rows.has(i)) {
                columns.add(
                        rows.sequence(i),
                        rows.sentMicros(i) * 1_000,
                        rows.state(i),
                        rows.hasReply(i) ? rows.rttNanos(i) : RowColumns.NO_RTT,
                        rows.lostWhere(i),
                        rows.heldUpNanos(i) > 0,
                        rows.hasReply(i) && rows.isVerified(i),
                        rows.duplicates(i));
            }
        }
        return columns;
    }

    /** Nodes of a level; those that are not kept are made from what is below them. */
    NodeColumns nodes(int level, long from, long to) throws IOException {
        NodeColumns nodes = new NodeColumns();
        long kept = Math.max(from, Math.min(to, index.nodeCount(level)));
        keptNodes(level, from, kept, nodes);
        if (kept < to) {
            makeNodes(level, kept, to, nodes);
        }
        return nodes;
    }

    private void makeNodes(int level, long from, long to, NodeColumns into) throws IOException {
        // What lies behind the last ping is empty, and nothing is read for it.
        long end = Math.min(to, Pyramid.nodeOf(level, Math.max(1, index.lastSequence())) + 1);
        boolean hasAny = index.lastSequence() > 0 && from < end;
        if (hasAny && level <= NodeBuilder.EXACT_LEVELS) {
            RowColumns rows =
                    columns(
                            Pyramid.firstSequence(level, from),
                            Math.min(index.lastSequence(), Pyramid.firstSequence(level, end) - 1));
            NodeBuilder.fromRows(level, rows, from, end, into);
        } else if (hasAny) {
            NodeBuilder.fromChildren(
                    nodes(level - 1, from * Pyramid.FANOUT, end * Pyramid.FANOUT), into);
        }
        for (long empty = hasAny ? end : from; empty < to; empty++) {
            into.addEmpty();
        }
    }

    private void keptNodes(int level, long from, long to, NodeColumns into) throws IOException {
        if (level >= RunFileFormat.FIRST_GROUP_LEVEL) {
            NodeColumns all = index.groupNodes(level);
            for (long node = from; node < to; node++) {
                into.add(all, (int) node);
            }
            return;
        }
        long gathered =
                level == RunFileFormat.GATHERED_LEVEL ? Math.min(to, index.gatheredCount()) : from;
        long node = from;
        while (node < gathered) {
            Group.Gathered place = index.gatheredAt(node);
            long end = Math.min(gathered, place.first() + place.count());
            long at = (place.slot() + 1) * Slot.BYTES;
            read(at + (node - place.first()) * NodeColumns.BYTES, (int) (end - node), into);
            node = end;
        }
        while (node < to) {
            int block = index.blockOfNode(level, node);
            long first = index.firstNode(level, block);
            long end = Math.min(to, index.endNode(level, block));
            long at = index.nodesAt(level, block);
            read(at + (node - first) * NodeColumns.BYTES, (int) (end - node), into);
            node = end;
        }
    }

    private void read(long at, int count, NodeColumns into) throws IOException {
        ByteBuffer bytes = bytes(at, count * NodeColumns.BYTES);
        for (int i = 0; i < count; i++) {
            into.read(bytes);
        }
    }

    /** Hands over the slots of a block. */
    void read(int block, SlotVisitor visitor) throws IOException {
        read(block, visitor, 0, Integer.MAX_VALUE);
    }

    /** Hands over some slots of a block, and before them the definitions that they point to. */
    void read(int block, SlotVisitor visitor, int from, int to) throws IOException {
        int slots = index.slots(block);
        // The foot tells whether all is well; a block that is still written has none.
        ByteBuffer bytes = bytesUpTo(index.firstSlot(block) * Slot.BYTES, (slots + 1) * Slot.BYTES);
        int length = Math.min(slots * Slot.BYTES, bytes.limit());
        boolean isWell = hasFoot(bytes, slots) && footSum(bytes, slots) == sum(bytes, length);
        bytes.limit(length);
        new BlockReader(bytes, index.firstSlot(block), !isWell).read(visitor, from, to);
    }

    /** Bytes of the file; an error when there are fewer. */
    ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer bytes = bytesUpTo(at, count);
        if (bytes.limit() < count) {
            throw new DamagedFileException("nothing at " + at);
        }
        return bytes;
    }

    /** Bytes of the file, as many as there are. */
    ByteBuffer bytesUpTo(long at, int count) throws IOException {
        ByteBuffer bytes = Slot.buffer(count);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at + bytes.position());
            if (read < 0) {
                break;
            }
        }
        return bytes.flip();
    }

    /** The CRC-32 of the first bytes. */
    static long sum(ByteBuffer bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), bytes.arrayOffset(), length);
        return crc.getValue();
    }

    private static boolean hasFoot(ByteBuffer bytes, int slots) {
        int at = slots * Slot.BYTES;
        return bytes.limit() >= at + Slot.BYTES && Slot.kind(bytes, at) == SlotKind.FOOT.code();
    }

    private static long footSum(ByteBuffer bytes, int slots) {
        return Slot.u4(bytes, slots * Slot.BYTES + Slot.VALUE);
    }

    /** The blocks that say something of some pings, in the order of the file. */
    Set<Integer> blocksOf(long first, long last) {
        Set<Integer> blocks = new TreeSet<>();
        for (int block = index.firstBlockWith(first);
                block < index.blocks() && !index.isBehind(block, last);
                block++) {
            boolean overlaps =
                    index.hasRows(block)
                            && index.firstSequence(block) <= last
                            && index.lastSequence(block) >= first;
            if (overlaps) {
                blocks.add(block);
            }
        }
        long lastPage = BlockSummary.pageOf(last);
        for (long page = BlockSummary.pageOf(first); page <= lastPage; page++) {
            blocks.addAll(index.changesOf(page));
        }
        return blocks;
    }
}
