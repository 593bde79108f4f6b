package pingmonitor.report.pcapng;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * An IP packet with a UDP datagram in it and correct checksums: IPv4 (RFC 791) or IPv6 (RFC 8200), whichever the
 * sender's address is.
 */
final class UdpPacket {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int PROTOCOL_UDP = 17;
    private static final int HOPS = 64;
    private static final int DO_NOT_FRAGMENT = 0x4000;
    private static final int WORD = 0xffff;

    /** The most content that both kinds of packet can have: 65535 − 20 (IP) − 8 (UDP). */
    private static final int MAX_CONTENT = 65_507;

    private UdpPacket() {}

    /**
     * The bytes of the packet.
     *
     * @param from of the same family as {@code to}
     * @param content at most 65,507 bytes
     */
    static byte[] of(InetSocketAddress from, InetSocketAddress to, byte[] content) {
        if (content.length > MAX_CONTENT) {
            throw new IllegalArgumentException(content.length + " bytes");
        }
        boolean six = from.getAddress() instanceof Inet6Address;
        int header = six ? IPV6_HEADER : IPV4_HEADER;
        int udpLength = UDP_HEADER + content.length;
        ByteBuffer packet = ByteBuffer.allocate(header + udpLength);
        if (six) {
            putIpv6(packet, udpLength, from.getAddress(), to.getAddress());
        } else {
            putIpv4(packet, udpLength, from.getAddress(), to.getAddress());
        }
        packet.putShort((short) from.getPort()).putShort((short) to.getPort());
        packet.putShort((short) udpLength).putShort((short) 0).put(content);
        long pseudoHeader =
                sum(from.getAddress().getAddress())
                        + sum(to.getAddress().getAddress())
                        + PROTOCOL_UDP
                        + udpLength;
        int checksum = checksum(pseudoHeader + sum(packet.array(), header, udpLength));
        // 0 would mean that there is no checksum (RFC 768).
        packet.putShort(header + 6, (short) (checksum == 0 ? WORD : checksum));
        return packet.array();
    }

    private static void putIpv4(ByteBuffer packet, int length, InetAddress from, InetAddress to) {
        packet.putShort((short) 0x4500).putShort((short) (IPV4_HEADER + length));
        packet.putShort((short) 0).putShort((short) DO_NOT_FRAGMENT);
        packet.put((byte) HOPS).put((byte) PROTOCOL_UDP).putShort((short) 0);
        packet.put(from.getAddress()).put(to.getAddress());
        packet.putShort(10, (short) checksum(sum(packet.array(), 0, IPV4_HEADER)));
    }

    private static void putIpv6(ByteBuffer packet, int length, InetAddress from, InetAddress to) {
        packet.putInt(0x60000000).putShort((short) length);
        packet.put((byte) PROTOCOL_UDP).put((byte) HOPS);
        packet.put(from.getAddress()).put(to.getAddress());
    }

    private static long sum(byte[] bytes) {
        return sum(bytes, 0, bytes.length);
    }

    /** Of the words of 16 bits (RFC 1071), not folded yet. */
    private static long sum(byte[] bytes, int from, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int value = bytes[from + i] & 0xff;
            sum += i % 2 == 0 ? value << 8 : value;
        }
        return sum;
    }

    private static int checksum(long sum) {
        long folded = (sum & WORD) + (sum >>> 16);
        folded = (folded & WORD) + (folded >>> 16);
        return (int) (~folded & WORD);
    }
}
