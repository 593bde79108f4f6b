package pingmonitor.network.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Linux's tables of UDP sockets, in which each stands with the address and port that it is bound to (proc(5)). */
final class UdpSocketTable {
    private static final int MAX_SOCKETS = 100_000;
    private static final int WORD_DIGITS = 8;

    private final Path ipv4;
    private final Path ipv6;

    UdpSocketTable(Path ipv4, Path ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    static UdpSocketTable ofThisMachine() {
        return new UdpSocketTable(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
    }

    /** Where programs take datagrams at a port; unknown where there is no such table, or none that can be read. */
    PortBindings at(int port) {
        try {
            List<InetAddress> addresses = new ArrayList<>(read(ipv4, port));
            addresses.addAll(ipv6(port));
            return new PortBindings(true, addresses.stream().distinct().toList());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return PortBindings.UNKNOWN;
        }
    }

    /** Without IPv6 there is no such table. */
    private List<InetAddress> ipv6(int port) throws IOException {
        try {
            return read(ipv6, port);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static List<InetAddress> read(Path table, int port) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            reader.readLine();
            for (int i = 0; i < MAX_SOCKETS; i++) {
                String line = reader.readLine();
                if (line == null) {
                    return addresses;
                }
                String[] columns = line.trim().split("\\s+");
                // One that is connected takes nothing from anybody else.
                if (port(columns[1]) == port && port(columns[2]) == 0) {
                    addresses.add(address(columns[1]));
                }
            }
        }
        return addresses;
    }

    private static int port(String endpoint) {
        return HexFormat.fromHexDigits(endpoint.split(":")[1]);
    }

    /** In words of four bytes, each as this processor has them. */
    private static InetAddress address(String endpoint) throws IOException {
        String words = endpoint.split(":")[0];
        ByteBuffer address = ByteBuffer.allocate(words.length() / 2);
        address.order(ByteOrder.nativeOrder());
        for (int from = 0; from < words.length(); from += WORD_DIGITS) {
            address.putInt(HexFormat.fromHexDigits(words, from, from + WORD_DIGITS));
        }
        return InetAddress.getByAddress(address.array());
    }
}
