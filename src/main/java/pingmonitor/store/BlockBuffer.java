package pingmonitor.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The slots of the block that is being written. Grows; not thread-safe. */
final class BlockBuffer {
    /** Definition of a reply. */
    static final int REPLY = 1;

    /** Definition of a problem. */
    static final int PROBLEM = 2;

    private static final long U4 = 0xFFFF_FFFFL;
    private static final int FIRST_SLOTS = 128;

    private final int fileSum;
    private ByteBuffer bytes = Slot.buffer(FIRST_SLOTS * Slot.BYTES);
    private long firstSlot;

    /**
     * @param fileSum the check of the file's header
     */
    BlockBuffer(int fileSum) {
        this.fileSum = fileSum;
    }

    /** Empties it for a block that begins with a slot of the file. */
    void begin(long firstSlot) {
        this.firstSlot = firstSlot;
        bytes.clear();
    }

    int slots() {
        return bytes.position() / Slot.BYTES;
    }

    long firstSlot() {
        return firstSlot;
    }

    /** A view of all slots so far. */
    ByteBuffer written() {
        return ByteBuffer.wrap(bytes.array(), 0, bytes.position()).order(bytes.order());
    }

    /** Adds the slot of a ping; {@code sequence} and {@code sentMicros} count from the block's. */
    void ping(SlotKind kind, int refusal, int sequence, long sentMicros, long value, int link) {
        int wide = wide(value);
        int at = begin(kind, refusal | wide);
        bytes.putShort(at + Slot.SEQUENCE, (short) sequence);
        bytes.putInt(at + Slot.SENT, (int) sentMicros);
        bytes.putInt(at + Slot.VALUE, (int) value);
        bytes.putShort(at + Slot.LINK, (short) link);
        end(at);
    }

    /** Adds any other slot that is no data. */
    void other(SlotKind kind, int detail, long number, long value, int link) {
        int wide = wide(value);
        int at = begin(kind, detail | wide);
        bytes.putShort(at + Slot.SEQUENCE, (short) number);
        bytes.putInt(at + Slot.SENT, (int) (number >>> Short.SIZE));
        bytes.putInt(at + Slot.VALUE, (int) value);
        bytes.putShort(at + Slot.LINK, (short) link);
        end(at);
    }

    /** Adds a slot that bytes follow on; its value is their number. */
    void withData(SlotKind kind, int detail, int link, byte[] data) {
        other(kind, detail, 0, data.length, link);
        for (int from = 0; from < data.length; from += Slot.DATA_BYTES) {
            int at = begin(SlotKind.DATA, 0);
            int length = Math.min(Slot.DATA_BYTES, data.length - from);
            bytes.put(at + 1, data, from, length);
            end(at);
        }
    }

    private int wide(long value) {
        if (value >>> Integer.SIZE == 0) {
            return 0;
        }
        int at = begin(SlotKind.WIDE, 0);
        bytes.putInt(at + Slot.VALUE, (int) (value >>> Integer.SIZE & U4));
        end(at);
        return Slot.IS_WIDE;
    }

    private int begin(SlotKind kind, int detail) {
        if (bytes.remaining() < Slot.BYTES) {
            ByteBuffer larger = Slot.buffer(bytes.capacity() * 2);
            larger.put(bytes.flip());
            bytes = larger;
        }
        int at = bytes.position();
        Arrays.fill(bytes.array(), at, at + Slot.BYTES, (byte) 0);
        bytes.position(at + Slot.BYTES);
        bytes.put(at, (byte) kind.code());
        if (kind != SlotKind.DATA) {
            bytes.put(at + Slot.DETAIL, (byte) detail);
        }
        return at;
    }

    private void end(int at) {
        long number = firstSlot + at / Slot.BYTES;
        bytes.putShort(at + Slot.CHECK, (short) Slot.check(bytes, at, number, fileSum));
    }
}
