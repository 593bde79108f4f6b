package pingmonitor.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Finds the groups of a run's file and reads them. Not thread-safe. */
final class GroupReader {
    /** The end of the latest part lies not further before the end of the file than a whole block with long texts. */
    private static final int MAX_TAIL_BYTES = 1 << 20;

    private final RowReader reader;
    private final int fileSum;

    /**
     * @param fileSum the check of the file's header
     */
    GroupReader(RowReader reader, int fileSum) {
        this.reader = reader;
        this.fileSum = fileSum;
    }

    /**
     * The slot at which the latest group begins; 0 without one.
     *
     * @param firstSlot behind the header
     */
    long latest(long firstSlot, long fileSlots) throws IOException {
        long first = Math.max(firstSlot, fileSlots - MAX_TAIL_BYTES / Slot.BYTES);
        // A file that has ended tells by its last slot.
        for (long from : new long[] {Math.max(firstSlot, fileSlots - 1), first}) {
            int count = (int) (fileSlots - from);
            ByteBuffer tail = reader.bytesUpTo(from * Slot.BYTES, count * Slot.BYTES);
            for (int i = tail.limit() / Slot.BYTES - 1; i >= 0; i--) {
                int at = i * Slot.BYTES;
                if (Slot.kind(tail, at) == SlotKind.END.code()
                        && Slot.isWhole(tail, at, from + i, fileSum)) {
                    return Slot.u6(tail, at + Slot.SEQUENCE);
                }
            }
        }
        return 0;
    }

    /** The group that begins with a slot, if it is what was written. */
    Optional<Group> group(long slot) throws IOException {
        Optional<ByteBuffer> bytes = reader.part(slot, SlotKind.GROUP);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Group.decode(bytes.get()));
        } catch (DamagedFileException e) {
            return Optional.empty();
        }
    }

    /** Whether the blocks of a group, and its nodes, fill all the file between two slots. */
    static boolean fills(Group group, long from, long groupSlot) {
        long slot = from;
        for (BlockEntry block : group.blocks()) {
            long foot = slot + block.summary().slots();
            if (block.summary().firstSlot() != slot || foot >= groupSlot) {
                return false;
            }
            slot = foot + 2 + block.payloadSlots();
        }
        return slot == group.gathered().slot()
                && slot + 2 + group.gathered().payloadSlots() == groupSlot;
    }
}
