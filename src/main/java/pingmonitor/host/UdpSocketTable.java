package pingmonitor.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Linux's table of the UDP sockets of this machine, {@code /proc/net/udp} (proc(5)): one line a socket, with its own
 * address and port and those that it is connected to, in hexadecimal. An address is printed as words of 32 bits in the
 * processor's byte order.
 */
public final class UdpSocketTable {
    private static final int LOCAL_COLUMN = 1;
    private static final int REMOTE_COLUMN = 2;
    private static final int WORD_BYTES = 4;
    private static final int HEX = 16;

    private final Path ipv4;
    private final Path ipv6;
    private final ByteOrder order;

    /**
     * A table in these files.
     *
     * @param ipv6 need not exist, as on a machine without IPv6
     * @param order of the machine that wrote them
     */
    public UdpSocketTable(Path ipv4, Path ipv6, ByteOrder order) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.order = order;
    }

    /**
     * A socket.
     *
     * @param local the unspecified address for all of this machine
     * @param remote with port 0 if it is not connected
     */
    public record Socket(InetSocketAddress local, InetSocketAddress remote) {}

    /** That of this machine; other systems than Linux have none. */
    public static Optional<UdpSocketTable> ofThisMachine() {
        UdpSocketTable table =
                new UdpSocketTable(
                        Path.of("/proc/net/udp"),
                        Path.of("/proc/net/udp6"),
                        ByteOrder.nativeOrder());
        // A program for Windows finds Linux' files, too, where it runs under Wine.
        return OperatingSystem.current() == OperatingSystem.LINUX && Files.isReadable(table.ipv4)
                ? Optional.of(table)
                : Optional.empty();
    }

    /**
     * Reads it; takes about a tenth of a millisecond.
     *
     * @throws IOException also when there is none, or it cannot be understood
     */
    public List<Socket> read() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        read(ipv4, sockets);
        try {
            read(ipv6, sockets);
        } catch (NoSuchFileException withoutIpv6) {
            return sockets;
        }
        return sockets;
    }

    private void read(Path file, List<Socket> into) throws IOException {
        for (String line :
                Files.readString(file, StandardCharsets.US_ASCII).lines().skip(1).toList()) {
            try {
                String[] columns = line.strip().split("\\s+");
                into.add(
                        new Socket(
                                endpoint(columns[LOCAL_COLUMN]), endpoint(columns[REMOTE_COLUMN])));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException("no socket: " + line, e);
            }
        }
    }

    private InetSocketAddress endpoint(String text) throws UnknownHostException {
        int colon = text.indexOf(':');
        byte[] printed = HexFormat.of().parseHex(text.substring(0, colon));
        ByteBuffer words = ByteBuffer.wrap(printed);
        ByteBuffer address = ByteBuffer.allocate(printed.length).order(order);
        while (words.remaining() >= WORD_BYTES) {
            address.putInt(words.getInt());
        }
        // An IPv4 address that an IPv6 socket speaks with becomes IPv4 here.
        InetAddress plain = InetAddress.getByAddress(address.array());
        return new InetSocketAddress(plain, Integer.parseInt(text.substring(colon + 1), HEX));
    }
}
