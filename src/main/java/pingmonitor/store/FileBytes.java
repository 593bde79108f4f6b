package pingmonitor.store;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** Values in the bytes of events and definitions of a run's file; little-endian. Grows as it is written. */
final class FileBytes {
    /** Longest text; a datagram has less. */
    static final int MAX_TEXT_BYTES = 1 << 18;

    private ByteBuffer bytes;

    /** To be written. */
    FileBytes() {
        bytes = Slot.buffer(64);
    }

    /** To be read. */
    FileBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** What was written. */
    byte[] written() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    FileBytes put(int value) {
        room(1).put((byte) value);
        return this;
    }

    FileBytes putAll(byte[] values) {
        room(values.length).put(values);
        return this;
    }

    FileBytes putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    FileBytes putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    FileBytes put(String text) {
        byte[] utf8 = FileText.encode(text);
        putInt(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    FileBytes put(Instant at) {
        return putLong(at.getEpochSecond()).putInt(at.getNano());
    }

    FileBytes put(InetSocketAddress address) {
        boolean resolved = !address.isUnresolved();
        byte[] raw = resolved ? address.getAddress().getAddress() : new byte[0];
        put(raw.length);
        room(raw.length).put(raw);
        putInt(address.getPort());
        // The name that was looked up stands in the plan; a zone is a part of the address.
        return put(resolved ? zone(address.getAddress()) : address.getHostString());
    }

    int get() throws DamagedFileException {
        return need(1).get() & 0xFF;
    }

    byte[] getAll(int count) throws DamagedFileException {
        byte[] values = new byte[count];
        need(count).get(values);
        return values;
    }

    /** The buffer itself, with so many bytes left at least. */
    ByteBuffer next(int count) throws DamagedFileException {
        return need(count);
    }

    int getInt() throws DamagedFileException {
        return need(Integer.BYTES).getInt();
    }

    long getLong() throws DamagedFileException {
        return need(Long.BYTES).getLong();
    }

    String getText() throws DamagedFileException {
        int length = getInt();
        if (length < 0 || length > MAX_TEXT_BYTES) {
            throw new DamagedFileException("a text of " + length + " bytes");
        }
        byte[] utf8 = new byte[length];
        need(length).get(utf8);
        return FileText.decode(utf8);
    }

    Instant getInstant() throws DamagedFileException {
        try {
            return Instant.ofEpochSecond(getLong(), getInt());
        } catch (DateTimeException | ArithmeticException e) {
            throw new DamagedFileException(e);
        }
    }

    InetSocketAddress getAddress() throws DamagedFileException {
        byte[] raw = new byte[get()];
        need(raw.length).get(raw);
        int port = getInt();
        String rest = getText();
        try {
            if (raw.length == 0) {
                return InetSocketAddress.createUnresolved(rest, port);
            }
            return new InetSocketAddress(address(raw, rest), port);
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw new DamagedFileException(e);
        }
    }

    int remaining() {
        return bytes.remaining();
    }

    private static String zone(InetAddress address) {
        String text = address.getHostAddress();
        int percent = text.indexOf('%');
        return percent < 0 ? "" : text.substring(percent + 1);
    }

    private static InetAddress address(byte[] raw, String zone) throws UnknownHostException {
        InetAddress plain = InetAddress.getByAddress(raw);
        // Anything else would be looked up as a name.
        if (zone.isEmpty() || !(plain instanceof Inet6Address)) {
            return plain;
        }
        try {
            return InetAddress.getByName(plain.getHostAddress() + "%" + zone);
        } catch (UnknownHostException interfaceGone) {
            return plain;
        }
    }

    private ByteBuffer need(int count) throws DamagedFileException {
        if (bytes.remaining() < count) {
            throw new DamagedFileException(new BufferUnderflowException());
        }
        return bytes;
    }

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            ByteBuffer larger =
                    Slot.buffer(Math.max(bytes.capacity() * 2, bytes.position() + count));
            larger.put(bytes.flip());
            bytes = larger;
        }
        return bytes;
    }
}
