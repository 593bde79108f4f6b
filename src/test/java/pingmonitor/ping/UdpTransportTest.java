package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UdpTransportTest {
    private final List<DatagramChannel> opened = new ArrayList<>();
    private final List<ProtocolFamily> families = new ArrayList<>();

    @Test
    void theSocketIsOfTheFamilyOfTheServer() throws UnknownHostException {
        UdpTransport.Opener none =
                family -> {
                    families.add(family);
                    throw new IOException("Too many open files");
                };
        for (String host : List.of("127.0.0.1", "::1")) {
            InetSocketAddress server = new InetSocketAddress(InetAddress.getByName(host), 9);
            assertThrows(IOException.class, () -> UdpTransport.open(server, none));
        }
        assertEquals(List.of(StandardProtocolFamily.INET, StandardProtocolFamily.INET6), families);
    }

    @Test
    void aDatagramGoesThereAndBackUntilItIsClosed() throws IOException {
        try (DatagramChannel server = server()) {
            Transport transport = UdpTransport.open(addressOf(server));
            transport.send(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            ByteBuffer datagram = ByteBuffer.allocate(8);
            SocketAddress client = server.receive(datagram);
            server.send(datagram.flip(), client);
            ByteBuffer reply = ByteBuffer.allocate(8);
            transport.receive(reply);
            assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), reply.flip());
            transport.close();
            assertThrows(
                    ClosedChannelException.class, () -> transport.receive(ByteBuffer.allocate(8)));
        }
    }

    @Test
    void aSystemWithoutTheFamilyHasNoRoute() {
        UnsupportedOperationException cause = new UnsupportedOperationException("IPv6 is off");
        NoRouteToHostException noRoute =
                assertThrows(
                        NoRouteToHostException.class,
                        () ->
                                UdpTransport.open(
                                        nowhere(),
                                        family -> {
                                            throw cause;
                                        }));
        assertEquals("IPv6 is off", noRoute.getMessage());
        assertEquals(cause, noRoute.getCause());
    }

    @Test
    void whereThereIsNoWayTheSocketIsClosedAgain() {
        NoRouteToHostException noRoute =
                assertThrows(
                        NoRouteToHostException.class,
                        () -> UdpTransport.open(nowhere(), this::open));
        assertInstanceOf(IOException.class, noRoute.getCause());
        assertEquals(1, opened.size());
        assertFalse(opened.get(0).isOpen());
    }

    @Test
    void aDefectClosesTheSocketToo() throws IOException {
        try (DatagramChannel server = server()) {
            UdpTransport.Opener connected =
                    family -> {
                        DatagramChannel channel = DatagramChannel.open(family);
                        opened.add(channel);
                        return channel.connect(addressOf(server));
                    };
            assertThrows(
                    AlreadyConnectedException.class,
                    () -> UdpTransport.open(addressOf(server), connected));
            assertFalse(opened.get(0).isOpen());
        }
    }

    /** No system connects a socket to all machines unasked; nothing is sent. */
    private static InetSocketAddress nowhere() throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName("255.255.255.255"), 9);
    }

    private DatagramChannel open(ProtocolFamily family) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family);
        opened.add(channel);
        return channel;
    }

    private static DatagramChannel server() throws IOException {
        return DatagramChannel.open(StandardProtocolFamily.INET)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static InetSocketAddress addressOf(DatagramChannel server) throws IOException {
        return (InetSocketAddress) server.getLocalAddress();
    }
}
