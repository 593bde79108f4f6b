package pingmonitor.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Sends a request by UDP, and repeats it while no answer comes. The socket is connected: it receives from that endpoint
 * only, and hears that a port is closed.
 */
final class Dialogue {
    /** RFC 6886 section 3.1; doubled each time. */
    private static final long FIRST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** The rest of a longer datagram is not looked at. */
    private static final int MAX_BYTES = 2_048;

    private final InetSocketAddress from;
    private final InetSocketAddress to;

    /**
     * @param from with port 0 for any
     */
    Dialogue(InetSocketAddress from, InetSocketAddress to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The first answer that the reader understands; empty when none came in time.
     *
     * @throws IOException also when nobody listens there
     */
    <T> Optional<T> ask(byte[] request, Function<ByteBuffer, Optional<T>> reader, Deadline deadline)
            throws IOException {
        try (DatagramSocket socket = new DatagramSocket(from)) {
            socket.connect(to);
            long wait = FIRST_WAIT_NANOS;
            while (!deadline.isPassed()) {
                socket.send(new DatagramPacket(request, request.length));
                Optional<T> answer =
                        listen(
                                socket,
                                packet -> reader.apply(content(packet)),
                                deadline.within(wait));
                if (answer.isPresent()) {
                    return answer;
                }
                wait *= 2;
            }
            return Optional.empty();
        }
    }

    /** The first answer among the datagrams that come; empty when none came in time. */
    static <T> Optional<T> listen(
            DatagramSocket socket, Function<DatagramPacket, Optional<T>> reader, Deadline deadline)
            throws IOException {
        byte[] buffer = new byte[MAX_BYTES];
        while (!deadline.isPassed()) {
            socket.setSoTimeout(deadline.pieceMillis());
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException nothingYet) {
                continue;
            }
            Optional<T> answer = reader.apply(packet);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    static ByteBuffer content(DatagramPacket packet) {
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    }
}
