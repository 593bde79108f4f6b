package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.echo.ClientSockets.PortState;
import pingmonitor.host.UdpSocketTable;

class ProcClientSocketsTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid"
                    + "  timeout inode ref pointer drops\n";
    private static final String REST =
            " 01 00000000:00000000 00:00000000 00000000     0        0 28417 2 000000009a7569c9 0\n";

    @TempDir private Path folder;

    @Test
    void destinationIsTheAddressThatTheSenderIsConnectedTo() throws IOException {
        ClientSockets table =
                table(
                        "  401: 0100007F:ED0C 0809097F:5FEB" + REST,
                        " 3479: 0000000000000000FFFF00000100007F:E022"
                                + " 0000000000000000FFFF00000101007F:5FEB"
                                + REST);
        assertEquals(destination("127.9.9.8"), ask(table, "127.0.0.1", 0xED0C, 24_555));
        assertEquals(destination("127.0.1.1"), ask(table, "127.0.0.1", 0xE022, 24_555));
        assertEquals(Optional.empty(), ask(table, "127.0.0.1", 0xED0C, 24_556));
        assertEquals(Optional.empty(), ask(table, "127.0.0.2", 0xED0C, 24_555));
        assertEquals(Optional.empty(), ask(table, "127.0.0.1", 0xED0D, 24_555));
    }

    @Test
    void addressesAreReadInTheOrderOfTheProcessor() throws IOException {
        Path file = write("udp", " 1: 7F000001:ED0C 7F090908:5FEB" + REST);
        ClientSockets table = table(file, folder.resolve("none"), ByteOrder.BIG_ENDIAN);
        assertEquals(destination("127.9.9.8"), ask(table, "127.0.0.1", 0xED0C, 24_555));
    }

    @Test
    void portIsClosedOnlyWhereNoSocketHasIt() throws IOException {
        ClientSockets table =
                table(
                        " 1: 0100007F:0400 00000000:0000"
                                + REST
                                + " 2: 00000000:0401 00000000:0000"
                                + REST,
                        " 3: 00000000000000000000000000000000:0402"
                                + " 00000000000000000000000000000000:0000"
                                + REST);
        assertEquals(PortState.OPEN, table.stateOf(Datagrams.from("127.0.0.1", 0x400)));
        assertEquals(PortState.OPEN, table.stateOf(Datagrams.from("127.0.0.1", 0x401)));
        assertEquals(PortState.OPEN, table.stateOf(Datagrams.from("127.0.0.1", 0x402)));
        assertEquals(PortState.CLOSED, table.stateOf(Datagrams.from("127.0.0.1", 0x403)));
        assertEquals(PortState.CLOSED, table.stateOf(Datagrams.from("127.0.0.2", 0x400)));
    }

    @Test
    void unreadableTablesGiveNoAnswer() throws IOException {
        for (String broken : List.of("x", " 1:", " 1: 0100007F 1", " 1: 0100:1 01:2")) {
            ClientSockets table = table(broken + "\n", broken);
            assertEquals(Optional.empty(), ask(table, "127.0.0.1", 1, 2), broken);
            assertEquals(PortState.UNKNOWN, table.stateOf(Datagrams.from("127.0.0.1", 1)), broken);
        }
        ClientSockets missing =
                table(folder.resolve("none"), folder.resolve("none"), ByteOrder.nativeOrder());
        assertEquals(PortState.UNKNOWN, missing.stateOf(Datagrams.from("127.0.0.1", 1)));
    }

    /** On a system without the list nothing is known, and nothing said. */
    @Test
    void realSocketIsSeenAsOpenAndThenAsClosed() throws IOException {
        ClientSockets real = ClientSockets.ofThisMachine();
        InetSocketAddress local;
        try (DatagramSocket socket = new DatagramSocket(0, Loopback.FIRST)) {
            local = (InetSocketAddress) socket.getLocalSocketAddress();
            assertEquals(known(PortState.OPEN), real.stateOf(local));
            socket.connect(Loopback.FIRST, 9);
            assertEquals(
                    EchoServer.answersWholeLoopback()
                            ? Optional.of(Loopback.FIRST)
                            : Optional.empty(),
                    real.destination(local, 9));
        }
        assertEquals(known(PortState.CLOSED), real.stateOf(local));
    }

    private static PortState known(PortState state) {
        return EchoServer.answersWholeLoopback() ? state : PortState.UNKNOWN;
    }

    private ClientSockets table(String udp, String udp6) throws IOException {
        return table(write("udp", udp), write("udp6", udp6), ByteOrder.LITTLE_ENDIAN);
    }

    private static ClientSockets table(Path ipv4, Path ipv6, ByteOrder order) {
        return new ProcClientSockets(new UdpSocketTable(ipv4, ipv6, order));
    }

    private Path write(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), HEAD + lines);
    }

    private static Optional<InetAddress> destination(String address) {
        return Optional.of(Datagrams.address(address));
    }

    private static Optional<InetAddress> ask(
            ClientSockets table, String address, int port, int ofServer) {
        return table.destination(Datagrams.from(address, port), ofServer);
    }
}
