package pingmonitor.diagnosis;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A probe over UDP, from a port of its own. */
final class UdpProbeSocket implements ProbeSocket {
    /** A datagram that is longer is cut, which is enough to know it. */
    private static final int MAX_BYTES = 2_048;

    private final DatagramSocket socket;

    private UdpProbeSocket(DatagramSocket socket) {
        this.socket = socket;
    }

    static ProbeSocket open() throws IOException {
        return new UdpProbeSocket(new DatagramSocket());
    }

    @Override
    public void send(ByteBuffer content, InetSocketAddress to) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public Optional<Received> receive(Duration atMost) throws IOException {
        // Zero would be for ever.
        socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
        DatagramPacket packet = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
        return Optional.of(new Received((InetSocketAddress) packet.getSocketAddress(), content));
    }

    @Override
    public void close() {
        socket.close();
    }
}
