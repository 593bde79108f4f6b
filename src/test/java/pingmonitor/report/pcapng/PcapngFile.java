package pingmonitor.report.pcapng;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A pcapng file, read again by the words of its specification and with nothing of the program. */
final class PcapngFile {
    private static final int MAX_BLOCKS = 1_000_000;

    final List<Packet> packets = new ArrayList<>();
    final Map<Integer, String> sectionOptions = new TreeMap<>();
    final Map<Integer, String> interfaceOptions = new TreeMap<>();
    int linkType = -1;

    /** A packet: addresses, ports and content; everything that can be wrong with it is refused. */
    record Packet(
            Instant at,
            int flags,
            String comment,
            String from,
            int fromPort,
            String to,
            int toPort,
            String content) {}

    static PcapngFile of(byte[] bytes) {
        PcapngFile file = new PcapngFile();
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; all.hasRemaining() && i < MAX_BLOCKS; i++) {
            int start = all.position();
            int type = all.getInt();
            int length = all.getInt();
            require(length % 4 == 0 && length >= 12, "length " + length);
            require(all.getInt(start + length - 4) == length, "lengths differ");
            ByteBuffer body = all.slice(start + 8, length - 12).order(ByteOrder.LITTLE_ENDIAN);
            file.read(type, body);
            all.position(start + length);
        }
        return file;
    }

    private void read(int type, ByteBuffer body) {
        switch (type) {
            case 0x0A0D0D0A -> {
                require(body.getInt() == 0x1A2B3C4D, "magic");
                require(body.getShort() == 1 && body.getShort() == 0, "version");
                require(body.getLong() == -1, "section length");
                options(body, sectionOptions);
            }
            case 1 -> {
                linkType = body.getShort();
                body.getShort();
                require(body.getInt() == 0, "packets may be cut");
                options(body, interfaceOptions);
                require("\t".equals(interfaceOptions.get(9)), "no nanoseconds");
            }
            case 6 -> packets.add(packet(body));
            default -> throw new AssertionError("block of type " + type);
        }
    }

    private static Packet packet(ByteBuffer body) {
        require(body.getInt() == 0, "interface");
        long nanos = Integer.toUnsignedLong(body.getInt()) << 32;
        nanos |= Integer.toUnsignedLong(body.getInt());
        int captured = body.getInt();
        require(body.getInt() == captured, "cut");
        byte[] ip = new byte[captured];
        body.get(ip);
        body.position(body.position() + (4 - captured % 4) % 4);
        Map<Integer, String> options = new TreeMap<>();
        options(body, options);
        Instant at = Instant.ofEpochSecond(0, nanos);
        int flags = options.get(2).charAt(0);
        return of(at, flags, options.getOrDefault(1, ""), ip);
    }

    private static Packet of(Instant at, int flags, String comment, byte[] ip) {
        boolean six = ip[0] >> 4 == 6;
        int header = six ? 40 : 20;
        int addressBytes = six ? 16 : 4;
        int addresses = six ? 8 : 12;
        ByteBuffer view = ByteBuffer.wrap(ip);
        int udpLength = Short.toUnsignedInt(view.getShort(header + 4));
        require(udpLength == ip.length - header, "UDP length");
        if (six) {
            require(Short.toUnsignedInt(view.getShort(4)) == udpLength, "IPv6 length");
        } else {
            require(Short.toUnsignedInt(view.getShort(2)) == ip.length, "IPv4 length");
            require(onesComplement(ip, 0, header, 0) == 0xffff, "IPv4 checksum");
        }
        require(view.getShort(header + 6) != 0, "no UDP checksum");
        long pseudo = onesComplement(ip, addresses, 2 * addressBytes, 17L + udpLength);
        require(onesComplement(ip, header, udpLength, pseudo) == 0xffff, "UDP checksum");
        return new Packet(
                at,
                flags,
                comment,
                address(ip, addresses, addressBytes),
                Short.toUnsignedInt(view.getShort(header)),
                address(ip, addresses + addressBytes, addressBytes),
                Short.toUnsignedInt(view.getShort(header + 2)),
                new String(ip, header + 8, udpLength - 8, StandardCharsets.UTF_8));
    }

    private static String address(byte[] ip, int from, int bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + bytes; i++) {
            text.append(text.length() == 0 ? "" : ".").append(ip[i] & 0xff);
        }
        return text.toString();
    }

    private static long onesComplement(byte[] bytes, int from, int length, long start) {
        long sum = start;
        for (int i = 0; i < length; i++) {
            int shift = i % 2 == 0 ? 8 : 0;
            sum += (bytes[from + i] & 0xffL) << shift;
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (sum & 0xffff) + (sum >> 16);
    }

    private static void options(ByteBuffer body, Map<Integer, String> into) {
        while (true) {
            int code = Short.toUnsignedInt(body.getShort());
            int length = Short.toUnsignedInt(body.getShort());
            if (code == 0) {
                require(!body.hasRemaining(), "something behind the options");
                return;
            }
            byte[] value = new byte[length];
            body.get(value);
            body.position(body.position() + (4 - length % 4) % 4);
            into.put(code, new String(value, StandardCharsets.UTF_8));
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
