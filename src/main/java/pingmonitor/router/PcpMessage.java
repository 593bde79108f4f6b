package pingmonitor.router;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import pingmonitor.host.IpAddress;

/** The datagrams of PCP, RFC 6887: a request of the MAP opcode for a UDP port over IPv4, and what may answer it. */
final class PcpMessage {
    static final int NONCE_BYTES = 12;

    /** As section 7 says. */
    static final int MAX_BYTES = 1_100;

    private static final byte VERSION = 2;
    private static final byte MAP = 1;
    private static final byte ANNOUNCE = 0;
    private static final int RESPONSE = 0x80;
    private static final byte UDP = 17;
    private static final int HEADER_BYTES = 24;
    private static final int MAP_BYTES = 60;
    private static final int ADDRESS_BYTES = 16;
    private static final int WORD = 4;

    private PcpMessage() {}

    sealed interface Reply {}

    /**
     * The mapping stands; with a lifetime of 0 it is gone.
     *
     * @param lifetimeSeconds unsigned 32 bits
     * @param epochSeconds since when the router remembers its mappings
     */
    record Mapped(
            long lifetimeSeconds, long epochSeconds, int externalPort, InetAddress externalAddress)
            implements Reply {}

    /**
     * It does not.
     *
     * @param code the reason's number (section 7.4)
     * @param externalAddress the router's, if it tells; it should give back what was asked for, which is none
     */
    record Refused(int code, InetAddress externalAddress) implements Reply {}

    /** The router speaks another version, maybe NAT-PMP. */
    record OtherVersion() implements Reply {}

    /**
     * A request.
     *
     * @param nonce 12 bytes that nobody can guess; the same for renewing and removing
     * @param own this machine's IPv4 address
     * @param suggested the router's outside address so far, or 0.0.0.0
     * @param lifetimeSeconds 0 removes the mapping
     */
    static byte[] map(
            byte[] nonce,
            InetAddress own,
            int internalPort,
            int externalPort,
            InetAddress suggested,
            int lifetimeSeconds) {
        return ByteBuffer.allocate(MAP_BYTES)
                .put(VERSION)
                .put(MAP)
                .putShort((short) 0)
                .putInt(lifetimeSeconds)
                .put(mapped(own))
                .put(nonce)
                .put(UDP)
                .put(new byte[3])
                .putShort((short) internalPort)
                .putShort((short) externalPort)
                .put(mapped(suggested))
                .array();
    }

    /** What a datagram of the router says to a request with that nonce; empty when it answers another one, or none. */
    static Optional<Reply> read(ByteBuffer datagram, byte[] nonce, int internalPort) {
        int length = datagram.remaining();
        int start = datagram.position();
        if (length < 2 || length > MAX_BYTES || (datagram.get(start + 1) & RESPONSE) == 0) {
            return Optional.empty();
        }
        if (datagram.get(start) != VERSION) {
            return Optional.of(new OtherVersion());
        }
        if (length < HEADER_BYTES
                || length % WORD != 0
                || Byte.toUnsignedInt(datagram.get(start + 1)) != (RESPONSE | MAP)) {
            return Optional.empty();
        }
        int code = Byte.toUnsignedInt(datagram.get(start + 3));
        if (code == PcpResult.UNSUPPORTED_VERSION) {
            return Optional.of(new OtherVersion());
        }
        if (length < MAP_BYTES || !isAbout(datagram, start + HEADER_BYTES, nonce, internalPort)) {
            return Optional.empty();
        }
        return code == PcpResult.SUCCESS
                ? granted(datagram, start)
                : Optional.of(new Refused(code, externalAddress(datagram, start)));
    }

    /** The epoch a router tells everybody after a restart (section 14.1); empty when it is something else. */
    static Optional<Long> announcedEpoch(ByteBuffer datagram) {
        int start = datagram.position();
        boolean announces =
                datagram.remaining() >= HEADER_BYTES
                        && datagram.remaining() <= MAX_BYTES
                        && datagram.get(start) == VERSION
                        && Byte.toUnsignedInt(datagram.get(start + 1)) == (RESPONSE | ANNOUNCE)
                        && datagram.get(start + 3) == PcpResult.SUCCESS;
        return announces
                ? Optional.of(Integer.toUnsignedLong(datagram.getInt(start + 8)))
                : Optional.empty();
    }

    private static boolean isAbout(ByteBuffer datagram, int at, byte[] nonce, int internalPort) {
        byte[] named = new byte[NONCE_BYTES];
        datagram.get(at, named);
        return Arrays.equals(named, nonce)
                && datagram.get(at + NONCE_BYTES) == UDP
                && Short.toUnsignedInt(datagram.getShort(at + NONCE_BYTES + 4)) == internalPort;
    }

    private static Optional<Reply> granted(ByteBuffer datagram, int start) {
        int at = start + HEADER_BYTES + NONCE_BYTES + 6;
        int externalPort = Short.toUnsignedInt(datagram.getShort(at));
        long lifetime = Integer.toUnsignedLong(datagram.getInt(start + 4));
        long epoch = Integer.toUnsignedLong(datagram.getInt(start + 8));
        // Nothing is forwarded at port 0.
        return externalPort == 0 && lifetime > 0
                ? Optional.empty()
                : Optional.of(
                        new Mapped(
                                lifetime, epoch, externalPort, externalAddress(datagram, start)));
    }

    private static InetAddress externalAddress(ByteBuffer datagram, int start) {
        byte[] address = new byte[ADDRESS_BYTES];
        datagram.get(start + MAP_BYTES - ADDRESS_BYTES, address);
        return IpAddress.of(address);
    }

    /** An IPv4 address in the form of IPv6, {@code ::ffff:a.b.c.d}. */
    private static byte[] mapped(InetAddress address) {
        byte[] four = address.getAddress();
        byte[] all = new byte[ADDRESS_BYTES];
        if (four.length == ADDRESS_BYTES) {
            return four;
        }
        all[10] = (byte) 0xff;
        all[11] = (byte) 0xff;
        System.arraycopy(four, 0, all, 12, four.length);
        return all;
    }
}
