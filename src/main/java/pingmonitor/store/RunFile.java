package pingmonitor.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import pingmonitor.series.NodeColumns;

/**
 * The file of a run, to be read: one that is whole, one that was cut off, one that is still written, and what can be
 * read of one that is damaged. What was cut off, and zeros in its place, is no damage: a run whose program was killed
 * looks the same. Not thread-safe.
 */
final class RunFile implements Closeable {
    /** Slots that are read at once where a block of unknown length begins: more and more of them. */
    private static final int FIRST_WINDOW_SLOTS = 64;

    private static final int MAX_WINDOW_SLOTS = 2 * RunFileFormat.BLOCK_SLOTS;

    private final FileChannel channel;
    private final RunFileHeader header;
    private final int fileSum;
    private final long firstSlot;
    private RunIndex index;
    private RowReader reader;

    /** Behind the last part that is whole; there an open block begins. */
    private long endSlot;

    private boolean hasOpenBlock;

    /** Behind the last slot that can be read. */
    private long readableSlots;

    /** At the latest reading. */
    private long fileSlots;

    /** Where the latest group begins; 0 without one. */
    private long groupSlot;

    private long damagedSlots;

    private RunFile(FileChannel channel, RunFileHeader header, int fileSum, long firstSlot) {
        this.channel = channel;
        this.header = header;
        this.fileSum = fileSum;
        this.firstSlot = firstSlot;
        this.index = new RunIndex();
        this.reader = new RowReader(channel, index, fileSum);
        this.endSlot = firstSlot;
    }

    /**
     * Opens a file.
     *
     * @throws RunFileException when it is no run's, too new, or damaged at its beginning
     */
    static RunFile open(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new RunFileException(RunFileException.Kind.FOREIGN);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return of(channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** A file that is open; closing the one closes the other. */
    static RunFile of(FileChannel channel) throws IOException {
        RowReader reader = new RowReader(channel, new RunIndex(), 0);
        ByteBuffer first = reader.bytesUpTo(0, RunFileHeader.FIRST_BYTES);
        int length = RunFileHeader.length(first);
        RunFileHeader header = RunFileHeader.decode(reader.bytesUpTo(0, length));
        RunFile file = new RunFile(channel, header, RunFileHeader.sum(first), length / Slot.BYTES);
        file.readGroups();
        file.refresh();
        return file;
    }

    RunFileHeader header() {
        return header;
    }

    RunIndex index() {
        return index;
    }

    RowReader reader() {
        return reader;
    }

    /** Whether something that was read does not hold what was written. */
    boolean isDamaged() {
        return damagedSlots > 0 || reader.sawDamage();
    }

    /** Reads everything, so that no damage is unseen. */
    void verify() throws IOException {
        for (int block = 0; block < index.blocks(); block++) {
            reader.verify(block);
        }
        for (Group.Gathered nodes : index.nodes().gathered()) {
            reader.verify(nodes);
        }
    }

    /** Whether behind the last whole block there are slots of one that was cut off or is still written. */
    boolean hasOpenBlock() {
        return hasOpenBlock;
    }

    /** Where the latest group begins; 0 without one. */
    long groupSlot() {
        return groupSlot;
    }

    /** The slot behind all that can be read: what follows was written by half. */
    long readableSlots() {
        return readableSlots;
    }

    /** The check of the file's header. */
    int fileSum() {
        return fileSum;
    }

    /**
     * Reads the index of what was written since; nothing in a file that has ended.
     *
     * @return whether there was anything
     */
    boolean refresh() throws IOException {
        long slots = channel.size() / Slot.BYTES;
        if (slots == fileSlots) {
            return false;
        }
        fileSlots = slots;
        // An open block may have become longer, or have ended: what is known of it is replaced.
        index.dropOpenBlock();
        hasOpenBlock = false;
        readableSlots = endSlot;
        while (endSlot < fileSlots && readPart()) {
            readableSlots = endSlot;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void beginAnew() {
        index = new RunIndex();
        reader = new RowReader(channel, index, fileSum);
        groupSlot = 0;
        endSlot = firstSlot;
    }

    /** Finds the latest group from the end of the file, and from there all of them. */
    private void readGroups() throws IOException {
        Deque<Long> begins = new ArrayDeque<>();
        Deque<Group> groups = new ArrayDeque<>();
        GroupReader reading = new GroupReader(reader, fileSum);
        long slot = reading.latest(firstSlot, channel.size() / Slot.BYTES);
        while (slot != 0) {
            Optional<Group> group = reading.group(slot);
            if (group.isEmpty() || group.get().previousSlot() >= slot) {
                // The way is broken: everything is read from the beginning.
                return;
            }
            begins.push(slot);
            groups.push(group.get());
            slot = group.get().previousSlot();
        }
        while (!groups.isEmpty()) {
            groupSlot = begins.pop();
            if (!GroupReader.fills(groups.peek(), endSlot, groupSlot)) {
                beginAnew();
                return;
            }
            add(groups.pop());
            endSlot = partEnd(groupSlot);
        }
    }

    private void add(Group group) {
        for (BlockEntry block : group.blocks()) {
            index.add(block.summary());
            index.nodesBehindLatest(block);
        }
        addSums(group);
    }

    private void addSums(Group group) {
        group.nodes()
                .forEach(each -> index.nodes().add(each.level(), each.first(), each.columns()));
        group.segments().forEach(each -> index.addSegment(each.index(), each.bytes()));
        index.nodes().add(group.gathered());
    }

    /** The slot behind a part. */
    private long partEnd(long slot) throws IOException {
        return slot + 2 + RowReader.payloadSlots(reader.bytes(slot * Slot.BYTES, Slot.BYTES));
    }

    /** Reads the next part; false when there is no whole one. */
    private boolean readPart() throws IOException {
        ByteBuffer begin = reader.bytesUpTo(endSlot * Slot.BYTES, Slot.BYTES);
        if (reader.isWhole(begin, endSlot, SlotKind.BLOCK)) {
            return readBlock();
        }
        boolean isGroup = reader.isWhole(begin, endSlot, SlotKind.GROUP);
        if (!isGroup && !reader.isWhole(begin, endSlot, SlotKind.NODES)) {
            return skipDamage(endSlot, endSlot);
        }
        long end = partEnd(endSlot);
        Optional<Group> group = new GroupReader(reader, fileSum).group(endSlot);
        if (group.isPresent()) {
            addSums(group.get());
            groupSlot = endSlot;
        } else if (isGroup || reader.part(endSlot, SlotKind.NODES).isEmpty()) {
            return skipDamage(endSlot, end - 2);
        }
        endSlot = end;
        return true;
    }

    /**
     * Goes on where the next part begins; false when there is none.
     *
     * @param damaged the first slot that is not what was written
     * @param lastTorn was perhaps written when the program ended, if only zeros follow
     */
    private boolean skipDamage(long damaged, long lastTorn) throws IOException {
        long lastNonZero = damaged - 1;
        int size = FIRST_WINDOW_SLOTS;
        for (long window = damaged; window < fileSlots; window += size, size = larger(size)) {
            int count = (int) Math.min(size, fileSlots - window);
            ByteBuffer slots = reader.bytesUpTo(window * Slot.BYTES, count * Slot.BYTES);
            for (int i = 0; i < slots.limit() / Slot.BYTES; i++) {
                int at = i * Slot.BYTES;
                if (window + i > damaged && beginsPart(slots, at, window + i)) {
                    damagedSlots += window + i - damaged;
                    endSlot = window + i;
                    return true;
                }
                if (!isZero(slots, at)) {
                    lastNonZero = window + i;
                }
            }
        }
        if (lastNonZero > lastTorn) {
            damagedSlots += lastNonZero + 1 - damaged;
            endSlot = lastNonZero + 1;
            readableSlots = endSlot;
        }
        return false;
    }

    private static boolean isZero(ByteBuffer slots, int at) {
        return slots.getLong(at) == 0 && slots.getLong(at + Long.BYTES) == 0;
    }

    private boolean beginsPart(ByteBuffer slots, int at, long slot) {
        return SlotKind.of(Slot.kind(slots, at)).filter(SlotKind::beginsPart).isPresent()
                && Slot.isWhole(slots, at, slot, fileSum);
    }

    private static int larger(int windowSlots) {
        return Math.min(2 * windowSlots, MAX_WINDOW_SLOTS);
    }

    /** Reads a block up to its foot, or as far as it goes. */
    private boolean readBlock() throws IOException {
        long lastWhole = endSlot;
        long lastBroken = endSlot;
        int size = FIRST_WINDOW_SLOTS;
        for (long window = endSlot; window < fileSlots; window += size, size = larger(size)) {
            int count = (int) Math.min(size, fileSlots - window);
            ByteBuffer slots = reader.bytesUpTo(window * Slot.BYTES, count * Slot.BYTES);
            for (int i = 0; i < slots.limit() / Slot.BYTES; i++) {
                long slot = window + i;
                int at = i * Slot.BYTES;
                if (!Slot.isWhole(slots, at, slot, fileSum)) {
                    lastBroken = isZero(slots, at) ? lastBroken : slot;
                    continue;
                }
                if (Slot.kind(slots, at) == SlotKind.FOOT.code()) {
                    return endBlock(slot);
                }
                if (slot > endSlot && beginsPart(slots, at, slot)) {
                    // Without any damaged slot it was cut off, and the person said something since.
                    index.add(withoutFoot(slot));
                    endSlot = slot;
                    return true;
                }
                lastWhole = slot;
            }
        }
        // One slot may be written by half.
        damagedSlots += Math.max(0, lastBroken - lastWhole - 1);
        return openBlock(lastWhole + 1);
    }

    /** The block at the end of the file has no foot yet, or never will. */
    private boolean openBlock(long end) throws IOException {
        hasOpenBlock = true;
        readableSlots = end;
        index.addOpenBlock(withoutFoot(end));
        return false;
    }

    private boolean endBlock(long footSlot) throws IOException {
        long end = partEnd(footSlot);
        Optional<ByteBuffer> payload = reader.part(footSlot, SlotKind.FOOT);
        if (payload.isPresent() && addWithNodes(payload.get(), footSlot)) {
            endSlot = end;
            return true;
        }
        if (end > fileSlots) {
            return openBlock(footSlot);
        }
        index.add(withoutFoot(footSlot));
        endSlot = footSlot;
        readableSlots = footSlot;
        return skipDamage(footSlot, end - 2);
    }

    /** Takes a block as its foot tells; whether that is possible. */
    private boolean addWithNodes(ByteBuffer payload, long footSlot) {
        BlockEntry entry;
        try {
            entry = BlockEntry.decode(new FileBytes(payload));
        } catch (DamagedFileException e) {
            return false;
        }
        BlockSummary summary = entry.summary();
        boolean isPossible =
                summary.firstSlot() == endSlot
                        && summary.slots() == footSlot - endSlot
                        && entry.nodeBytes() == payload.remaining();
        if (!isPossible) {
            return false;
        }
        NodeColumns[] nodes = new NodeColumns[RunFileFormat.BLOCK_LEVELS];
        try {
            for (int level = 1; level <= RunFileFormat.BLOCK_LEVELS; level++) {
                nodes[level - 1] = new NodeColumns();
                Group.read(new FileBytes(payload), entry.nodeCount()[level - 1], nodes[level - 1]);
            }
        } catch (DamagedFileException e) {
            return false;
        }
        index.add(summary);
        for (int level = RunFileFormat.FIRST_GROUP_LEVEL;
                level <= RunFileFormat.BLOCK_LEVELS;
                level++) {
            index.nodes().add(level, entry.nodeFirst()[level - 1], nodes[level - 1]);
        }
        index.nodesBehindLatest(entry);
        return true;
    }

    /** What the slots of a block tell. */
    private BlockSummary withoutFoot(long end) throws IOException {
        int count = (int) Math.min(RunFileFormat.MAX_BLOCK_SLOTS, end - endSlot);
        ByteBuffer bytes = reader.bytes(endSlot * Slot.BYTES, count * Slot.BYTES);
        BlockReader slots = new BlockReader(bytes, endSlot, fileSum, true);
        BlockSummary summary = BlockSummary.of(slots);
        damagedSlots += slots.damaged() + end - endSlot - count;
        return summary;
    }
}
