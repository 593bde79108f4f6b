package pingmonitor.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** First bytes of native libraries, as linkers write them. */
final class LibraryHeads {
    static final byte[] LINUX_X64 = elf(0x3e);
    static final byte[] LINUX_AARCH64 = elf(0xb7);
    static final byte[] WINDOWS_X64 = windows(0x8664);
    static final byte[] MAC_X64 = mac(0x01000007);
    static final byte[] MAC_AARCH64 = mac(0x0100000c);

    private LibraryHeads() {}

    static byte[] elf(int machine) {
        return bytes(64).putInt(0, 0x464c457f).putShort(18, (short) machine).array();
    }

    static byte[] windows(int machine) {
        int pe = 0x110;
        return bytes(512)
                .putShort(0, (short) 0x5a4d)
                .putInt(0x3c, pe)
                .putInt(pe, 0x4550)
                .putShort(pe + 4, (short) machine)
                .array();
    }

    static byte[] mac(int processor) {
        return bytes(32).putInt(0, 0xfeedfacf).putInt(4, processor).array();
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
