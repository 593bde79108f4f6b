package pingmonitor.store;

import java.nio.ByteBuffer;

/** What stands in a run's file between two runs of slots: a slot, bytes that are no slots, and the slot that ends them. */
final class FilePart {
    private FilePart() {}

    /**
     * The bytes of a part.
     *
     * @param kind of the slot that begins it
     * @param value in that slot
     * @param latestGroup number of the slot at which the latest group begins; 0 without one
     * @param slot number in the file of the slot that begins it
     * @param fileSum the check of the file's header
     */
    static ByteBuffer bytes(
            SlotKind kind, byte[] payload, long value, long latestGroup, long slot, int fileSum) {
        int padded = (payload.length + Slot.BYTES - 1) / Slot.BYTES * Slot.BYTES;
        ByteBuffer part = Slot.buffer(padded + 2 * Slot.BYTES);
        BlockBuffer slots = new BlockBuffer(fileSum);
        slots.begin(slot);
        slots.other(kind, 0, payload.length, value, 0);
        part.put(slots.written()).put(payload);
        part.position(Slot.BYTES + padded);
        slots.begin(slot + 1 + padded / Slot.BYTES);
        long sum = RowReader.sum(ByteBuffer.wrap(payload), payload.length);
        slots.other(SlotKind.END, 0, latestGroup, sum, 0);
        return part.put(slots.written()).flip();
    }
}
