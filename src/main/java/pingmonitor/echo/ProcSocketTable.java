package pingmonitor.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Linux's list of UDP sockets, {@code /proc/net/udp} and {@code udp6}: one line a socket, with its own address and port, and
 * those that it is connected to, in hexadecimal. An address is printed as words of 32 bits in the processor's byte order.
 */
final class ProcSocketTable implements SocketTable {
    private static final List<Path> FILES =
            List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));

    private static final int LOCAL_COLUMN = 1;
    private static final int REMOTE_COLUMN = 2;
    private static final int WORD_BYTES = 4;
    private static final int HEX = 16;

    private final List<Path> files;
    private final ByteOrder order;

    ProcSocketTable() {
        this(FILES, ByteOrder.nativeOrder());
    }

    /**
     * @param order of the machine that wrote the files
     */
    ProcSocketTable(List<Path> files, ByteOrder order) {
        this.files = files;
        this.order = order;
    }

    private record Socket(InetSocketAddress local, InetSocketAddress remote) {}

    /** Whether this system has such a list. */
    static boolean exists() {
        return Files.isReadable(FILES.get(0));
    }

    @Override
    public Optional<InetAddress> destination(InetSocketAddress sender, int port) {
        return list().sockets().stream()
                .filter(each -> each.local().equals(sender) && each.remote().getPort() == port)
                .map(each -> each.remote().getAddress())
                .findFirst();
    }

    @Override
    public PortState stateOf(InetSocketAddress local) {
        Listing listing = list();
        if (listing.sockets().stream().anyMatch(each -> isAt(each, local))) {
            return PortState.OPEN;
        }
        return listing.complete() ? PortState.CLOSED : PortState.UNKNOWN;
    }

    private static boolean isAt(Socket socket, InetSocketAddress local) {
        InetAddress own = socket.local().getAddress();
        return socket.local().getPort() == local.getPort()
                && (own.isAnyLocalAddress() || own.equals(local.getAddress()));
    }

    /**
     * What could be read.
     *
     * @param complete whether that was everything, but for the second file, which a machine without IPv6 has not
     */
    private record Listing(List<Socket> sockets, boolean complete) {}

    private Listing list() {
        List<Socket> sockets = new ArrayList<>();
        boolean complete = true;
        for (Path file : files) {
            try {
                for (String line : Files.readString(file).lines().skip(1).toList()) {
                    sockets.add(socket(line.strip().split("\\s+")));
                }
            } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
                complete &= !file.equals(files.get(0));
            }
        }
        return new Listing(sockets, complete);
    }

    private Socket socket(String... columns) throws UnknownHostException {
        return new Socket(endpoint(columns[LOCAL_COLUMN]), endpoint(columns[REMOTE_COLUMN]));
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
