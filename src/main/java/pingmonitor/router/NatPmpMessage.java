package pingmonitor.router;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import pingmonitor.host.IpAddress;

/** The datagrams of NAT-PMP, RFC 6886: which address the router has outside, and a mapping of a UDP port. */
final class NatPmpMessage {
    private static final byte VERSION = 0;
    private static final byte ADDRESS = 0;
    private static final byte MAP_UDP = 1;
    private static final int RESPONSE = 0x80;
    private static final int SUCCESS = 0;
    private static final int UNSUPPORTED_VERSION = 1;
    private static final int HEADER_BYTES = 8;
    private static final int ADDRESS_BYTES = 12;
    private static final int MAP_BYTES = 16;

    private NatPmpMessage() {}

    sealed interface Reply {}

    /** Its address outside. */
    record Address(long epochSeconds, InetAddress address) implements Reply {}

    /** The mapping stands; with a lifetime of 0 it is gone. */
    record Mapped(long epochSeconds, int externalPort, long lifetimeSeconds) implements Reply {}

    /** It does not, for the reason with this number (section 3.5). */
    record Refused(int code) implements Reply {}

    /** The router speaks another version, which is PCP. */
    record OtherVersion() implements Reply {}

    static byte[] addressRequest() {
        return new byte[] {VERSION, ADDRESS};
    }

    /**
     * @param lifetimeSeconds 0 removes the mapping; the external port is 0 then
     */
    static byte[] map(int internalPort, int externalPort, int lifetimeSeconds) {
        return ByteBuffer.allocate(12)
                .put(VERSION)
                .put(MAP_UDP)
                .putShort((short) 0)
                .putShort((short) internalPort)
                .putShort((short) externalPort)
                .putInt(lifetimeSeconds)
                .array();
    }

    /** What a datagram says to {@link #addressRequest}; empty when it answers something else. */
    static Optional<Reply> readAddress(ByteBuffer datagram) {
        return read(
                datagram,
                ADDRESS,
                ADDRESS_BYTES,
                start -> {
                    byte[] address = new byte[4];
                    datagram.get(start + HEADER_BYTES, address);
                    return Optional.of(new Address(epoch(datagram), IpAddress.of(address)));
                });
    }

    /** What a datagram says to {@link #map}; empty when it answers something else. */
    static Optional<Reply> readMap(ByteBuffer datagram, int internalPort) {
        return read(
                datagram,
                MAP_UDP,
                MAP_BYTES,
                start -> {
                    int about = Short.toUnsignedInt(datagram.getShort(start + HEADER_BYTES));
                    int external = Short.toUnsignedInt(datagram.getShort(start + 10));
                    long lifetime = Integer.toUnsignedLong(datagram.getInt(start + 12));
                    // Nothing is forwarded at port 0.
                    boolean makesSense = external != 0 || lifetime == 0;
                    return about == internalPort && makesSense
                            ? Optional.of(new Mapped(epoch(datagram), external, lifetime))
                            : Optional.empty();
                });
    }

    /** The epoch a router tells everybody after a restart (section 3.2.1); empty when it is something else. */
    static Optional<Long> announcedEpoch(ByteBuffer datagram) {
        return readAddress(datagram)
                .flatMap(
                        reply ->
                                reply instanceof Address address
                                        ? Optional.of(address.epochSeconds())
                                        : Optional.empty());
    }

    /** What is behind the head of a successful answer. */
    @FunctionalInterface
    private interface Body {
        Optional<Reply> at(int start);
    }

    private static Optional<Reply> read(ByteBuffer datagram, int asked, int length, Body body) {
        int start = datagram.position();
        int there = datagram.remaining();
        if (there < 4 || (datagram.get(start + 1) & RESPONSE) == 0) {
            return Optional.empty();
        }
        if (datagram.get(start) != VERSION) {
            return Optional.of(new OtherVersion());
        }
        if (Byte.toUnsignedInt(datagram.get(start + 1)) != (RESPONSE | asked)) {
            return Optional.empty();
        }
        int code = Short.toUnsignedInt(datagram.getShort(start + 2));
        if (code == UNSUPPORTED_VERSION) {
            return Optional.of(new OtherVersion());
        } else if (code != SUCCESS) {
            return Optional.of(new Refused(code));
        }
        return there < length ? Optional.empty() : body.at(start);
    }

    private static long epoch(ByteBuffer datagram) {
        return Integer.toUnsignedLong(datagram.getInt(datagram.position() + 4));
    }
}
