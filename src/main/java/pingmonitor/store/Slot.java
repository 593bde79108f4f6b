package pingmonitor.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The unit of a run's file: 16 bytes, little-endian, each with a check of its own, so that whatever was written before a
 * crash can be told from what was not.
 *
 * <pre>
 *          0     1       2           4           8          12       14
 * ping     kind  detail  seq u2      sent u4     value u4   link u2  check u2
 * others   kind  detail  seq u6                  value u4   link u2  check u2
 * data     kind  13 bytes                                            check u2
 * </pre>
 *
 * The check is the low half of the CRC-32 of the first 14 bytes, of the number of the slot in the file, and of the check
 * of the file's header, which no two files share: a slot that belongs elsewhere is none.
 */
final class Slot {
    static final int BYTES = 16;

    /** Bytes of something longer that one slot takes. */
    static final int DATA_BYTES = 13;

    static final int DETAIL = 1;
    static final int SEQUENCE = 2;
    static final int SENT = 4;
    static final int VALUE = 8;
    static final int LINK = 12;
    static final int CHECK = 14;

    /** In the detail: a {@link SlotKind#WIDE} before it has the upper bits of the value. */
    static final int IS_WIDE = 0x80;

    private static final long U4 = 0xFFFF_FFFFL;
    private static final int U2 = 0xFFFF;

    private Slot() {}

    /** Number of slots that so many bytes take. */
    static int dataSlots(int bytes) {
        return (bytes + DATA_BYTES - 1) / DATA_BYTES;
    }

    /** A buffer of the file's byte order. */
    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The check of the slot at a place of a buffer that has an array.
     *
     * @param fileSum the check of the file's header
     */
    static int check(ByteBuffer buffer, int at, long slotNumber, int fileSum) {
        CRC32 crc = new CRC32();
        crc.update(buffer.array(), buffer.arrayOffset() + at, CHECK);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            crc.update((int) (slotNumber >>> shift));
        }
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            crc.update(fileSum >>> shift);
        }
        return (int) crc.getValue() & U2;
    }

    /** Whether the slot at a place was written whole, as the one of that number. */
    static boolean isWhole(ByteBuffer buffer, int at, long slotNumber, int fileSum) {
        return u2(buffer, at + CHECK) == check(buffer, at, slotNumber, fileSum);
    }

    static int kind(ByteBuffer buffer, int at) {
        return buffer.get(at);
    }

    static int detail(ByteBuffer buffer, int at) {
        return buffer.get(at + DETAIL) & ~IS_WIDE & 0xFF;
    }

    static boolean isWide(ByteBuffer buffer, int at) {
        return (buffer.get(at + DETAIL) & IS_WIDE) != 0;
    }

    static int u2(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & U2;
    }

    static long u4(ByteBuffer buffer, int at) {
        return buffer.getInt(at) & U4;
    }

    /** The number in a slot that is not a ping's. */
    static long u6(ByteBuffer buffer, int at) {
        return u2(buffer, at) | u4(buffer, at + Short.BYTES) << Short.SIZE;
    }
}
