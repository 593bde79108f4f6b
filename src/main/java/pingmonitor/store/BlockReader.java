package pingmonitor.store;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the slots of one block. What is damaged is left out: a slot whose check is wrong, what points to bytes that are,
 * and pings without the beginning of the block, from which their numbers and times count.
 */
final class BlockReader {
    /** More is no definition or event that was ever written. */
    private static final int MAX_DATA_BYTES = 1 << 19;

    private final ByteBuffer slots;
    private final long firstSlot;
    private final int fileSum;
    private final boolean checksEach;
    private final int count;
    private boolean hasSequence;
    private boolean hasMicros;
    private boolean hasWide;
    private long baseSequence;
    private long baseMicros;
    private long wide;
    private int damaged;

    /**
     * @param slots from the first one of the block on, with an array behind it
     * @param firstSlot its number in the file
     * @param fileSum the check of the file's header
     * @param checksEach whether each slot's check is looked at, where nothing else says that all is well
     */
    BlockReader(ByteBuffer slots, long firstSlot, int fileSum, boolean checksEach) {
        this.slots = slots;
        this.firstSlot = firstSlot;
        this.fileSum = fileSum;
        this.checksEach = checksEach;
        this.count = slots.limit() / Slot.BYTES;
    }

    /** The number in the file of the first slot. */
    long firstSlot() {
        return firstSlot;
    }

    /** Number of slots. */
    int count() {
        return count;
    }

    /** Number of slots that were read and left out. What is cut off at the end is not damaged. */
    int damaged() {
        return damaged;
    }

    /** Hands over the slots up to the foot, or to the end of the buffer. */
    void read(SlotVisitor visitor) {
        read(visitor, 0, Integer.MAX_VALUE);
    }

    /**
     * Hands over the slots from one (inclusive) to another (exclusive), and before them the definitions that they point
     * to.
     */
    void read(SlotVisitor visitor, int from, int to) {
        int end = Math.min(count, to);
        SlotVisitor before = new DefinitionsOnly(visitor);
        for (int slot = 0; slot < end; slot++) {
            int at = slot * Slot.BYTES;
            if (checksEach && !Slot.isWhole(slots, at, firstSlot + slot, fileSum)) {
                damaged++;
                hasWide = false;
                continue;
            }
            Optional<SlotKind> kind = SlotKind.of(Slot.kind(slots, at));
            if (kind.isEmpty()) {
                continue;
            }
            if (kind.get() == SlotKind.FOOT) {
                return;
            }
            slot += one(kind.get(), slot, slot < from ? before : visitor);
        }
    }

    private record DefinitionsOnly(SlotVisitor visitor) implements SlotVisitor {
        @Override
        public void reply(int link, KeptReply reply) {
            visitor.reply(link, reply);
        }

        @Override
        public void problem(int link, KeptProblem problem) {
            visitor.problem(link, problem);
        }
    }

    /** Hands over one slot; how many more belong to it. */
    private int one(SlotKind kind, int slot, SlotVisitor visitor) {
        int at = slot * Slot.BYTES;
        switch (kind) {
            case BLOCK -> {
                hasSequence = slot == 0;
                baseSequence = Slot.u6(slots, at + Slot.SEQUENCE);
            }
            case BASE_TIME -> {
                hasMicros = slot == 1;
                baseMicros = micros(at);
            }
            case WIDE -> {
                hasWide = true;
                wide = Slot.u4(slots, at + Slot.VALUE) << Integer.SIZE;
            }
            case DATA, FOOT, GROUP, NODES, END -> {
                // Data of what was damaged before it, or nothing that belongs into a block.
            }
            default -> {
                if (Slot.isWide(slots, at) && !hasWide
                        || kind.isPing() && !(hasSequence && hasMicros)) {
                    damaged++;
                } else if (kind == SlotKind.EVENT || kind == SlotKind.DEFINITION) {
                    return withData(kind, slot, visitor);
                } else {
                    ofPing(kind, at, visitor);
                }
            }
        }
        return 0;
    }

    private void ofPing(SlotKind kind, int at, SlotVisitor visitor) {
        int link = Slot.u2(slots, at + Slot.LINK);
        int detail = Slot.detail(slots, at);
        if (kind.isPing() && baseSequence + Slot.u2(slots, at + Slot.SEQUENCE) < 1) {
            damaged++;
        } else if (kind.isPing()) {
            visitor.ping(
                    kind,
                    detail,
                    baseSequence + Slot.u2(slots, at + Slot.SEQUENCE),
                    baseMicros + Slot.u4(slots, at + Slot.SENT),
                    value(at),
                    link);
        } else if (kind == SlotKind.FOREIGNS) {
            visitor.foreigns(value(at));
        } else if (kind == SlotKind.VERDICTS) {
            visitor.verdicts(detail, Slot.u6(slots, at + Slot.SEQUENCE), value(at));
        } else {
            long sequence = Slot.u6(slots, at + Slot.SEQUENCE);
            visitor.change(kind, detail, sequence, value(at), link);
        }
    }

    /** Signed, over number and value. */
    private long micros(int at) {
        return Slot.u4(slots, at + Slot.SENT)
                | (long) slots.getInt(at + Slot.VALUE) << Integer.SIZE;
    }

    private long value(int at) {
        long value = Slot.u4(slots, at + Slot.VALUE);
        if (Slot.isWide(slots, at)) {
            value |= wide;
            hasWide = false;
        }
        return value;
    }

    private int withData(SlotKind kind, int slot, SlotVisitor visitor) {
        int at = slot * Slot.BYTES;
        long length = value(at);
        if (length < 0 || length > MAX_DATA_BYTES) {
            damaged++;
            return 0;
        }
        int more = Slot.dataSlots((int) length);
        if (slot + more >= count) {
            // Cut off when the program ended, or something before it is damaged.
            return 0;
        }
        ByteBuffer data = Slot.buffer((int) length);
        for (int i = 1; i <= more; i++) {
            int part = (slot + i) * Slot.BYTES;
            boolean whole = !checksEach || Slot.isWhole(slots, part, firstSlot + slot + i, fileSum);
            if (!whole || Slot.kind(slots, part) != SlotKind.DATA.code()) {
                damaged++;
                return i - 1;
            }
            data.put(
                    slots.array(),
                    slots.arrayOffset() + part + 1,
                    Math.min(Slot.DATA_BYTES, data.remaining()));
        }
        data.flip();
        try {
            hand(kind, slot, data, visitor);
        } catch (DamagedFileException e) {
            damaged++;
        }
        return more;
    }

    private void hand(SlotKind kind, int slot, ByteBuffer data, SlotVisitor visitor)
            throws DamagedFileException {
        int at = slot * Slot.BYTES;
        int type = Slot.detail(slots, at);
        int link = Slot.u2(slots, at + Slot.LINK);
        if (kind == SlotKind.EVENT) {
            visitor.event(FileEventCodec.decode(type, data), slot);
        } else if (type == BlockBuffer.REPLY) {
            visitor.reply(link, KeptReply.decode(new FileBytes(data)));
        } else if (type == BlockBuffer.PROBLEM) {
            visitor.problem(link, KeptProblem.decode(new FileBytes(data)));
        }
    }
}
