package pingmonitor.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import pingmonitor.series.NodeColumns;

/**
 * The file of a run, to be read: one that is whole, one that was cut off, one that is still written, and what can be
 * read of one that is damaged. Not thread-safe.
 */
final class RunFile implements Closeable {
    /** The end of the latest part lies not further before the end of the file than a whole block with long texts. */
    private static final int MAX_TAIL_BYTES = 1 << 20;

    /** Slots that are read at once where a block of unknown length begins. */
    private static final int WINDOW_SLOTS = 2 * RunFileFormat.BLOCK_SLOTS;

    private static final int MAX_PART_BYTES = 1 << 27;

    private final FileChannel channel;
    private final RunFileHeader header;
    private final RunIndex index;
    private final RowReader reader;

    /** Behind the last part that is whole; there an open block begins. */
    private long endSlot;

    private boolean hasOpenBlock;

    /** Whether the file ends within what follows on a foot, or within a group. */
    private boolean isCutOff;

    /** Behind the last slot that can be read. */
    private long readableSlots;

    /** At the latest reading. */
    private long fileSlots;

    /** Where the latest group begins; 0 without one. */
    private long groupSlot;

    private long damagedSlots;

    private RunFile(FileChannel channel, RunFileHeader header, long firstSlot) {
        this.channel = channel;
        this.header = header;
        this.index = new RunIndex();
        this.reader = new RowReader(channel, index);
        this.endSlot = firstSlot;
        this.readableSlots = firstSlot;
    }

    /**
     * Opens a file.
     *
     * @throws RunFileException when it is no run's, too new, or damaged at its beginning
     */
    static RunFile open(Path path) throws IOException {
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
        RowReader reader = new RowReader(channel, new RunIndex());
        int length = RunFileHeader.length(reader.bytesUpTo(0, RunFileHeader.FIRST_BYTES));
        RunFileHeader header = RunFileHeader.decode(reader.bytesUpTo(0, length));
        RunFile file = new RunFile(channel, header, length / Slot.BYTES);
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

    /** Number of slots that do not hold what was written, as far as that was seen. */
    long damagedSlots() {
        return damagedSlots;
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
        isCutOff = false;
        while (endSlot < fileSlots && readPart()) {
            readableSlots = endSlot;
        }
        if (!hasOpenBlock && !isCutOff) {
            readableSlots = endSlot;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Finds the latest group from the end of the file, and from there all of them. */
    private void readGroups() throws IOException {
        Deque<Long> begins = new ArrayDeque<>();
        Deque<Group> groups = new ArrayDeque<>();
        long slot = latestGroup();
        while (slot != 0) {
            Optional<Group> group = group(slot);
            if (group.isEmpty() || group.get().previousSlot() >= slot) {
                // The way is broken: everything is read from the beginning.
                return;
            }
            begins.push(slot);
            groups.push(group.get());
            slot = group.get().previousSlot();
        }
        while (!groups.isEmpty()) {
            add(groups.pop());
            groupSlot = begins.pop();
            endSlot = partEnd(groupSlot);
        }
    }

    private void add(Group group) {
        for (BlockEntry block : group.blocks()) {
            index.add(block.summary());
            index.nodesBehindLatest(block);
        }
        group.nodes().forEach(each -> index.addNodes(each.level(), each.first(), each.columns()));
        group.segments().forEach(each -> index.addSegment(each.index(), each.bytes()));
        index.add(group.gathered());
    }

    /** The slot at which the latest group begins; 0 without one. */
    private long latestGroup() throws IOException {
        long fileSlots = channel.size() / Slot.BYTES;
        long first = Math.max(endSlot, fileSlots - MAX_TAIL_BYTES / Slot.BYTES);
        // A file that has ended tells by its last slot.
        for (long from : new long[] {Math.max(endSlot, fileSlots - 1), first}) {
            int count = (int) (fileSlots - from);
            ByteBuffer tail = reader.bytesUpTo(from * Slot.BYTES, count * Slot.BYTES);
            for (int i = tail.limit() / Slot.BYTES - 1; i >= 0; i--) {
                int at = i * Slot.BYTES;
                if (Slot.kind(tail, at) == SlotKind.END.code()
                        && Slot.isWhole(tail, at, from + i)) {
                    return Slot.u6(tail, at + Slot.SEQUENCE);
                }
            }
        }
        return 0;
    }

    private Optional<Group> group(long slot) throws IOException {
        ByteBuffer begin = reader.bytesUpTo(slot * Slot.BYTES, Slot.BYTES);
        if (!isWhole(begin, slot, SlotKind.GROUP)) {
            return Optional.empty();
        }
        return payload(begin, slot)
                .flatMap(
                        bytes -> {
                            try {
                                return Optional.of(Group.decode(bytes));
                            } catch (DamagedFileException e) {
                                return Optional.empty();
                            }
                        });
    }

    /** What follows on a foot or the beginning of a group, if it is what was written. */
    private Optional<ByteBuffer> payload(ByteBuffer begin, long slot) throws IOException {
        long length = Slot.u6(begin, Slot.SEQUENCE);
        if (length > MAX_PART_BYTES) {
            return Optional.empty();
        }
        int slots = payloadSlots(begin);
        ByteBuffer bytes = reader.bytesUpTo((slot + 1) * Slot.BYTES, (slots + 1) * Slot.BYTES);
        int end = slots * Slot.BYTES;
        boolean isWhole =
                bytes.limit() == end + Slot.BYTES
                        && Slot.kind(bytes, end) == SlotKind.END.code()
                        && Slot.isWhole(bytes, end, slot + 1 + slots)
                        && RowReader.sum(bytes, (int) length) == Slot.u4(bytes, end + Slot.VALUE);
        return isWhole ? Optional.of(bytes.limit((int) length)) : Optional.empty();
    }

    private static int payloadSlots(ByteBuffer begin) {
        long length = Slot.u6(begin, Slot.SEQUENCE);
        return (int) ((length + Slot.BYTES - 1) / Slot.BYTES);
    }

    /** The slot behind a part that is whole. */
    private long partEnd(long slot) throws IOException {
        return slot + 2 + payloadSlots(reader.bytes(slot * Slot.BYTES, Slot.BYTES));
    }

    private static boolean isWhole(ByteBuffer slots, long slot, SlotKind kind) {
        return slots.limit() >= Slot.BYTES
                && Slot.kind(slots, 0) == kind.code()
                && Slot.isWhole(slots, 0, slot);
    }

    /** Reads the next block or group; false when there is no whole one. */
    private boolean readPart() throws IOException {
        ByteBuffer begin = reader.bytesUpTo(endSlot * Slot.BYTES, Slot.BYTES);
        if (isWhole(begin, endSlot, SlotKind.BLOCK)) {
            return readBlock();
        }
        if (isWhole(begin, endSlot, SlotKind.GROUP)) {
            Optional<Group> group = group(endSlot);
            if (group.isPresent()) {
                group.get().nodes().forEach(n -> index.addNodes(n.level(), n.first(), n.columns()));
                group.get().segments().forEach(s -> index.addSegment(s.index(), s.bytes()));
                index.add(group.get().gathered());
                groupSlot = endSlot;
                endSlot = partEnd(endSlot);
                return true;
            }
        }
        boolean isNodes = isWhole(begin, endSlot, SlotKind.NODES);
        if (isNodes && payload(begin, endSlot).isPresent()) {
            endSlot = partEnd(endSlot);
            return true;
        }
        boolean isPart = isNodes || isWhole(begin, endSlot, SlotKind.GROUP);
        if (isPart && isLongerThanFile(begin, endSlot)) {
            isCutOff = true;
            readableSlots = endSlot;
            return false;
        }
        return skipDamage(endSlot + 1);
    }

    /** Goes on where the next block or group begins; false when there is none. */
    private boolean skipDamage(long from) throws IOException {
        for (long window = from; window < fileSlots; window += WINDOW_SLOTS) {
            int count = (int) Math.min(WINDOW_SLOTS, fileSlots - window);
            ByteBuffer slots = reader.bytesUpTo(window * Slot.BYTES, count * Slot.BYTES);
            for (int i = 0; i < slots.limit() / Slot.BYTES; i++) {
                int at = i * Slot.BYTES;
                if (beginsPart(Slot.kind(slots, at)) && Slot.isWhole(slots, at, window + i)) {
                    damagedSlots += window + i - endSlot;
                    endSlot = window + i;
                    return true;
                }
            }
        }
        damagedSlots += fileSlots - endSlot;
        endSlot = fileSlots;
        return false;
    }

    private static boolean beginsPart(int kind) {
        return SlotKind.of(kind).filter(SlotKind::beginsPart).isPresent();
    }

    /** Reads a block up to its foot, or as far as it goes. */
    private boolean readBlock() throws IOException {
        long lastWhole = endSlot;
        long broken = 0;
        for (long window = endSlot; window < fileSlots; window += WINDOW_SLOTS) {
            int count = (int) Math.min(WINDOW_SLOTS, fileSlots - window);
            ByteBuffer slots = reader.bytesUpTo(window * Slot.BYTES, count * Slot.BYTES);
            for (int i = 0; i < slots.limit() / Slot.BYTES; i++) {
                long slot = window + i;
                int at = i * Slot.BYTES;
                if (!Slot.isWhole(slots, at, slot)) {
                    broken++;
                    continue;
                }
                int kind = Slot.kind(slots, at);
                if (kind == SlotKind.FOOT.code()) {
                    damagedSlots += broken;
                    return endBlock(slot);
                }
                if (slot > endSlot && beginsPart(kind)) {
                    // Without any broken one it was cut off, and the person said something since.
                    damagedSlots += broken;
                    index.add(withoutFoot(slot));
                    endSlot = slot;
                    return true;
                }
                lastWhole = slot;
            }
        }
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
        ByteBuffer foot = reader.bytes(footSlot * Slot.BYTES, Slot.BYTES);
        Optional<ByteBuffer> payload = payload(foot, footSlot);
        if (payload.isPresent()) {
            try {
                BlockEntry entry = BlockEntry.decode(new FileBytes(payload.get()));
                addWithNodes(entry, payload.get());
                endSlot = footSlot + 2 + payloadSlots(foot);
                return true;
            } catch (DamagedFileException e) {
                // Made from its slots, as without a foot.
            }
        }
        if (isLongerThanFile(foot, footSlot)) {
            return openBlock(footSlot);
        }
        index.add(withoutFoot(footSlot));
        endSlot = footSlot;
        return skipDamage(footSlot + 1);
    }

    private void addWithNodes(BlockEntry entry, ByteBuffer payload) {
        index.add(entry.summary());
        for (int level = 1; level <= RunFileFormat.BLOCK_LEVELS; level++) {
            NodeColumns nodes = new NodeColumns();
            for (int i = 0; i < entry.nodeCount()[level - 1]; i++) {
                nodes.read(payload);
            }
            if (level >= RunFileFormat.FIRST_GROUP_LEVEL) {
                index.addNodes(level, entry.nodeFirst()[level - 1], nodes);
            }
        }
        index.nodesBehindLatest(entry);
    }

    private BlockSummary withoutFoot(long end) throws IOException {
        int count = (int) (end - endSlot);
        ByteBuffer slots = reader.bytes(endSlot * Slot.BYTES, count * Slot.BYTES);
        return BlockSummary.of(slots, endSlot, true);
    }

    /** Whether a part is still written, or was when the program ended. */
    private boolean isLongerThanFile(ByteBuffer begin, long slot) {
        return Slot.u6(begin, Slot.SEQUENCE) <= MAX_PART_BYTES
                && slot + 2 + payloadSlots(begin) > fileSlots;
    }
}
