package pingmonitor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import pingmonitor.series.NodeBuilder;
import pingmonitor.series.NodeColumns;
import pingmonitor.series.Pyramid;
import pingmonitor.series.RowColumns;

/** Reads rows and nodes of a run's file by its index. Not thread-safe. */
final class RowReader {
    private static final int MAX_PART_SLOTS = 1 << 23;

    private final FileChannel channel;
    private final RunIndex index;
    private final int fileSum;
    private final BitSet damagedBlocks = new BitSet();
    private boolean hasDamagedNodes;

    /**
     * @param fileSum the check of the file's header
     */
    RowReader(FileChannel channel, RunIndex index, int fileSum) {
        this.channel = channel;
        this.index = index;
        this.fileSum = fileSum;
    }

    /** Whether something was read that is not what was written. */
    boolean sawDamage() {
        return hasDamagedNodes || !damagedBlocks.isEmpty();
    }

    /** Whether a slot of the file, which a buffer begins with, is one of that kind and was written whole. */
    boolean isWhole(ByteBuffer slots, long slot, SlotKind kind) {
        return slots.limit() >= Slot.BYTES
                && Slot.kind(slots, 0) == kind.code()
                && Slot.isWhole(slots, 0, slot, fileSum);
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
        long kept = Math.max(from, Math.min(to, index.nodes().count(level)));
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
            NodeColumns all = index.nodes().inMemory(level);
            for (long node = from; node < to; node++) {
                into.add(all, (int) node);
            }
            return;
        }
        long node = from;
        while (node < to) {
            boolean isGathered =
                    level == RunFileFormat.GATHERED_LEVEL && node < index.nodes().gatheredCount();
            node =
                    isGathered
                            ? gatheredNodes(node, to, into)
                            : nodesBehindBlock(level, node, to, into);
        }
    }

    /** Nodes that stand together; the first that is not among them. */
    private long gatheredNodes(long from, long to, NodeColumns into) throws IOException {
        Group.Gathered place = index.nodes().gatheredAt(from);
        long end = Math.min(to, place.first() + place.count());
        Optional<ByteBuffer> bytes = part(place.slot(), SlotKind.NODES);
        hasDamagedNodes |= bytes.isEmpty();
        long at = (from - place.first()) * NodeColumns.BYTES;
        read(bytes, at, RunFileFormat.GATHERED_LEVEL, from, end, into);
        return end;
    }

    /** Nodes that stand behind one block; the first that does not. */
    private long nodesBehindBlock(int level, long from, long to, NodeColumns into)
            throws IOException {
        int block = index.nodes().blockOf(level, from);
        long end = Math.min(to, index.nodes().end(level, block));
        long footEnd = (index.firstSlot(block) + index.slots(block) + 1) * Slot.BYTES;
        long nodes = (from - index.nodes().first(level, block)) * NodeColumns.BYTES;
        read(
                foot(block),
                index.nodes().placeOf(level, block) - footEnd + nodes,
                level,
                from,
                end,
                into);
        return end;
    }

    /** Takes nodes from the bytes of a part; makes them from the rows where that is damaged. */
    private void read(
            Optional<ByteBuffer> part, long at, int level, long from, long to, NodeColumns into)
            throws IOException {
        long end = at + (to - from) * NodeColumns.BYTES;
        if (at < 0 || part.map(bytes -> end > bytes.limit()).orElse(true)) {
            makeNodes(level, from, to, into);
            return;
        }
        ByteBuffer bytes = part.get().position((int) at);
        long node = from;
        try {
            for (; node < to; node++) {
                into.read(bytes);
            }
        } catch (IllegalArgumentException notNodes) {
            hasDamagedNodes = true;
            makeNodes(level, node, to, into);
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
        boolean isWell =
                length == slots * Slot.BYTES
                        && hasFoot(bytes, slots, index.firstSlot(block))
                        && footSum(bytes, slots) == sum(bytes, length);
        bytes.limit(length);
        BlockReader reader = new BlockReader(bytes, index.firstSlot(block), fileSum, !isWell);
        reader.read(visitor, from, to);
        if (reader.damaged() > 0 || !isWell && index.isSealed(block)) {
            damagedBlocks.set(block);
        }
    }

    /** Reads nodes that stand together, and notes when they are damaged. */
    void verify(Group.Gathered nodes) throws IOException {
        hasDamagedNodes |= part(nodes.slot(), SlotKind.NODES).isEmpty();
    }

    /** Reads a block with its foot, and notes when they are damaged. */
    void verify(int block) throws IOException {
        read(block, new SlotVisitor() {});
        if (index.isSealed(block)) {
            foot(block);
        }
    }

    /** What stands in the foot of a block, if it is what was written. */
    private Optional<ByteBuffer> foot(int block) throws IOException {
        long slot = index.firstSlot(block) + index.slots(block);
        Optional<ByteBuffer> payload = part(slot, SlotKind.FOOT);
        if (payload.isEmpty()) {
            damagedBlocks.set(block);
        }
        return payload;
    }

    /** The bytes of a foot or a group that begins with a slot, if they are what was written. */
    Optional<ByteBuffer> part(long slot, SlotKind kind) throws IOException {
        if (slot < 0 || slot >= channel.size() / Slot.BYTES) {
            return Optional.empty();
        }
        ByteBuffer begin = bytesUpTo(slot * Slot.BYTES, Slot.BYTES);
        if (!isWhole(begin, slot, kind)) {
            return Optional.empty();
        }
        long slots = payloadSlots(begin);
        long end = (slot + slots + 2) * Slot.BYTES;
        if (slots > MAX_PART_SLOTS || end > channel.size()) {
            return Optional.empty();
        }
        int length = (int) payloadBytes(begin);
        int endAt = (int) slots * Slot.BYTES;
        ByteBuffer bytes = bytes((slot + 1) * Slot.BYTES, endAt + Slot.BYTES);
        boolean isWhole =
                Slot.kind(bytes, endAt) == SlotKind.END.code()
                        && Slot.isWhole(bytes, endAt, slot + 1 + slots, fileSum)
                        && sum(bytes, length) == Slot.u4(bytes, endAt + Slot.VALUE);
        return isWhole ? Optional.of(bytes.limit(length)) : Optional.empty();
    }

    /** Number of slots between the one that begins a part and the one that ends it. */
    static long payloadSlots(ByteBuffer begin) {
        return (payloadBytes(begin) + Slot.BYTES - 1) / Slot.BYTES;
    }

    private static long payloadBytes(ByteBuffer begin) {
        return Slot.u6(begin, Slot.SEQUENCE);
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

    private boolean hasFoot(ByteBuffer bytes, int slots, long firstSlot) {
        int at = slots * Slot.BYTES;
        return bytes.limit() >= at + Slot.BYTES
                && Slot.kind(bytes, at) == SlotKind.FOOT.code()
                && Slot.isWhole(bytes, at, firstSlot + slots, fileSum);
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
