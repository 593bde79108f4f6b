package pingmonitor.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatagramReceiverTest {
    private static final InetSocketAddress CLIENT = new InetSocketAddress("127.0.0.1", 40_000);

    private final Deque<Exception> errors = new ArrayDeque<>();
    private final DatagramReceiver receiver = new DatagramReceiver(this::receive);
    private final ByteBuffer buffer = ByteBuffer.allocate(10);

    private SocketAddress receive(ByteBuffer into) throws IOException {
        if (errors.isEmpty()) {
            into.put((byte) 'x');
            return CLIENT;
        }
        if (errors.pop() instanceof IOException e) {
            throw e;
        }
        throw new AssertionError();
    }

    /** Error 10054 and 10052 of Windows, as Java tells them, and one that nobody knows. */
    @Test
    void newsOfAnEarlierReplyDoesNotEndIt() throws IOException {
        errors.addAll(
                List.of(
                        new PortUnreachableException(),
                        new SocketException("Connection reset by peer"),
                        new SocketException("Network dropped connection on reset"),
                        new IOException("Something else")));
        assertEquals(CLIENT, receiver.receive(buffer));
        assertEquals(1, buffer.remaining());
    }

    @Test
    void aThousandClientsThatWentAwayDoNotEndIt() throws IOException {
        errors.addAll(Collections.nCopies(1_000, new PortUnreachableException()));
        assertEquals(CLIENT, receiver.receive(buffer));
    }

    @Test
    void itEndsWhenTheSocketIsClosed() {
        AsynchronousCloseException closed = new AsynchronousCloseException();
        errors.add(closed);
        assertSame(closed, assertThrows(IOException.class, () -> receiver.receive(buffer)));
    }

    @Test
    void itEndsWhenThereAreOnlyErrors() {
        for (int i = 0; i < DatagramReceiver.MAX_ERRORS; i++) {
            errors.add(new IOException("error " + i));
        }
        assertEquals(
                "error " + (DatagramReceiver.MAX_ERRORS - 1),
                assertThrows(IOException.class, () -> receiver.receive(buffer)).getMessage());
    }
}
