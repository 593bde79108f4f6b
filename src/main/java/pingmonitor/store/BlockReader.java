package pingmonitor.store;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the slots of one block. */
final class BlockReader {
    /** More is no definition or event that was ever written. */
    private static final int MAX_DATA_BYTES = 1 << 19;

    private final ByteBuffer slots;
    private final long firstSlot;
    private final boolean checksEach;
    private final int count;
    private long baseSequence;
    private long baseMicros;
    private long wide;

    /**
     * @param slots from the first one of the block on, with an array behind it
     * @param firstSlot its number in the file
     * @param checksEach whether each slot's check is looked at, where nothing else says that all is well
     */
    BlockReader(ByteBuffer slots, long firstSlot, boolean checksEach) {
        this.slots = slots;
        this.firstSlot = firstSlot;
        this.checksEach = checksEach;
        this.count = slots.limit() / Slot.BYTES;
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
            if (checksEach && !Slot.isWhole(slots, at, firstSlot + slot)) {
                visitor.damaged(slot);
                wide = 0;
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
            case BLOCK -> baseSequence = Slot.u6(slots, at + Slot.SEQUENCE);
            case BASE_TIME -> baseMicros = micros(at);
            case WIDE -> wide = Slot.u4(slots, at + Slot.VALUE) << Integer.SIZE;
            case FOREIGNS -> visitor.foreigns(value(at));
            case VERDICTS ->
                    visitor.verdicts(
                            Slot.detail(slots, at), Slot.u6(slots, at + Slot.SEQUENCE), value(at));
            case EVENT, DEFINITION -> {
                return withData(kind, slot, visitor);
            }
            case DATA, FOOT, GROUP, NODES, END -> {
                // Data of what was damaged before it, or nothing that belongs into a block.
            }
            default -> {
                int link = Slot.u2(slots, at + Slot.LINK);
                int detail = Slot.detail(slots, at);
                if (kind.isPing()) {
                    visitor.ping(
                            kind,
                            detail,
                            baseSequence + Slot.u2(slots, at + Slot.SEQUENCE),
                            baseMicros + Slot.u4(slots, at + Slot.SENT),
                            value(at),
                            link);
                } else {
                    long sequence = Slot.u6(slots, at + Slot.SEQUENCE);
                    visitor.change(kind, detail, sequence, value(at), link);
                }
            }
        }
        return 0;
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
            wide = 0;
        }
        return value;
    }

    private int withData(SlotKind kind, int slot, SlotVisitor visitor) {
        int at = slot * Slot.BYTES;
        long length = value(at);
        int more = length > MAX_DATA_BYTES ? 0 : Slot.dataSlots((int) length);
        if (length > MAX_DATA_BYTES || slot + more >= count) {
            // Cut off, or not what was written.
            visitor.damaged(slot);
            return 0;
        }
        ByteBuffer data = Slot.buffer((int) length);
        for (int i = 1; i <= more; i++) {
            int part = (slot + i) * Slot.BYTES;
            boolean whole = !checksEach || Slot.isWhole(slots, part, firstSlot + slot + i);
            if (!whole || Slot.kind(slots, part) != SlotKind.DATA.code()) {
                visitor.damaged(slot);
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
            visitor.damaged(slot);
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
