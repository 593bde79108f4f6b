package pingmonitor.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CacheWarmUpTest {
    private static final long PATIENCE_MILLIS = 20_000;

    private final List<DatagramChannel> opened = new ArrayList<>();

    @Test
    void theSocketIsOpenBeforeTheFirstTouchAndGoneAfterwards() {
        CacheWarmUp path = new CacheWarmUp(this::open);
        assertEquals(1, opened.size());
        assertTrue(opened.get(0).isConnected());
        path.touch();
        path.touch();
        assertEquals(1, opened.size());
        path.close();
        assertFalse(opened.get(0).isOpen());
        path.touch();
    }

    @Test
    void whereThereIsNoneNothingIsTouched() {
        try (CacheWarmUp path =
                new CacheWarmUp(
                        () -> {
                            throw new IOException("Too many open files");
                        })) {
            path.touch();
        }
        assertEquals(List.of(), opened);
    }

    @Test
    void aSocketThatBreaksIsLeftAlone() throws IOException {
        try (CacheWarmUp path = new CacheWarmUp(this::open)) {
            opened.get(0).close();
            path.touch();
            path.touch();
        }
        assertEquals(1, opened.size());
    }

    @Test
    void eachTouchIsOneDatagram() throws IOException {
        try (CacheWarmUp path = new CacheWarmUp(this::open);
                DatagramChannel peer = peer()) {
            connect(opened.get(0), peer.getLocalAddress());
            peer.connect(opened.get(0).getLocalAddress());
            path.touch();
            path.touch();
            // So it is seen that no third one lies between these and what the test sends last.
            opened.get(0).write(ByteBuffer.allocate(1));
            assertEquals(List.of(32, 32, 1), List.of(length(peer), length(peer), length(peer)));
        }
    }

    @Test
    void whatCameBackIsTakenOutOfTheSocket() throws IOException {
        try (CacheWarmUp path = new CacheWarmUp(this::open);
                DatagramChannel peer = peer();
                Selector selector = Selector.open()) {
            connect(opened.get(0), peer.getLocalAddress());
            opened.get(0).register(selector, SelectionKey.OP_READ);
            peer.send(ByteBuffer.allocate(32), opened.get(0).getLocalAddress());
            assertEquals(1, selector.select(PATIENCE_MILLIS));
            path.touch();
            assertEquals(0, opened.get(0).read(ByteBuffer.allocate(32)));
        }
    }

    /** A socket that is connected elsewhere refuses what comes from ours. */
    @Test
    void aWayThatIsRefusedIsGivenUp() throws IOException {
        try (CacheWarmUp path = new CacheWarmUp(this::open);
                DatagramChannel peer = peer();
                Selector selector = Selector.open()) {
            peer.connect(peer.getLocalAddress());
            connect(opened.get(0), peer.getLocalAddress());
            opened.get(0).register(selector, SelectionKey.OP_READ);
            path.touch();
            if (opened.get(0).isOpen()) {
                // The news was not there yet.
                selector.select(PATIENCE_MILLIS);
                path.touch();
            }
            assertFalse(opened.get(0).isOpen());
            path.touch();
        }
    }

    private static DatagramChannel peer() throws IOException {
        return CacheWarmUp.onLoopback()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static void connect(DatagramChannel channel, SocketAddress to) throws IOException {
        channel.disconnect();
        channel.connect(to);
    }

    private static int length(DatagramChannel channel) throws IOException {
        return channel.read(ByteBuffer.allocate(64));
    }

    private DatagramChannel open() throws IOException {
        DatagramChannel channel = CacheWarmUp.onLoopback();
        opened.add(channel);
        return channel;
    }
}
