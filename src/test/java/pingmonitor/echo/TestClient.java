package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import pingmonitor.wire.FateQuestion;
import pingmonitor.wire.PingRequest;

/**
 * A plain client that insists on replies from the very address it asked. Not connected: Java then sends no empty
 * datagrams.
 */
final class TestClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final InetSocketAddress server;
    private final DatagramSocket socket;

    TestClient(InetAddress address, int port) throws IOException {
        server = new InetSocketAddress(address, port);
        InetAddress own = address.getAddress().length == 4 ? Loopback.FIRST : address;
        socket = new DatagramSocket(new InetSocketAddress(own, 0));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void send(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        assertEquals(server, packet.getSocketAddress());
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    String receiveText() throws IOException {
        return new String(receive(), StandardCharsets.UTF_8);
    }

    String ask(String text) throws IOException {
        send(text);
        return receiveText();
    }

    /**
     * Returns when an answer is there, and so everything that was sent before is with the server. It may be a delayed
     * one of before.
     */
    String askAboutPings() throws IOException {
        FateQuestion question = new FateQuestion(7, List.of(1L));
        send(question.encode(PingRequest.of(1, Instant.EPOCH, 0)).array());
        return receiveText();
    }

    @Override
    public void close() {
        socket.close();
    }
}
